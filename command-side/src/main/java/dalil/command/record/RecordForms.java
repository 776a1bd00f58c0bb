package dalil.command.record;

import dalil.events.review.Confirmation;
import dalil.events.review.ExaminedEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bodies that the operations take which every record made of claims has. */
public final class RecordForms {

    private RecordForms() {}

    /**
     * @param state a word of the list {@code corroboration}
     * @param covers words of the list {@code review-covers}
     * @param coherent whether the account is coherent
     * @param origins ids of sources of independent origin
     */
    public record ReviewForm(
            @Nullable String state,
            @Nullable List<@Nullable String> covers,
            @Nullable Boolean coherent,
            @Nullable List<@Nullable String> origins,
            @Nullable EvidenceForm evidence,
            @Nullable ConfirmationForm confirmation,
            @Nullable String reason) {}

    /** @param kind a word of the list {@code evidence-kind} */
    public record EvidenceForm(
            @Nullable String kind, @Nullable String source) {
        ExaminedEvidence evidence() {
            return new ExaminedEvidence(orEmpty(kind), orEmpty(source));
        }
    }

    /** @param basis {@code other-purpose-record} or {@code acknowledged-by-authority} */
    public record ConfirmationForm(
            @Nullable String basis, @Nullable String source) {
        Confirmation confirmation() {
            return new Confirmation(orEmpty(basis), orEmpty(source));
        }
    }

    /** @param into id of the record that stands for both from now on */
    public record MergerForm(
            @Nullable String into, @Nullable String reason) {}

    public record ReasonForm(@Nullable String reason) {}

    public record DisputeForm(
            @Nullable String reason, @Nullable String source) {}

    public record CorrectionForm(
            @Nullable String reason, @Nullable JsonNode value) {}

    /** Texts of which none is missing: what a missing one is checked as stands in its place. */
    static List<String> orEmpty(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(text -> orEmpty(text)).toList();
    }

    /** What a missing text is checked as. */
    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
