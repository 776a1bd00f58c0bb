package dalil.command.report;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dalil.command.KnownRecords;
import dalil.command.Streams;
import dalil.command.claim.Texts;
import dalil.command.report.ReportCommand.ChangeConsent;
import dalil.command.report.ReportCommand.ExpectVersion;
import dalil.command.report.ReportCommand.SetReportAside;
import dalil.command.report.ReportCommand.TakeReport;
import dalil.command.report.ReportCommand.WorkUpReport;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import dalil.events.Protected;
import dalil.events.report.ReportFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A report as the write side knows it. */
@AggregateRoot(type = "report")
public class Report {

    private static final int MAX_FACTS = 2_000;

    @AggregateIdentifier
    private @Nullable String stream;

    private final Map<String, String> consent = new HashMap<>();
    private boolean workedUp;
    private boolean setAside;
    private int facts;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(TakeReport command, KnownRecords known) {
        if (known.exists(command.stream())) {
            throw Refusal.conflict("already-exists", "a report of this id is on record");
        }
        refuseIf(ReportChecks.errors(command));
        apply(new ReportFact.Taken(
                Streams.id(command.stream()),
                command.channel(),
                command.language(),
                command.connection(),
                Protected.of(command.stream(), command.words()),
                command.answers(),
                command.callBack(),
                command.consent()));
    }

    @CommandHandler
    void decide(ExpectVersion command) {
        // the framework compares versions after everything is decided; then one of the parts would have been refused
        // first
        long current = AggregateLifecycle.getVersion();
        if (current != command.version()) {
            throw new ConflictingAggregateVersionException(command.stream(), command.version(), current);
        }
    }

    /** Also again, and after it was set aside: there may be more in it than was seen at first. */
    @CommandHandler
    void decide(WorkUpReport command, KnownRecords known) {
        refuseIf(ReportChecks.errors(command, known));
        refuseIfFull();
        apply(new ReportFact.WorkedUp(command.source(), command.records()));
    }

    @CommandHandler
    void decide(SetReportAside command) {
        refuseIf(Texts.body("/reason", command.reason(), Texts.MAX_NOTE));
        if (workedUp) {
            throw Refusal.conflict("worked-up", "the report was worked up into records; those can be retracted");
        }
        if (setAside) {
            throw Refusal.because("changes-nothing", "the report is set aside already");
        }
        apply(new ReportFact.SetAside(Protected.of(command.stream(), command.reason())));
    }

    @CommandHandler
    void decide(ChangeConsent command) {
        refuseIf(ConsentChecks.changed(command, consent));
        refuseIfFull();
        apply(new ReportFact.ConsentChanged(
                command.by(),
                command.limitsExplained(),
                command.answers(),
                Protected.of(command.stream(), command.reason())));
    }

    @EventSourcingHandler
    void evolve(ReportFact fact) {
        facts++;
        if (fact instanceof ReportFact.Taken taken) {
            stream = Streams.report(taken.id());
            if (taken.consent() != null) {
                hold(taken.consent().answers());
            }
        } else if (fact instanceof ReportFact.ConsentChanged changed) {
            hold(changed.answers());
        } else if (fact instanceof ReportFact.WorkedUp) {
            workedUp = true;
        } else if (fact instanceof ReportFact.SetAside) {
            setAside = true;
        }
    }

    private void hold(List<ReportFact.ConsentAnswer> answers) {
        answers.forEach(answer -> consent.put(ConsentChecks.about(answer), answer.answer()));
    }

    private void refuseIfFull() {
        if (facts >= MAX_FACTS) {
            throw Refusal.because("too-many-facts", "a record holds at most " + MAX_FACTS + " facts");
        }
    }

    private static void refuseIf(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }
}
