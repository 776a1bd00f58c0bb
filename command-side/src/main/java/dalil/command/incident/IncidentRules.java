package dalil.command.incident;

import dalil.command.incident.IncidentCommand.LinkIncident;
import dalil.command.incident.IncidentCommand.ReviewIncident;
import dalil.command.rule.Rule;
import dalil.events.incident.IncidentFact.ForceUse;
import java.util.Set;

/** The rules of incidents, each with the sentence it enforces. */
final class IncidentRules {

    static final int MAX_FACTS = 2_000;

    private static final Set<String> CORROBORATING = Set.of("corroborated", "confirmed");
    private static final String SELF_REVIEWED = "self-reviewed";

    private IncidentRules() {}

    /**
     * A review with what it is held against.
     *
     * @param byARecorder whether its reviewer recorded anything of what is reviewed
     * @param sources of the claims that stand on the incident
     */
    record Reviewing(ReviewIncident review, boolean byARecorder, Set<String> sources) {}

    static final Rule<Reviewing> ORIGINS_SPEAK_ABOUT_THE_INCIDENT = new Rule<>(
            "origin-says-nothing-here",
            reviewing -> !reviewing.sources().containsAll(reviewing.review().origins())
                    || reviewing.review().evidence() != null
                            && !reviewing
                                    .sources()
                                    .contains(reviewing.review().evidence().source()),
            "an origin, or the source of examined evidence, is a source of a claim that stands on this incident");

    static final Rule<Reviewing> REVIEWER_IS_NOT_THE_RECORDER = new Rule<>(
            "reviewer-is-the-recorder",
            reviewing -> reviewing.byARecorder()
                    && !SELF_REVIEWED.equals(reviewing.review().state()),
            "the reviewer recorded this incident or a claim on it: somebody else reviews it, or the state is self-reviewed");

    static final Rule<Reviewing> SELF_REVIEWED_IS_SAID_BY_A_RECORDER = new Rule<>(
            "not-a-recorder",
            reviewing -> !reviewing.byARecorder()
                    && SELF_REVIEWED.equals(reviewing.review().state()),
            "self-reviewed is the state for a reviewer who recorded the incident");

    static final Rule<ReviewIncident> REVIEW_SAYS_WHAT_IT_COVERS =
            new Rule<>("covers-nothing", review -> review.covers().isEmpty(), "a review says what it covers");

    static final Rule<ReviewIncident> CORROBORATED_IS_COHERENT = new Rule<>(
            "not-coherent",
            review -> CORROBORATING.contains(review.state()) && !review.coherent(),
            "an account that is not coherent is not corroborated");

    static final Rule<ReviewIncident> CORROBORATED_NEEDS_TWO_ORIGINS_OR_EXAMINED_EVIDENCE = new Rule<>(
            "not-enough-origins",
            review ->
                    CORROBORATING.contains(review.state()) && review.origins().size() < 2 && review.evidence() == null,
            "corroborated needs two independent origins, or one direct source with physical, medical or visual evidence that"
                    + " the reviewer examined");

    static final Rule<ReviewIncident> CONFIRMED_NEEDS_A_RECORD_MADE_FOR_ANOTHER_PURPOSE_OR_ACKNOWLEDGEMENT = new Rule<>(
            "not-confirmed",
            review -> "confirmed".equals(review.state()) && review.confirmation() == null,
            "confirmed needs a record made for another purpose, or acknowledgement by the authority that would deny it");

    static final Rule<ReviewIncident> ORIGINS_DIFFER = new Rule<>(
            "origins-not-independent",
            review -> Set.copyOf(review.origins()).size() < review.origins().size(),
            "the same source is named twice as an origin");

    static final Rule<LinkIncident> CAUSES_NEEDS_A_SOURCE = new Rule<>(
            "missing-source",
            link -> "causes".equals(link.relation()) && link.source() == null,
            "that one incident causes another is a claim: it needs a source");

    static final Rule<ForceUse> A_USE_OF_FORCE_SAYS_WHO_USED_IT = new Rule<>(
            "missing-used-by",
            forceUse -> forceUse.claims().stream()
                    .noneMatch(claim -> claim.attribute().equals("used-by")),
            "a use of force says who used it: state-force, crowd-member, private-guard or unknown");
}
