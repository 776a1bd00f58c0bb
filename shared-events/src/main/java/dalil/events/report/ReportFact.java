package dalil.events.report;

import dalil.events.Fact;
import dalil.events.FactType;
import dalil.events.Protected;
import dalil.events.claim.ClaimValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a report: what someone told us, before it is worked up. Every text in it is protected as the report's own. Nothing
 * says from which address or with which device it came, and the code under which the person finds it again is not among them.
 */
public sealed interface ReportFact extends Fact {

    /**
     * Someone told us. Only the words are always there. A question without an answer was left open; that it was not asked, or that the
     * person does not know, will not say or says there is none, are answers.
     *
     * @param id UUID, made from the code that the person was given
     * @param channel a code of the list {@code report-channel}
     * @param language a code of the list {@code report-language}; of a page, the language in which it was read
     * @param connection a code of the list {@code source-connection}, as the person put it; null if not said
     * @param words what they said happened, as they said it
     * @param answers what they answered to questions, each question at most once
     * @param callBack null if nothing was said about it
     * @param consent null if it was not spoken about
     */
    record Taken(
            String id,
            String channel,
            String language,
            @Nullable String connection,
            Protected<String> words,
            List<Answered> answers,
            @Nullable CallBack callBack,
            @Nullable Consent consent)
            implements ReportFact {}

    /** @param question the name of an attribute of reports */
    record Answered(String question, ClaimValue value) {}

    /**
     * Whether and how we may come back to the person.
     *
     * @param whether a code of the list {@code call-back}, or one of the ways of not saying
     * @param contact a number, a name in a messenger, a meeting place; null if none was given
     * @param when at which times; null if not said
     * @param howSafely whom to ask for, what not to say, who must not pick up; null if not said
     */
    record CallBack(
            ClaimValue whether,
            @Nullable Protected<String> contact,
            @Nullable Protected<String> when,
            @Nullable Protected<String> howSafely) {}

    /**
     * The first layer of consent: by the person who reports, about what they told and about themselves, never for others. Whatever is
     * not in the list was not asked, and stays with us.
     *
     * @param limitsExplained whether they were told first that what was handed over cannot be taken back
     */
    record Consent(boolean limitsExplained, List<ConsentAnswer> answers) {}

    /**
     * @param recipient a code of the list {@code consent-recipient}
     * @param element a code of the list {@code consent-element}
     * @param answer a code of the list {@code consent-answer}
     */
    record ConsentAnswer(String recipient, String element, String answer) {}

    /**
     * What was told stands in records now. A report may be worked up again, when there is more in it.
     *
     * @param source UUID of the source as which claims name this report
     * @param records the streams that were begun or added to, for example {@code incident/6f1c…}; at least one
     */
    record WorkedUp(String source, List<String> records) implements ReportFact {}

    /**
     * What was said of consent later: where it differs from what was said before, this holds from now on. What was handed over before it
     * was withdrawn cannot be taken back.
     *
     * @param by a code of the list {@code consent-by}: who says so
     * @param limitsExplained whether they were told that what was handed over cannot be taken back
     * @param answers only those that change; at least one
     */
    record ConsentChanged(String by, boolean limitsExplained, List<ConsentAnswer> answers, Protected<String> reason)
            implements ReportFact {}

    /** Nothing is made of it for now, and why. It stays readable and can still be worked up. */
    record SetAside(Protected<String> reason) implements ReportFact {}

    /** Names on the wire, for ever. */
    List<FactType> TYPES = List.of(
            new FactType(Taken.class, "report.taken", "1"),
            new FactType(WorkedUp.class, "report.worked-up", "1"),
            new FactType(SetAside.class, "report.set-aside", "1"),
            new FactType(ConsentChanged.class, "report.consent-changed", "1"));
}
