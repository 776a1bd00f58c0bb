package dalil.query.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.query.problem.BadQuestion;
import dalil.query.question.Parameters;
import dalil.query.question.Question;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParametersTest {

    /** The list of all calls must not promise a filter that is refused. */
    @Test
    void every_filter_that_is_told_is_taken() {
        Parameters.filters().keySet().stream()
                .filter(name -> !Set.of("of", "count", "at", "asOf", "atLeast").contains(name))
                .forEach(name ->
                        assertThat(List.of("incidents", "casualties")).as(name).anyMatch(unit -> isTaken(unit, name)));
    }

    @Test
    void every_way_of_counting_people_is_taken() {
        Question.of(Map.of("of", List.of("casualties"), "count", List.of("persons-ever")), Set.of());
        Question.of(
                Map.of(
                        "of", List.of("casualties"),
                        "count", List.of("persons-at"),
                        "at", List.of("2020-10-07")),
                Set.of());
        assertThatThrownBy(() ->
                        Question.of(Map.of("of", List.of("casualties"), "count", List.of("persons-at")), Set.of()))
                .isInstanceOf(BadQuestion.class);
        assertThatThrownBy(() -> Question.of(Map.of("count", List.of("persons-ever")), Set.of()))
                .isInstanceOf(BadQuestion.class);
    }

    private static boolean isTaken(String unit, String name) {
        try {
            Question.of(Map.of("of", List.of(unit), name, List.of("1")), Set.of());
            return true;
        } catch (BadQuestion refused) {
            return !refused.code().equals("unknown-parameter");
        }
    }
}
