package dalil.command.dataset;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dalil.command.KnownRecords;
import dalil.command.Streams;
import dalil.command.claim.Texts;
import dalil.command.dataset.DatasetCommand.ListDataset;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import dalil.events.dataset.DatasetFact;
import dalil.events.dataset.DatasetFact.Listed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A dataset as the write side knows it: the ids that its publisher lists now. */
@AggregateRoot(type = "dataset")
public class Dataset {

    @AggregateIdentifier
    private @Nullable String stream;

    private final Set<String> listed = new LinkedHashSet<>();

    /** Always records that the files were read, also where nothing changed; a long listing becomes several facts. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ListDataset command, KnownRecords known) {
        List<FieldError> errors = new ArrayList<>(Texts.line("/dataset", command.dataset()));
        try {
            LocalDate.parse(command.asOf());
        } catch (DateTimeParseException wrong) {
            errors.add(new FieldError("/asOf", "impossible-date", "a day such as 2020-10-19 is required"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        Set<String> now = new LinkedHashSet<>(command.ids());
        List<String> added = now.stream().filter(id -> !listed.contains(id)).toList();
        List<String> noLonger = listed.stream()
                .filter(id -> !now.contains(id) && isOf(command.kinds(), id, known))
                .toList();
        int parts = Math.max(1, Math.max(parts(added), parts(noLonger)));
        for (int part = 1; part <= parts; part++) {
            apply(new Listed(
                    Streams.id(command.stream()),
                    command.dataset(),
                    command.asOf(),
                    command.version(),
                    command.profile(),
                    command.profileSha256(),
                    command.files(),
                    command.rows(),
                    command.rejected(),
                    part(added, part),
                    part(noLonger, part),
                    part,
                    parts));
        }
    }

    @EventSourcingHandler
    void evolve(DatasetFact fact) {
        if (fact instanceof Listed change) {
            stream = Streams.dataset(change.id());
            listed.addAll(change.added());
            change.noLonger().forEach(listed::remove);
        }
    }

    /** A file of victims does not say that the incidents of another file are gone. */
    private static boolean isOf(List<String> kinds, String id, KnownRecords known) {
        return kinds.stream().anyMatch(kind -> known.exists(kind + "/" + id));
    }

    private static int parts(List<String> ids) {
        return (ids.size() + DatasetFact.MAX_IDS - 1) / DatasetFact.MAX_IDS;
    }

    private static List<String> part(List<String> ids, int part) {
        int from = Math.min(ids.size(), (part - 1) * DatasetFact.MAX_IDS);
        return List.copyOf(ids.subList(from, Math.min(ids.size(), from + DatasetFact.MAX_IDS)));
    }
}
