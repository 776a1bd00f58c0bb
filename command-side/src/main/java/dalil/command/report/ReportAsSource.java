package dalil.command.report;

import static dalil.command.record.RecordForms.orEmpty;

import dalil.command.StreamCommand;
import dalil.command.Streams;
import dalil.command.rule.Refusal;
import dalil.command.source.SourceCommand.RegisterReport;
import dalil.command.source.SourceForm;
import dalil.events.FactMapper;
import dalil.events.report.ReportFact;
import dalil.ledger.Ledger;
import dalil.ledger.StoredFact;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report becomes a source of the same id, so that claims can name it. Its type follows from the channel; from whom its teller has it
 * is unknown until somebody says so, since that decides what corroborates what.
 */
final class ReportAsSource {

    /** In the words of the list {@code source-type}, by channel. */
    private static final Map<String, String> TYPES = Map.of(
            "phone-call", "telephone-conversation",
            "messaging-app", "messaging-app-message",
            "in-person", "interview",
            "web-page", "questionnaire-responses",
            "letter", "letter",
            "email", "letter");

    private final Ledger ledger;
    private final FactMapper mapper;

    ReportAsSource(Ledger ledger, FactMapper mapper) {
        this.ledger = ledger;
        this.mapper = mapper;
    }

    /**
     * What registers it: the first time if the form says nothing of it, else only if it is new.
     *
     * @param id UUID of the report; refused where there is none
     */
    StreamCommand command(String id, @Nullable SourceForm form) {
        ReportFact.Taken taken = taken(id);
        String stream = Streams.source(id);
        String type = TYPES.getOrDefault(taken.channel(), "other");
        String name = Streams.report(id);
        if (form == null) {
            return new RegisterReport(stream, type, taken.connection(), name);
        }
        if (form.id() != null && !form.id().toLowerCase(Locale.ROOT).equals(id)) {
            throw Refusal.field("/source/id", "wrong-id", "the report itself is this source, under its own id");
        }
        return new SourceForm(
                        id,
                        form.type() == null ? type : form.type(),
                        form.connection() == null ? taken.connection() : form.connection(),
                        orEmpty(form.name()).isBlank() ? name : form.name(),
                        form.origin(),
                        form.url(),
                        form.reliability())
                .command(stream);
    }

    private ReportFact.Taken taken(String id) {
        List<StoredFact> facts = ledger.stream(Streams.report(id), 0, Long.MAX_VALUE, 1);
        if (facts.isEmpty()) {
            throw Refusal.unknown("no report of this id");
        }
        StoredFact first = facts.get(0);
        return (ReportFact.Taken) mapper.read(first.type(), first.revision(), first.payload(), null);
    }
}
