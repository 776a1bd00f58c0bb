package dalil.command.report;

import static dalil.command.record.RecordForms.orEmpty;

import dalil.command.StreamCommand;
import dalil.command.Streams;
import dalil.command.http.Ids;
import dalil.command.http.WriteCall;
import dalil.command.http.Writes;
import dalil.command.http.Written;
import dalil.command.record.RecordForms.ReasonForm;
import dalil.command.report.ReportCommand.ExpectVersion;
import dalil.command.report.ReportCommand.SetReportAside;
import dalil.command.report.ReportCommand.WorkUpReport;
import dalil.command.report.ReportForms.ConsentChangeForm;
import dalil.command.report.ReportForms.ReportForm;
import dalil.command.report.ReportForms.WorkingUpForm;
import dalil.command.report.ReportTaking.Taken;
import dalil.events.FactMapper;
import dalil.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP. */
@RestController
@RequestMapping(path = "/api/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
class ReportEndpoint {

    private final ReportTaking taking;
    private final Writes writes;
    private final Ledger ledger;
    private final ReportAsSource asSource;
    private final Supplier<UUID> ids;

    ReportEndpoint(ReportTaking taking, Writes writes, Ledger ledger, FactMapper mapper, Supplier<UUID> recordIds) {
        this.taking = taking;
        this.writes = writes;
        this.ledger = ledger;
        this.asSource = new ReportAsSource(ledger, mapper);
        this.ids = recordIds;
    }

    /**
     * What is answered to whoever takes a report.
     *
     * @param code to be told to the person, in groups as it is said; it is kept nowhere
     */
    record TakenAnswer(String id, List<Long> indexes, String code) {}

    @PostMapping
    ResponseEntity<TakenAnswer> take(WriteCall call, @RequestBody ReportForm form) {
        Taken taken = taking.take(call, form);
        return writes.created(
                call,
                taken.recorded(),
                new TakenAnswer(
                        taken.recorded().id(),
                        taken.recorded().indexes(),
                        taken.code().grouped()));
    }

    @PostMapping("/{id}/working-up")
    ResponseEntity<Written> workUp(WriteCall call, @PathVariable String id, @RequestBody WorkingUpForm form) {
        String report = Ids.path(id);
        long version = call.version();
        WorkingUp workingUp = new WorkingUp(ids, ledger::exists);
        List<StreamCommand> commands = new ArrayList<>();
        commands.add(new ExpectVersion(Streams.report(report), version));
        commands.addAll(workingUp.commands(form, asSource.command(report, form.source())));
        commands.add(new WorkUpReport(Streams.report(report), version, report, workingUp.records()));
        return writes.together(call, form, Streams.report(report), commands);
    }

    @PostMapping("/{id}/consent")
    ResponseEntity<Written> changeConsent(
            WriteCall call, @PathVariable String id, @RequestBody ConsentChangeForm form) {
        return writes.add(call, form, ConsentReading.change(Streams.report(Ids.path(id)), form));
    }

    @PostMapping("/{id}/setting-aside")
    ResponseEntity<Written> setAside(WriteCall call, @PathVariable String id, @RequestBody ReasonForm form) {
        return writes.add(call, form, new SetReportAside(Streams.report(Ids.path(id)), orEmpty(form.reason())));
    }
}
