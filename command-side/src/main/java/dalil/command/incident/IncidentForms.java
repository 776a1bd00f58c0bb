package dalil.command.incident;

import dalil.command.claim.ClaimForm;
import dalil.events.incident.IncidentFact.Confirmation;
import dalil.events.incident.IncidentFact.ExaminedEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bodies that the incident operations take. */
final class IncidentForms {

    private IncidentForms() {}

    /**
     * @param id UUID chosen by the client; made if absent
     * @param title one neutral line without names, instead of a claim
     */
    record IncidentForm(
            @Nullable String id,
            @Nullable String title,
            @Nullable List<@Nullable ClaimForm> claims,
            @Nullable List<@Nullable ForceUseForm> forceUses) {}

    /** @param usedBy a word of the list {@code used-by}; required unless a claim says it */
    record ForceUseForm(
            @Nullable String id,
            @Nullable String usedBy,
            @Nullable List<@Nullable ClaimForm> claims) {}

    /**
     * @param to the other record as {@code incident/uuid}
     * @param source required for {@code causes}
     */
    record LinkForm(
            @Nullable String relation,
            @Nullable String to,
            @Nullable String source) {}

    /**
     * @param state a word of the list {@code corroboration}
     * @param covers words of the list {@code review-covers}
     * @param coherent whether the account is coherent
     * @param origins ids of sources of independent origin
     */
    record ReviewForm(
            @Nullable String state,
            @Nullable List<String> covers,
            @Nullable Boolean coherent,
            @Nullable List<String> origins,
            @Nullable EvidenceForm evidence,
            @Nullable ConfirmationForm confirmation,
            @Nullable String reason) {}

    /** @param kind a word of the list {@code evidence-kind} */
    record EvidenceForm(@Nullable String kind, @Nullable String source) {
        ExaminedEvidence evidence() {
            return new ExaminedEvidence(orEmpty(kind), orEmpty(source));
        }
    }

    /** @param basis {@code other-purpose-record} or {@code acknowledged-by-authority} */
    record ConfirmationForm(
            @Nullable String basis, @Nullable String source) {
        Confirmation confirmation() {
            return new Confirmation(orEmpty(basis), orEmpty(source));
        }
    }

    record ReasonForm(@Nullable String reason) {}

    record DisputeForm(@Nullable String reason, @Nullable String source) {}

    record CorrectionForm(@Nullable String reason, @Nullable JsonNode value) {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
