package dalil.query.record.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.events.Fact;
import dalil.events.Facts;
import dalil.events.Protected;
import dalil.events.claim.Occurred;
import dalil.events.dataset.DatasetFact;
import dalil.events.figure.Figure;
import dalil.events.figure.FigureFact;
import dalil.events.source.SourceFact;
import dalil.query.record.CasualtyState;
import dalil.query.record.IncidentState;
import dalil.query.record.RecordState;
import dalil.query.record.Together;
import dalil.query.wire.TestLedger;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing in a record may be read that does not say which fact it comes from. */
final class NoNakedValueTest {

    private static final ZoneId BISHKEK = ZoneId.of("Asia/Bishkek");
    private static final Set<String> ENVELOPE = Set.of("id", "kind", "version", "record");

    private final JsonMapper json = JsonMapper.shared();

    @Test
    void every_value_of_a_random_incident_names_its_fact_claim_and_source() {
        everyValueNamesItsFact(invented -> invented.incident(60), NoNakedValueTest::incident);
    }

    @Test
    void every_value_of_a_random_casualty_names_its_fact_claim_and_source() {
        everyValueNamesItsFact(invented -> invented.casualty(60), NoNakedValueTest::casualty);
    }

    private void everyValueNamesItsFact(
            Function<Invented, List<Fact>> facts, Function<List<RecordedFact>, Object> answering) {
        for (int round = 0; round < 20; round++) {
            long seed = new Random().nextLong();
            Invented invented = new Invented(seed);
            List<RecordedFact> stream = recorded(facts.apply(invented), false);
            List<String> payloads =
                    stream.stream().map(fact -> payload(fact.fact())).toList();

            JsonNode answer = json.valueToTree(answering.apply(stream));

            List<JsonNode> told = new ArrayList<>();
            walk(answer, "seed " + seed, told);
            assertThat(told).as("seed %s", seed).hasSizeGreaterThan(10);
            told.forEach(value -> assertIsOnRecord(value, payloads, invented.sources(), seed));
        }
    }

    @Test
    void the_same_holds_after_an_erasure_of_everything_protected() {
        long seed = new Random().nextLong();
        List<RecordedFact> incident = recorded(new Invented(seed).incident(200), true);
        List<RecordedFact> casualty = recorded(new Invented(seed).casualty(200), true);

        for (Object record : List.of(incident(incident), casualty(casualty))) {
            JsonNode answer = json.valueToTree(record);
            walk(answer, "seed " + seed, new ArrayList<>());
            assertThat(answer.toString())
                    .as("seed %s", seed)
                    .doesNotContain("айтты")
                    .contains("\"erased\":true");
        }
    }

    @Test
    void the_same_holds_for_figures() {
        String id = "6f1c2d3e-0000-4000-8000-000000000002";
        Protected<String> words = Protected.of("source/" + id, "айтты");
        Figure figure = new Figure(
                id,
                "self",
                id,
                "2020-10-06",
                new Occurred("2020-10-06", null, words),
                "injured",
                words,
                "persons",
                "since-start",
                "all",
                words,
                new Figure.Includes("no", "no", "no"),
                "range",
                3,
                5,
                id,
                words,
                List.of("KG", "Bishkek"));
        List<Fact> facts = List.of(
                new FigureFact.Published(id, figure, id),
                new FigureFact.Corrected(figure, null, words),
                new FigureFact.Disputed(id, words),
                new FigureFact.FollowedBy(id),
                new FigureFact.WithdrawnByPublisher(id, "2020-10-07", words),
                new FigureFact.Retracted(words));
        List<JsonNode> told = new ArrayList<>();

        walk(json.valueToTree(FigureAnswer.of(recorded(facts, false), BISHKEK)), "figure", told);
        assertThat(told).hasSize(24);
        JsonNode erased = json.valueToTree(FigureAnswer.of(recorded(facts, true), BISHKEK));
        assertThat(erased.toString()).doesNotContain("айтты").contains("\"erased\":true");
        assertThat(json.valueToTree(FigureAnswer.history(recorded(facts, true))).toString())
                .doesNotContain("айтты");
    }

