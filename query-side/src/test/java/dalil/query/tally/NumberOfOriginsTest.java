package dalil.query.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.incident.IncidentFact;
import dalil.events.source.SourceFact;
import dalil.query.fixture.MemoryFacts;
import dalil.query.fixture.Register;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten outlets that repeat one statement are one origin. */
class NumberOfOriginsTest {

    private static final Protected<String> REASON = Protected.erased();

    private final MemoryFacts facts = new MemoryFacts();

    @SuppressWarnings("NullAway.Init")
    private Register register;

    private int claims;

    @BeforeEach
    void begin(@TempDir Path folder) {
        register = new Register(folder, facts, 1);
        source("ministry", SourceFact.ORIGIN_SELF);
        source("agency", "ministry");
        source("paper", "agency");
        source("witness", SourceFact.ORIGIN_SELF);
        source("rumour", SourceFact.ORIGIN_UNKNOWN);
    }

    @AfterEach
    void end() {
        register.close();
    }

    private void source(String id, String origin) {
        facts.add(
                "source/" + id,
                new SourceFact.Registered(id, "unknown", null, origin, REASON, null, null, null),
                "recorder");
    }

    private long corrected(String id, String origin) {
        return facts.add("source/" + id, new SourceFact.OriginCorrected(origin, REASON), "recorder");
    }

    private Claim said(String source) {
        return new Claim("c" + claims++, "label", new Word("x"), source, null, null, null, null);
    }

    private void incident(String id, String... sources) {
        List<Claim> said = Arrays.stream(sources).map(this::said).toList();
        facts.add("incident/" + id, new IncidentFact.Reported(id, said, List.of()), "recorder");
    }

    private void reviewed(String id, String... origins) {
        facts.add(
                "incident/" + id,
                new IncidentFact.Reviewed(
                        "corroborated", List.of("existence"), true, List.of(origins), true, null, null, REASON),
                "reviewer");
    }

    /** {@code corroborated of reported} by number of origins. */
    private Map<String, String> counted(String query) {
        return register.catchUp().tally("by=origins" + query).cells().stream()
                .collect(Collectors.toMap(
                        cell -> cell.key().getOrDefault("origins", ""),
                        cell -> cell.corroborated() + " of " + cell.reported()));
    }

    @Test
    void outlets_that_repeat_one_statement_are_one_origin_and_the_unknown_adds_nothing() {
        incident("a", "ministry", "agency", "paper", "rumour");
        incident("b", "paper", "witness");
        incident("c", "rumour");
        incident("d");

        assertThat(counted("")).isEqualTo(Map.of("0", "0 of 2", "1", "0 of 1", "2", "0 of 1"));
        assertThat(counted("&origins=2")).isEqualTo(Map.of("2", "0 of 1"));
    }

    @Test
    void a_corrected_origin_counts_from_its_index_on_and_not_before() {
        incident("a", "paper", "agency");
        long before = facts.size() - 1;
        long after = corrected("agency", SourceFact.ORIGIN_SELF);
        corrected("ministry", "paper"); // nothing has it from the ministry any more
        assertThat(counted("")).isEqualTo(Map.of("1", "0 of 1"));
        long circle = corrected("agency", "paper");

        assertThat(counted("")).as("a circle has no origin").isEqualTo(Map.of("0", "0 of 1"));
        assertThat(counted("&asOf=" + (circle - 1))).isEqualTo(Map.of("1", "0 of 1"));
        corrected("paper", SourceFact.ORIGIN_SELF);
        corrected("agency", SourceFact.ORIGIN_SELF);
        assertThat(counted("")).isEqualTo(Map.of("2", "0 of 1"));
        assertThat(counted("&asOf=" + before)).isEqualTo(Map.of("1", "0 of 1"));
        assertThat(counted("&asOf=" + after)).isEqualTo(Map.of("1", "0 of 1"));
    }

    @Test
    void what_is_recorded_between_two_corrections_keeps_to_its_own_index() {
        incident("a", "paper", "witness");
        long first = corrected("agency", "witness");
        incident("b", "paper", "witness");
        facts.add("incident/a", new IncidentFact.ClaimAdded(null, said("witness")), "recorder");
        long between = facts.size() - 1;
        corrected("paper", SourceFact.ORIGIN_UNKNOWN);
        corrected("witness", SourceFact.ORIGIN_UNKNOWN);
        incident("c", "ministry");

        assertThat(counted("")).isEqualTo(Map.of("0", "0 of 2", "1", "0 of 1"));
        assertThat(counted("&origins=0")).isEqualTo(Map.of("0", "0 of 2"));
        assertThat(counted("&asOf=" + between)).isEqualTo(Map.of("1", "0 of 2"));
        assertThat(counted("&asOf=" + first)).isEqualTo(Map.of("1", "0 of 1"));
        assertThat(counted("&asOf=" + (first - 1))).isEqualTo(Map.of("2", "0 of 1"));
    }

    @Test
    void an_origin_that_came_on_record_after_those_who_have_it_from_there_counts_from_then_on() {
        source("repeater", "elder");
        source("second", "repeater");
        incident("a", "second", "witness");
        long before = facts.size() - 1;
        source("elder", SourceFact.ORIGIN_SELF);
        assertThat(counted("")).isEqualTo(Map.of("2", "0 of 1"));
        incident("b", "second", "elder");

        assertThat(counted("")).isEqualTo(Map.of("1", "0 of 1", "2", "0 of 1"));
        assertThat(counted("&asOf=" + before)).isEqualTo(Map.of("1", "0 of 1"));
    }

    @Test
    void a_chain_is_followed_through_sixty_four_sources_before_a_correction_and_after() {
        source("1", SourceFact.ORIGIN_SELF);
        for (int i = 2; i <= 65; i++) {
            source(Integer.toString(i), Integer.toString(i - 1));
        }
        incident("a", "64");
        incident("b", "65");
        assertThat(counted("")).isEqualTo(Map.of("0", "0 of 1", "1", "0 of 1"));

        corrected("1", SourceFact.ORIGIN_UNKNOWN);
        assertThat(counted("")).isEqualTo(Map.of("0", "0 of 2"));
        corrected("2", SourceFact.ORIGIN_SELF);
        assertThat(counted("")).isEqualTo(Map.of("1", "0 of 2"));
    }

    @Test
    void it_is_corroborated_where_the_review_found_just_these_origins() {
        incident("a", "paper", "witness");
        reviewed("a", "ministry", "witness");
        incident("b", "paper", "witness");
        reviewed("b", "witness");
        assertThat(counted("")).isEqualTo(Map.of("2", "1 of 2"));

        source("passer-by", SourceFact.ORIGIN_SELF);
        facts.add("incident/a", new IncidentFact.ClaimAdded(null, said("passer-by")), "recorder");

        assertThat(counted(""))
                .as("what came later waits for a review")
                .isEqualTo(Map.of("2", "0 of 1", "3", "0 of 1"));
    }
}
