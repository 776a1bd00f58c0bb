package dalil.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Protected;
import dalil.events.casualty.CasualtyFact;
import dalil.query.byhand.Merging;
import dalil.query.facts.FactSource.SourcedFact;
import dalil.query.facts.Mergers.Member;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergersTest {

    private static final List<String> IDS = List.of("a", "b", "c", "d", "e");
    private static final int STEPS = 60;

    private final Mergers mergers = new Mergers();

    @Test
    void of_two_crossing_mergers_the_lower_index_holds() {
        mergers.merge("a", "b", 1);
        mergers.merge("b", "a", 2);
        assertThat(mergers.root("a")).isEqualTo("b");
        assertThat(mergers.root("b")).isEqualTo("b");
    }

    @Test
    void of_a_circle_all_mergers_hold_but_the_last() {
        mergers.merge("b", "c", 1);
        mergers.merge("a", "b", 2);
        mergers.merge("c", "a", 3);
        assertThat(IDS.subList(0, 3)).allMatch(id -> mergers.root(id).equals("c"));
    }

    /** Whoever reviewed the record before cannot have seen what is read with it only now. */
    @Test
    void a_merger_that_closed_a_circle_holds_from_when_the_circle_is_broken() {
        mergers.merge("a", "b", 1);
        mergers.merge("b", "a", 2);
        mergers.unmerge("a", 7);
        assertThat(mergers.root("b")).isEqualTo("a");
        assertThat(mergers.members("a")).containsExactly(new Member("b", 7));
    }

    @Test
    void no_merger_with_a_retracted_record_or_a_group_holds() {
        mergers.close("group", 0);
        mergers.merge("a", "group", 1);
        mergers.merge("b", "c", 2);
        mergers.merge("c", "d", 3);
        mergers.close("c", 4);
        assertThat(mergers.root("a")).isEqualTo("a");
        assertThat(mergers.root("b")).isEqualTo("b");
        assertThat(mergers.root("c")).isEqualTo("c");
        assertThat(mergers.members("d")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agrees_with_mergers_told_from_the_beginning_whatever_happens(long seed) {
        Random random = new Random(seed);
        Merging byHand = new Merging("casualty/");
        for (long index = 0; index < STEPS; index++) {
            String id = IDS.get(random.nextInt(IDS.size()));
            String other = IDS.get(random.nextInt(IDS.size()));
            if (random.nextInt(STEPS / 2) == 0) {
                mergers.close(id, index);
                byHand.take(fact(index, id, new CasualtyFact.Retracted(Protected.erased())));
            } else if (random.nextInt(4) == 0) {
                mergers.unmerge(id, index);
                byHand.take(fact(index, id, new CasualtyFact.Unmerged(Protected.erased())));
            } else if (!id.equals(other)) {
                mergers.unmerge(id, index);
                byHand.take(fact(index, id, new CasualtyFact.Unmerged(Protected.erased())));
                mergers.merge(id, other, index);
                byHand.take(fact(index, id, new CasualtyFact.MergedInto(other, Protected.erased())));
            }
            for (String each : IDS) {
                assertThat(mergers.root(each))
                        .as("seed %d, index %d", seed, index)
                        .isEqualTo(byHand.root(each));
                assertThat(mergers.members(each).stream().map(member -> member.id() + member.since()))
                        .as("seed %d, index %d", seed, index)
                        .containsExactlyElementsOf(byHand.with(each).stream()
                                .map(read -> read.id() + read.since())
                                .toList());
            }
        }
    }

    private static SourcedFact fact(long index, String id, CasualtyFact fact) {
        return new SourcedFact(index, "casualty/" + id, fact, Map.of());
    }
}
