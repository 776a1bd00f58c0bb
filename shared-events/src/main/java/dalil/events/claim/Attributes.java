package dalil.events.claim;

import dalil.events.claim.Attribute.Form;
import dalil.events.claim.Attribute.Of;
import dalil.events.vocabulary.Vocabularies;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All attributes. A new one is a line here; a name never changes. */
public final class Attributes {

    private static final String EXISTENCE = "existence";
    private static final String OUTCOME = "outcome";
    private static final String TIME_AND_PLACE = "time-and-place";
    private static final String CAUSE = "cause-and-weapon";

    private static final List<Attribute> ALL = List.of(
            word("title", Of.INCIDENT, EXISTENCE),
            text("narrative", Of.INCIDENT, EXISTENCE),
            many(code("existence", Of.INCIDENT, "existence", EXISTENCE)),
            code("kind", Of.INCIDENT, "incident-kind", EXISTENCE),
            new Attribute("time", Of.INCIDENT, Form.OCCURRED, null, false, TIME_AND_PLACE),
            new Attribute("place", Of.INCIDENT, Form.PLACE, null, false, TIME_AND_PLACE),
            many(code("role", Of.INCIDENT, "role", "role")),
            many(word("label", Of.INCIDENT, EXISTENCE)),
            code("used-by", Of.FORCE_USE, "used-by", CAUSE),
            code("weapon", Of.FORCE_USE, "weapon", CAUSE),
            many(code("method", Of.FORCE_USE, "method", CAUSE)),
            word("munition-asserted", Of.FORCE_USE, CAUSE),
            code("munition", Of.FORCE_USE, "munition", CAUSE),
            code("munition-verified", Of.FORCE_USE, "munition", CAUSE),
            code("munition-verified-by", Of.FORCE_USE, "munition-verification", CAUSE),
            word("unit-alleged", Of.FORCE_USE, CAUSE),
            word("command-post-alleged", Of.FORCE_USE, CAUSE),
            code("insignia-visible", Of.FORCE_USE, "yes-no", CAUSE),
            code("warning", Of.FORCE_USE, "warning", CAUSE),
            code("dispersal-route", Of.FORCE_USE, "yes-no", CAUSE),
            many(code("crowd-conduct", Of.FORCE_USE, "crowd-conduct", CAUSE)),
            new Attribute("range-metres", Of.FORCE_USE, Form.RANGE, null, false, CAUSE),
            code("aim-height", Of.FORCE_USE, "aim-height", CAUSE),
            many(code("body-region", Of.FORCE_USE, "body-region", CAUSE)),
            new Attribute("rounds", Of.FORCE_USE, Form.RANGE, null, false, CAUSE),
            new Attribute("persons-hit", Of.FORCE_USE, Form.RANGE, null, false, CAUSE),
            code("bystanders-hit", Of.FORCE_USE, "yes-no", CAUSE),
            code("press-hit", Of.FORCE_USE, "yes-no", CAUSE),
            code("medics-hit", Of.FORCE_USE, "yes-no", CAUSE),
            code("medical-aid", Of.FORCE_USE, "medical-aid", CAUSE),
            new Attribute("medical-aid-delay-minutes", Of.FORCE_USE, Form.COUNT, null, false, CAUSE),
            text("official-justification", Of.FORCE_USE, CAUSE),
            code("official-attribution", Of.FORCE_USE, "attribution", CAUSE),
            word("legal-basis", Of.FORCE_USE, CAUSE),
            many(code("un-principle", Of.FORCE_USE, "un-principle", CAUSE)),
            many(new Attribute("name", Of.CASUALTY, Form.NAME, null, true, Attribute.IDENTITY)),
            text("contact", Of.CASUALTY, Attribute.IDENTITY),
            new Attribute("age", Of.CASUALTY, Form.RANGE, null, false, Attribute.IDENTITY),
            new Attribute("born", Of.CASUALTY, Form.OCCURRED, null, false, Attribute.IDENTITY),
            code("sex", Of.CASUALTY, "sex", Attribute.IDENTITY),
            text("occupation", Of.CASUALTY, Attribute.IDENTITY),
            many(code("role", Of.CASUALTY, "role", "role")),
            new Attribute("persons", Of.CASUALTY, Form.RANGE, null, false, EXISTENCE),
            many(code("existence", Of.CASUALTY, "existence", EXISTENCE)),
            text("narrative", Of.CASUALTY, EXISTENCE),
            new Attribute("time", Of.CASUALTY, Form.OCCURRED, null, false, TIME_AND_PLACE),
            new Attribute("place", Of.CASUALTY, Form.PLACE, null, false, TIME_AND_PLACE),
            many(code("outcome", Of.CASUALTY, "outcome", OUTCOME)),
            text("facility", Of.CASUALTY, OUTCOME),
            many(code("no-care-reason", Of.CASUALTY, "no-care-reason", OUTCOME)),
            code("harm-relation", Of.CASUALTY, "harm-relation", OUTCOME),
            text("cause-of-death", Of.CASUALTY, OUTCOME),
            code("medical-attention", Of.CASUALTY, "medical-attention", OUTCOME),
            code("autopsy", Of.CASUALTY, "autopsy", OUTCOME),
            code("death-certificate", Of.CASUALTY, "death-certificate", OUTCOME),
            code("records-withheld", Of.CASUALTY, "yes-no", OUTCOME),
            many(word("label", Of.CASUALTY, EXISTENCE)),
            code("body-region", Of.INJURY, "body-region", OUTCOME),
            code("mechanism", Of.INJURY, "injury-mechanism", CAUSE),
            code("severity", Of.INJURY, "severity", OUTCOME),
            code("severity-graded-by", Of.INJURY, "severity-graded-by", OUTCOME),
            many(code("lasting-effect", Of.INJURY, "lasting-effect", OUTCOME)),
            new Attribute("lasting-effect-assessed", Of.INJURY, Form.OCCURRED, null, false, OUTCOME),
            code("account-consistency", Of.INJURY, "account-consistency", CAUSE),
            code("used-by", Of.INJURY, "used-by", CAUSE),
            code("weapon", Of.INJURY, "weapon", CAUSE),
            many(code("method", Of.INJURY, "method", CAUSE)),
            word("munition-asserted", Of.INJURY, CAUSE),
            code("munition", Of.INJURY, "munition", CAUSE),
            code("munition-verified", Of.INJURY, "munition", CAUSE),
            code("munition-verified-by", Of.INJURY, "munition-verification", CAUSE),
            word("unit-alleged", Of.INJURY, CAUSE),
            text("description", Of.INJURY, OUTCOME),
            code("danger-now", Of.REPORT, "yes-no", EXISTENCE),
            code("caller-safety", Of.REPORT, "caller-safety", EXISTENCE),
            code("care-now", Of.REPORT, "yes-no", EXISTENCE),
            text("where", Of.REPORT, TIME_AND_PLACE),
            text("when", Of.REPORT, TIME_AND_PLACE),
            new Attribute("hurt-persons", Of.REPORT, Form.RANGE, null, false, OUTCOME),
            text("hurt-ages", Of.REPORT, OUTCOME),
            code("hurt-children", Of.REPORT, "yes-no", OUTCOME),
            text("hit-by", Of.REPORT, CAUSE),
            code("seen-by-doctor", Of.REPORT, "yes-no", OUTCOME),
            text("care-facility", Of.REPORT, OUTCOME));

