package dalil.command.report;

import dalil.command.Recorder.Recorded;
import dalil.command.Streams;
import dalil.command.claim.ClaimReading;
import dalil.command.http.WriteCall;
import dalil.command.http.Writes;
import dalil.command.report.ReportCommand.TakeReport;
import dalil.command.report.ReportForms.ReportForm;
import dalil.command.rule.Refusal;
import dalil.events.report.ReportCode;
import dalil.ledger.Ledger;
import dalil.ledger.RequestAnswer;
import dalil.ledger.StoredFact;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes a report and gives it its code. The code is drawn from the request under the register's secret, so that the same request, after
 * a double tap, a reload or a crash, gets the same code again although no code is kept anywhere.
 */
public final class ReportTaking {

    private static final int DRAWS = 50;
    private static final String WHAT = "dalil code of a report\n";
    private static final Duration PUBLISHED = Duration.ofSeconds(10);

    private final Writes writes;
    private final Ledger ledger;
    private final Supplier<UUID> ids;
    private final Draw draw;

    public ReportTaking(Writes writes, Ledger ledger, Supplier<UUID> recordIds) {
        this(writes, ledger, recordIds, (request, time) -> drawn(ledger, request, time));
    }

    ReportTaking(Writes writes, Ledger ledger, Supplier<UUID> recordIds, Draw draw) {
        this.writes = writes;
        this.ledger = ledger;
        this.ids = recordIds;
        this.draw = draw;
    }

    /** Which code a request gets when it draws for the first, the second … time. */
    interface Draw {
        ReportCode code(UUID request, int time);
    }

    /** A report that is on record, and the code for the person who told it. */
    public record Taken(Recorded recorded, ReportCode code) {}

    /** @throws Refusal if it cannot be recorded as it is */
    public Taken take(WriteCall call, ReportForm form) {
        Optional<String> answered = answered(call.request());
        for (int time = 0; time < DRAWS; time++) {
            ReportCode code = draw.code(call.request(), time);
            String stream = Streams.report(code.id(ledger::digest).toString());
            if (answered.isPresent() && !answered.get().equals(stream)) {
                continue;
            }
            Optional<Recorded> recorded = recorded(call, form, stream);
            // a twin of this request may have been first, and have drawn another code
            if (recorded.filter(it -> Streams.report(it.id()).equals(stream)).isPresent()) {
                return new Taken(recorded.get(), code);
            }
        }
        // the key answered something that is no report: the recorder says so
        return new Taken(
                record(call, form, answered.orElseThrow(ReportTaking::noCodeLeft)), draw.code(call.request(), 0));
    }

    /** Empty where another report has this stream. */
    private Optional<Recorded> recorded(WriteCall call, ReportForm form, String stream) {
        try {
            return Optional.of(record(call, form, stream));
        } catch (Refusal refusal) {
            if (refusal.code().equals("already-exists")) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private Recorded record(WriteCall call, ReportForm form, String stream) {
        ClaimReading reading = new ClaimReading(stream, ids);
        TakeReport command = new ReportReading(stream, reading).report(form);
        reading.refuseIfUnreadable();
        return writes.record(call, form, stream, List.of(command));
    }

    /** The stream of the first fact that this request led to, if it was answered before. */
    private Optional<String> answered(UUID request) {
        Optional<RequestAnswer> known = ledger.request(request);
        known.ifPresent(answer -> ledger.awaitSize(answer.firstIndex() + answer.count(), PUBLISHED));
        return known.map(answer -> ledger.read(answer.firstIndex(), 1))
                .filter(facts -> !facts.isEmpty())
                .map(facts -> facts.get(0))
                .map(StoredFact::stream);
    }

    private static Refusal noCodeLeft() {
        return Refusal.conflict("busy", "no free code was drawn; try again");
    }

    private static ReportCode drawn(Ledger ledger, UUID request, int time) {
        byte[] hash = ledger.digest((WHAT + request + "\n" + time).getBytes(StandardCharsets.UTF_8));
        return ReportCode.numbered(
                (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), ReportCode.COUNT));
    }
}