    @Test
    void the_same_holds_for_sources_and_datasets() {
        String id = "6f1c2d3e-0000-4000-8000-000000000002";
        Protected<String> reason = Protected.of("source/" + id, "because");
        List<RecordedFact> source = recorded(
                List.of(
                        new SourceFact.Registered(id, "website", "reporter", id, reason, reason, "reliable", id),
                        new SourceFact.Rated("reliable", reason),
                        new SourceFact.OriginCorrected("self", reason),
                        new SourceFact.IndependenceStated(id, "none-known", reason)),
                false);
        List<RecordedFact> dataset = recorded(
                List.of(new DatasetFact.Listed(
                        id, "invented", "2020-10-19", null, "p", "00", List.of(), 1, 0, List.of(id), List.of(), 1, 1)),
                false);
        List<JsonNode> told = new ArrayList<>();

        walk(json.valueToTree(SourceAnswer.of(source, other -> Optional.empty())), "source", told);
        assertThat(told).hasSize(12);
        walk(json.valueToTree(DatasetAnswer.of(id, dataset)), "dataset", told);
        assertThat(told).hasSize(17);
    }

    @Test
    void the_walk_finds_a_naked_value() {
        JsonNode naked = json.readTree("{\"id\":\"x\",\"attributes\":{\"title\":\"naked\"}}");
        JsonNode half = json.readTree("{\"attributes\":{\"title\":{\"value\":\"x\",\"index\":1}}}");

        assertThatThrownBy(() -> walk(naked, "", new ArrayList<>())).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> walk(half, "", new ArrayList<>())).isInstanceOf(AssertionError.class);
    }

    private static Object incident(List<RecordedFact> stream) {
        return IncidentAnswer.of(stream, alone(new IncidentState(), stream), BISHKEK);
    }

    private static Object casualty(List<RecordedFact> stream) {
        return CasualtyAnswer.of(stream, alone(new CasualtyState(), stream), BISHKEK);
    }

    private static <S extends RecordState> Together<S> alone(S state, List<RecordedFact> stream) {
        stream.forEach(fact -> state.apply(fact.index(), fact.fact(), fact.meta()));
        return Together.alone(state);
    }

    private static void walk(JsonNode node, String path, List<JsonNode> told) {
        if (node.isObject() && node.has("value")) {
            assertThat(node.propertyNames()).as(path).contains("value", "index", "claim", "source");
            assertThat(node.get("index").isIntegralNumber()).as(path).isTrue();
            told.add(node);
        } else if (node.isObject()) {
            node.properties().stream()
                    .filter(member -> !ENVELOPE.contains(member.getKey()))
                    .forEach(member -> walk(member.getValue(), path + "/" + member.getKey(), told));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), path + "/" + i, told);
            }
        } else {
            throw new AssertionError("a naked value at " + path);
        }
    }

    /** The fact at the index speaks of the claim, and the claim names the source. */
    private static void assertIsOnRecord(
            JsonNode value, List<String> payloads, Map<String, @Nullable String> sources, long seed) {
        int index = value.get("index").intValue();
        assertThat(index).as("seed %s", seed).isBetween(0, payloads.size() - 1);
        if (!value.get("claim").isNull()) {
            String claim = value.get("claim").stringValue();
            assertThat(payloads.get(index)).as("seed %s", seed).contains(claim);
            assertThat(value.get("source").asString(null)).as("seed %s", seed).isEqualTo(sources.get(claim));
        }
    }

    private static String payload(Fact fact) {
        return new String(TestLedger.MAPPER.write(fact).payload(), StandardCharsets.UTF_8);
    }

    private static List<RecordedFact> recorded(List<Fact> facts, boolean erased) {
        List<RecordedFact> stream = new ArrayList<>();
        for (Fact fact : facts) {
            String type = Facts.CATALOGUE.of(fact.getClass()).name();
            Fact read = erased
                    ? (Fact) TestLedger.MAPPER.read(
                            type, "1", TestLedger.MAPPER.write(fact).payload(), null)
                    : fact;
            stream.add(new RecordedFact(
                    stream.size(), stream.size(), TestLedger.AT, TestLedger.AT, type, Map.of("actor", "a"), read));
        }
        return stream;
    }
}
