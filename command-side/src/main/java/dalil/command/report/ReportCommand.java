package dalil.command.report;

import dalil.command.StreamCommand;
import dalil.events.report.ReportFact.Answered;
import dalil.events.report.ReportFact.CallBack;
import dalil.events.report.ReportFact.Consent;
import dalil.events.report.ReportFact.ConsentAnswer;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.jspecify.annotations.Nullable;

/** What can be asked of a report. {@code stream} is {@code report/uuid}. */
public sealed interface ReportCommand extends StreamCommand {

    record TakeReport(
            @TargetAggregateIdentifier String stream,
            String channel,
            String language,
            @Nullable String connection,
            String words,
            List<Answered> answers,
            @Nullable CallBack callBack,
            @Nullable Consent consent)
            implements ReportCommand {}

    /**
     * Decides nothing. It stands before the parts of a form, so that who read an older version hears that, and not what their form would
     * do twice.
     */
    record ExpectVersion(@TargetAggregateIdentifier String stream, long version) implements ReportCommand {}

    /**
     * @param source UUID of the source as which claims name the report
     * @param records streams that the same form begins or adds to
     */
    record WorkUpReport(
            @TargetAggregateIdentifier String stream,
            @TargetAggregateVersion @Nullable Long version,
            String source,
            List<String> records)
            implements ReportCommand {}

    /**
     * @param by a word of the list {@code consent-by}
     * @param answers what changes
     */
    record ChangeConsent(
            @TargetAggregateIdentifier String stream,
            String by,
            boolean limitsExplained,
            List<ConsentAnswer> answers,
            String reason)
            implements ReportCommand {}

    record SetReportAside(@TargetAggregateIdentifier String stream, String reason) implements ReportCommand {}
}
