package dalil.query.tally;

import static org.assertj.core.api.Assertions.assertThatCode;

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
                .filter(name -> !Set.of("of", "asOf", "atLeast").contains(name))
                .forEach(name -> assertThatCode(() -> Question.of(Map.of(name, List.of("x")), Set.of()))
                        .as(name)
                        .doesNotThrowAnyException());
    }
}
