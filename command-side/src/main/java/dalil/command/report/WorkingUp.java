package dalil.command.report;

import dalil.command.PartOfForm;
import dalil.command.StreamCommand;
import dalil.command.Streams;
import dalil.command.casualty.CasualtyForms.CasualtyForm;
import dalil.command.casualty.CasualtyReading;
import dalil.command.claim.ClaimForm;
import dalil.command.claim.ClaimReading;
import dalil.command.claim.Texts;
import dalil.command.http.Ids;
import dalil.command.incident.IncidentCommand.RecordForceUse;
import dalil.command.incident.IncidentForms.IncidentForm;
import dalil.command.incident.IncidentReading;
import dalil.command.record.RecordCommand.AddClaim;
import dalil.command.report.ReportForms.ToldIncidentForm;
import dalil.command.report.ReportForms.WorkingUpForm;
import dalil.command.rule.Refusal;
import dalil.command.source.SourceForm;
import dalil.events.claim.Attribute;
import dalil.events.incident.IncidentFact.ForceUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the commands of one form: sources first, then what they say. What is refused here depends on nothing that the form itself changes,
 * so that the same form sent again is never refused for what it did the first time.
 */
final class WorkingUp {

    private final Supplier<UUID> ids;
    private final Predicate<String> exists;
    private final ClaimReading reading;
    private final List<StreamCommand> commands = new ArrayList<>();
    private final Set<String> records = new LinkedHashSet<>();

    /** @param exists whether a stream has facts */
    WorkingUp(Supplier<UUID> ids, Predicate<String> exists) {
        this.ids = ids;
        this.exists = exists;
        this.reading = new ClaimReading("", ids);
    }

    /** The streams that the commands write to, beside the report and its source. */
    List<String> records() {
        return List.copyOf(records);
    }

    List<StreamCommand> commands(WorkingUpForm form, StreamCommand reportAsSource) {
        commands.add(form.source() == null ? reportAsSource : new PartOfForm("/source", reportAsSource));
        List<@Nullable SourceForm> sources = form.sources() == null ? List.of() : form.sources();
        for (int i = 0; i < sources.size(); i++) {
            source(sources.get(i), "/sources/" + i);
        }
        String incident = form.incident() == null ? null : incident(form.incident());
        List<@Nullable CasualtyForm> casualties = form.casualties() == null ? List.of() : form.casualties();
        for (int i = 0; i < casualties.size(); i++) {
            casualty(casualties.get(i), incident, "/casualties/" + i);
        }
        reading.refuseIfUnreadable();
        return commands;
    }

    private void source(@Nullable SourceForm form, String at) {
        SourceForm given = required(form, at);
        String stream = Streams.source(id(given.id(), at));
        add(at, given.command(stream));
    }

    /** @return the id of the incident */
    private String incident(ToldIncidentForm form) {
        String at = "/incident";
        if (form.existing() != null) {
            return addedTo(form, at);
        }
        String id = id(form.id(), at);
        String stream = Streams.incident(id);
        add(
                at,
                new IncidentReading(reading.of(stream), at)
                        .incident(stream, new IncidentForm(id, form.title(), form.claims(), form.forceUses())));
        return id;
    }

    private String addedTo(ToldIncidentForm form, String at) {
        String id = String.valueOf(form.existing()).toLowerCase(Locale.ROOT);
        String stream = Streams.incident(id);
        if (!Texts.isUuid(id) || !exists.test(stream)) {
            throw Refusal.field(at + "/existing", "unknown-id", "no incident of this id is on record");
        }
        if (form.id() != null || form.title() != null) {
            throw Refusal.field(at + "/existing", "wrong-form", "an incident on record has its id and its title");
        }
        ClaimReading own = reading.of(stream);
        List<@Nullable ClaimForm> claims = form.claims() == null ? List.of() : form.claims();
        for (int i = 0; i < claims.size(); i++) {
            String pointer = at + "/claims/" + i;
            own.claim(Attribute.Of.INCIDENT, claims.get(i), pointer)
                    .ifPresent(claim -> add(pointer, new AddClaim(stream, null, claim)));
        }
        List<ForceUse> forceUses = new IncidentReading(own, at).forceUses(form.forceUses());
        for (int i = 0; i < forceUses.size(); i++) {
            add(at + "/forceUses/" + i, new RecordForceUse(stream, forceUses.get(i)));
        }
        return id;
    }

    private void casualty(@Nullable CasualtyForm form, @Nullable String incident, String at) {
        CasualtyForm given = required(form, at);
        String stream = Streams.casualty(id(given.id(), at));
        new CasualtyReading(reading.of(stream), at)
                .casualty(stream, given, incident)
                .forEach(command -> add(at, command));
    }

    private void add(String at, StreamCommand command) {
        commands.add(new PartOfForm(at, command));
        records.add(command.stream());
    }

    private String id(@Nullable String given, String at) {
        try {
            return Ids.given(given, ids);
        } catch (Refusal malformed) {
            throw malformed.under(at);
        }
    }

    private static <T> T required(@Nullable T form, String at) {
        if (form == null) {
            throw Refusal.field(at, "missing", "an object is required");
        }
        return form;
    }
}