    private static final Map<Of, Map<String, Attribute>> BY_NAME = byName();

    private Attributes() {}

    private static Map<Of, Map<String, Attribute>> byName() {
        Map<Of, Map<String, Attribute>> byName = new EnumMap<>(Of.class);
        for (Attribute attribute : ALL) {
            Map<String, Attribute> named = byName.computeIfAbsent(attribute.of(), of -> new LinkedHashMap<>());
            if (named.put(attribute.name(), attribute) != null) {
                throw new IllegalStateException("listed twice: " + attribute);
            }
        }
        return byName;
    }

    /** All attributes in the order in which people read them. */
    public static List<Attribute> all() {
        return ALL;
    }

    /** The attribute of that name on that kind of record or part. */
    public static Optional<Attribute> find(Of of, String name) {
        return Optional.ofNullable(BY_NAME.getOrDefault(of, Map.of()).get(name));
    }

    /**
     * What stands for an answer that is no value. Where the attribute's own list has the word, it is that word: two spellings of
     * "unknown" must not contest each other.
     */
    public static ClaimValue answer(Attribute attribute, String answer) {
        return isListed(attribute, answer) ? new ClaimValue.Word(answer) : new ClaimValue.Answer(answer);
    }

    /** Whether the attribute's own list has the word. */
    public static boolean isListed(Attribute attribute, String word) {
        return attribute.list() != null
                && Vocabularies.find(attribute.list()).orElseThrow().has(word);
    }

    private static Attribute code(String name, Of of, String list, String covers) {
        return new Attribute(name, of, Form.CODE, list, false, covers);
    }

    private static Attribute word(String name, Of of, String covers) {
        return new Attribute(name, of, Form.WORD, null, false, covers);
    }

    /** Different tellings of the same event do not contest each other. */
    private static Attribute text(String name, Of of, String covers) {
        return many(new Attribute(name, of, Form.TEXT, null, true, covers));
    }

    private static Attribute many(Attribute one) {
        return new Attribute(one.name(), one.of(), one.form(), one.list(), true, one.covers());
    }
}
