package dalil.command.incident;

import dalil.command.claim.ClaimForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies that the incident operations take. */
public final class IncidentForms {

    private IncidentForms() {}

    /**
     * @param id UUID chosen by the client; made if absent
     * @param title one neutral line without names, instead of a claim
     */
    public record IncidentForm(
            @Nullable String id,
            @Nullable String title,
            @Nullable List<@Nullable ClaimForm> claims,
            @Nullable List<@Nullable ForceUseForm> forceUses) {}

    /** @param usedBy a word of the list {@code used-by}; required unless a claim says it */
    public record ForceUseForm(
            @Nullable String id,
            @Nullable String usedBy,
            @Nullable List<@Nullable ClaimForm> claims) {}

    /**
     * @param incident id of the other record
     * @param score from 0 to 1, such as 0.934; optional
     */
    record CandidateForm(
            @Nullable String incident, @Nullable String score) {}

    /**
     * @param to the other record as {@code incident/uuid}
     * @param source required for {@code causes}
     */
    record LinkForm(
            @Nullable String relation,
            @Nullable String to,
            @Nullable String source) {}
}
