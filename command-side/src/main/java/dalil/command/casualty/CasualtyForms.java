package dalil.command.casualty;

import dalil.command.claim.ClaimForm;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bodies that the casualty operations take. */
public final class CasualtyForms {

    private CasualtyForms() {}

    /**
     * @param id UUID chosen by the client; made if absent
     * @param incident id of the incident in which it happened, if it is known
     * @param unit {@code "individual"} (also if absent), or {@code {"least":3,"greatest":5}} for people of whom only the number is known
     * @param namedOutOf id of the group in which this person was counted so far
     */
    public record CasualtyForm(
            @Nullable String id,
            @Nullable String incident,
            @Nullable JsonNode unit,
            @Nullable String namedOutOf,
            @Nullable List<@Nullable ClaimForm> claims,
            @Nullable List<@Nullable InjuryForm> injuries) {}

    public record InjuryForm(@Nullable String id, @Nullable List<@Nullable ClaimForm> claims) {}

    /**
     * @param to the other record as {@code incident/uuid} or {@code casualty/uuid}
     * @param part id of the use of force that is meant
     * @param source required for {@code harmed-by}
     */
    record LinkForm(
            @Nullable String relation,
            @Nullable String to,
            @Nullable String part,
            @Nullable String source) {}

    /** @param casualty id of the person's own record */
    record NamedOutForm(@Nullable String casualty) {}

    /**
     * @param casualty id of the other record
     * @param score from 0 to 1, such as 0.934; optional
     */
    record CandidateForm(
            @Nullable String casualty, @Nullable String score) {}
}
