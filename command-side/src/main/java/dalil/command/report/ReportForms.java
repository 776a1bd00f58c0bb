package dalil.command.report;

import dalil.command.casualty.CasualtyForms.CasualtyForm;
import dalil.command.claim.ClaimForm;
import dalil.command.incident.IncidentForms.ForceUseForm;
import dalil.command.source.SourceForm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bodies that the report operations take. */
public final class ReportForms {

    private ReportForms() {}

    /**
     * What someone told us. Only the words are required.
     *
     * @param channel a word of the list {@code report-channel}; {@code other} if absent
     * @param language a word of the list {@code report-language}; {@code unknown} if absent
     * @param connection a word of the list {@code source-connection}, as the person put it
     * @param words what they said happened, as they said it
     * @param answers by question: a word, a text, a number, {@code {"least","greatest"}}, or {@code {"answer":"unknown"}}
     */
    public record ReportForm(
            @Nullable String channel,
            @Nullable String language,
            @Nullable String connection,
            @Nullable String words,
            @Nullable Map<String, JsonNode> answers,
            @Nullable CallBackForm callBack,
            @Nullable ConsentForm consent) {}

    /** @param whether a word of the list {@code call-back}, or {@code {"answer":"unknown"}} */
    public record CallBackForm(
            @Nullable JsonNode whether,
            @Nullable String contact,
            @Nullable String when,
            @Nullable String howSafely) {}

    /** @param limitsExplained whether the person was told that what was handed over cannot be taken back */
    public record ConsentForm(
            @Nullable Boolean limitsExplained, @Nullable List<@Nullable ConsentAnswerForm> answers) {}

    /**
     * @param recipient a word of the list {@code consent-recipient}
     * @param element a word of the list {@code consent-element}
     * @param answer {@code given}, {@code refused} or {@code not-asked}
     */
    public record ConsentAnswerForm(
            @Nullable String recipient,
            @Nullable String element,
            @Nullable String answer) {}

    /**
     * What was said of consent later.
     *
     * @param by a word of the list {@code consent-by}: who says so
     * @param limitsExplained whether they were told that what was handed over cannot be taken back
     * @param answers those that change, each {@code given}, {@code refused}, {@code withdrawn} or {@code disputed}
     */
    public record ConsentChangeForm(
            @Nullable String by,
            @Nullable Boolean limitsExplained,
            @Nullable List<@Nullable ConsentAnswerForm> answers,
            @Nullable String reason) {}

    /**
     * What is made of a report. Claims name the report itself by its own id as their source.
     *
     * @param source what more is known of the person as a source; its id is the report's
     * @param sources others that the report leads to
     * @param casualties happened in the incident of this form unless they name another
     */
    record WorkingUpForm(
            @Nullable SourceForm source,
            @Nullable List<@Nullable SourceForm> sources,
            @Nullable ToldIncidentForm incident,
            @Nullable List<@Nullable CasualtyForm> casualties) {}

    /**
     * A new incident, or what the report adds to one on record.
     *
     * @param existing id of the incident on record; then neither {@code id} nor {@code title}
     */
    record ToldIncidentForm(
            @Nullable String existing,
            @Nullable String id,
            @Nullable String title,
            @Nullable List<@Nullable ClaimForm> claims,
            @Nullable List<@Nullable ForceUseForm> forceUses) {}
}
