package dalil.command.record;

import dalil.command.KnownRecords;
import dalil.command.claim.ClaimRules;
import dalil.command.claim.Texts;
import dalil.command.record.RecordCommand.ReviewRecord;
import dalil.command.rule.FieldError;
import dalil.command.rule.Rule;
import dalil.events.review.Confirmation;
import dalil.events.review.ExaminedEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules of reviews, each with the sentence it enforces. */
final class ReviewRules {

    private static final List<String> CONFIRMATIONS = List.of("other-purpose-record", "acknowledged-by-authority");
    private static final Set<String> CORROBORATING = Set.of("corroborated", "confirmed");
    private static final String SELF_REVIEWED = "self-reviewed";

    private ReviewRules() {}

    /**
     * A review with what it is held against.
     *
     * @param byARecorder whether its reviewer recorded anything of what is reviewed
     * @param sources of the claims that stand on the record
     */
    record Reviewing(ReviewRecord review, boolean byARecorder, Set<String> sources) {}

    static final Rule<Reviewing> REVIEW_SAYS_WHAT_IT_COVERS = new Rule<>(
            "covers-nothing", at -> at.review().covers().isEmpty(), "/covers", "a review says what it covers");

    static final Rule<Reviewing> REVIEWER_IS_NOT_THE_RECORDER = new Rule<>(
            "reviewer-is-the-recorder",
            at -> at.byARecorder() && !SELF_REVIEWED.equals(at.review().state()),
            "the reviewer recorded this or a claim on it: somebody else reviews it, or the state is self-reviewed");

    static final Rule<Reviewing> SELF_REVIEWED_IS_SAID_BY_A_RECORDER = new Rule<>(
            "not-a-recorder",
            at -> !at.byARecorder() && SELF_REVIEWED.equals(at.review().state()),
            "/state",
            "self-reviewed is the state for a reviewer who recorded what is reviewed");

    static final Rule<Reviewing> CORROBORATED_IS_COHERENT = new Rule<>(
            "not-coherent",
            at -> isCorroborating(at) && !at.review().coherent(),
            "/coherent",
            "an account that is not coherent is not corroborated");

    static final Rule<Reviewing> ORIGINS_DIFFER = new Rule<>(
            "origins-not-independent",
            at -> Set.copyOf(at.review().origins()).size()
                    < at.review().origins().size(),
            "/origins",
            "the same source is named twice as an origin");

    static final Rule<Reviewing> ORIGINS_SPEAK_ABOUT_THE_RECORD = new Rule<>(
            "origin-says-nothing-here",
            at -> !at.sources().containsAll(at.review().origins()),
            "/origins",
            "an origin is a source of a claim that stands on this record");

    static final Rule<Reviewing> EVIDENCE_IS_OF_A_SOURCE_ON_THE_RECORD = new Rule<>(
            "origin-says-nothing-here",
            at -> at.review().evidence() != null
                    && !at.sources().contains(at.review().evidence().source()),
            "/evidence/source",
            "the source of examined evidence is a source of a claim that stands on this record");

    static final Rule<Reviewing> CORROBORATED_NEEDS_TWO_ORIGINS_OR_EXAMINED_EVIDENCE = new Rule<>(
            "not-enough-origins",
            at -> isCorroborating(at)
                    && at.review().origins().size() < 2
                    && at.review().evidence() == null,
            "/origins",
            "corroborated needs two independent origins, or one direct source with physical, medical or visual evidence that"
                    + " the reviewer examined");

    static final Rule<Reviewing> CONFIRMED_NEEDS_A_RECORD_MADE_FOR_ANOTHER_PURPOSE_OR_ACKNOWLEDGEMENT = new Rule<>(
            "not-confirmed",
            at -> "confirmed".equals(at.review().state()) && at.review().confirmation() == null,
            "/confirmation",
            "confirmed needs a record made for another purpose, or acknowledgement by the authority that would deny it");

    private static final List<Rule<Reviewing>> ALL = List.of(
            REVIEW_SAYS_WHAT_IT_COVERS,
            REVIEWER_IS_NOT_THE_RECORDER,
            SELF_REVIEWED_IS_SAID_BY_A_RECORDER,
            CORROBORATED_IS_COHERENT,
            ORIGINS_DIFFER,
            ORIGINS_SPEAK_ABOUT_THE_RECORD,
            EVIDENCE_IS_OF_A_SOURCE_ON_THE_RECORD,
            CORROBORATED_NEEDS_TWO_ORIGINS_OR_EXAMINED_EVIDENCE,
            CONFIRMED_NEEDS_A_RECORD_MADE_FOR_ANOTHER_PURPOSE_OR_ACKNOWLEDGEMENT);

    /** Refuses a review that breaks one of them, naming the first. */
    static void check(Reviewing reviewing) {
        ALL.forEach(rule -> rule.check(reviewing));
    }

    private static boolean isCorroborating(Reviewing reviewing) {
        return CORROBORATING.contains(reviewing.review().state());
    }

    /** What is wrong with the fields of a review, all of it at once. */
    static List<FieldError> errors(ReviewRecord review, KnownRecords known) {
        List<FieldError> errors = new ArrayList<>(ClaimRules.codeErrors("/state", "corroboration", review.state()));
        for (int i = 0; i < review.covers().size(); i++) {
            errors.addAll(ClaimRules.codeErrors(
                    "/covers/" + i, "review-covers", review.covers().get(i)));
        }
        for (int i = 0; i < review.origins().size(); i++) {
            errors.addAll(
                    ClaimRules.sourceErrors("/origins/" + i, review.origins().get(i), known));
        }
        ExaminedEvidence evidence = review.evidence();
        if (evidence != null) {
            errors.addAll(ClaimRules.codeErrors("/evidence/kind", "evidence-kind", evidence.kind()));
            errors.addAll(requiredSource("/evidence/source", evidence.source(), known));
        }
        Confirmation confirmation = review.confirmation();
        if (confirmation != null) {
            if (!CONFIRMATIONS.contains(confirmation.basis())) {
                errors.add(new FieldError(
                        "/confirmation/basis", "unknown-word", "one of " + String.join(", ", CONFIRMATIONS)));
            }
            errors.addAll(requiredSource("/confirmation/source", confirmation.source(), known));
        }
        errors.addAll(Texts.body("/reason", review.reason(), Texts.MAX_NOTE));
        return errors;
    }

    private static List<FieldError> requiredSource(String pointer, String source, KnownRecords known) {
        List<FieldError> malformed = Texts.uuid(pointer, source);
        return malformed.isEmpty() ? ClaimRules.sourceErrors(pointer, source, known) : malformed;
    }
}
