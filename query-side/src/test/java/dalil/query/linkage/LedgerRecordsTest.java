package dalil.query.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dalil.events.Fact;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.incident.IncidentFact;
import dalil.ledger.StoredFact;
import dalil.query.record.IncidentState;
import dalil.query.wire.TestLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerRecordsTest {

    /** More than are in memory at once. */
    private static final int MANY = 1_100;

    private final Map<String, Integer> claims = new TreeMap<>();

    @SuppressWarnings("NullAway.Init")
    private TestLedger ledger;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = new TestLedger(folder);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private LedgerRecords<IncidentState> reader(Consumer<IncidentState> seen, Consumer<StoredFact> others) {
        return new LedgerRecords<>(ledger.ledger, TestLedger.MAPPER, "incident/", IncidentState::new, seen, others);
    }

    private void count(IncidentState state) {
        claims.put(state.id(), (int) state.claims().all().stream().count());
    }

    private static String id(int number) {
        return new UUID(3, number).toString();
    }

    private static IncidentFact.ClaimAdded added(String claim) {
        return new IncidentFact.ClaimAdded(
                null, new Claim(claim, "label", new Word(claim), "source", null, null, null, null));
    }

    private void begin(int first, int many) {
        Map<String, Fact> begun = new LinkedHashMap<>();
        for (int i = first; i < first + many; i++) {
            begun.put("incident/" + id(i), new IncidentFact.Reported(id(i), List.of(), List.of()));
        }
        ledger.begin(begun);
    }

    @Test
    void a_record_is_whole_whether_its_facts_lie_side_by_side_or_far_apart() {
        begin(0, 1);
        ledger.append("incident/" + id(0), added("a"), added("b"));
        begin(1, MANY);
        ledger.append("incident/" + id(0), added("c"));
        ledger.append("incident/" + id(1), added("a"));
        ledger.append("incident/" + id(MANY), added("a"));
        LedgerRecords<IncidentState> reader = reader(this::count, other -> {});
        assertThat(reader.position()).isEqualTo(-1);

        reader.catchUp();
        assertThat(reader.position()).isEqualTo(ledger.ledger.size() - 1);
        assertThat(claims).hasSize(MANY + 1).containsEntry(id(0), 3).containsEntry(id(1), 1);
        assertThat(claims).containsEntry(id(MANY), 1).containsEntry(id(2), 0);

        claims.clear();
        ledger.append("incident/" + id(0), added("d"));
        reader.catchUp();
        assertThat(claims).isEqualTo(Map.of(id(0), 4));
        claims.clear();
        reader.catchUp();
        assertThat(claims).isEmpty();
    }

    @Test
    void after_a_failure_nothing_is_left_out() {
        begin(0, 2 * MANY);
        ledger.append("incident/" + id(0), added("a"));
        ledger.append("incident/" + id(1), added("a"));
        List<String> failing = new ArrayList<>(List.of(id(MANY), id(0)));
        LedgerRecords<IncidentState> reader = reader(
                state -> {
                    boolean again =
                            state.id().equals(id(0)) && state.claims().all().isEmpty();
                    if (!again && failing.remove(state.id())) {
                        throw new IllegalStateException("the disk is on fire");
                    }
                    count(state);
                },
                other -> {});

        assertThatIllegalStateException().isThrownBy(reader::catchUp);
        assertThatIllegalStateException().isThrownBy(reader::catchUp);
        reader.catchUp();
        assertThat(claims).hasSize(2 * MANY).containsEntry(id(0), 1).containsEntry(id(1), 1);
    }

    @Test
    void what_is_of_another_kind_is_handed_on_as_it_is() {
        begin(0, 1);
        ledger.append("casualty/x", added("a"));
        List<Long> others = new ArrayList<>();
        reader(this::count, other -> others.add(other.index())).catchUp();
        assertThat(others).containsExactly(1L);
        assertThat(claims).hasSize(1);
    }
}
