package dalil.command.casualty;

import dalil.command.PartOfForm;
import dalil.command.StreamCommand;
import dalil.command.Streams;
import dalil.command.casualty.CasualtyCommand.NameOutOfGroup;
import dalil.command.casualty.CasualtyCommand.RecordCasualty;
import dalil.command.casualty.CasualtyForms.CasualtyForm;
import dalil.command.casualty.CasualtyForms.InjuryForm;
import dalil.command.claim.ClaimReading;
import dalil.command.http.Ids;
import dalil.command.rule.Refusal;
import dalil.events.casualty.CasualtyFact;
import dalil.events.casualty.CasualtyFact.Injury;
import dalil.events.claim.Attribute;
import dalil.events.claim.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns casualties as they are sent into commands, and collects what cannot be read. */
public final class CasualtyReading {

    private final ClaimReading reading;
    private final String at;

    /** @param at pointer to where the form stands in the body; empty where it is the body */
    public CasualtyReading(ClaimReading reading, String at) {
        this.reading = reading;
        this.at = at;
    }

    /**
     * What records the casualty, and names it out of the group in which it was counted so far.
     *
     * @param otherwise UUID of the incident where the form names none; null if then none is known
     */
    public List<StreamCommand> casualty(String stream, CasualtyForm form, @Nullable String otherwise) {
        List<Claim> claims = reading.claims(Attribute.Of.CASUALTY, form.claims(), at + "/claims");
        String unit = unit(form.unit(), claims);
        List<Injury> injuries = new ArrayList<>();
        List<@Nullable InjuryForm> forms = form.injuries() == null ? List.of() : form.injuries();
        for (int i = 0; i < forms.size(); i++) {
            injuries.add(injury(forms.get(i), at + "/injuries/" + i));
        }
        String incident = form.incident() == null ? otherwise : form.incident().toLowerCase(Locale.ROOT);
        List<StreamCommand> commands = new ArrayList<>();
        commands.add(new RecordCasualty(stream, unit, incident, claims, injuries));
        if (form.namedOutOf() != null) {
            commands.add(
                    new PartOfForm("/namedOutOf", new NameOutOfGroup(group(form.namedOutOf()), Streams.id(stream))));
        }
        return commands;
    }

    Injury injury(@Nullable InjuryForm form, String pointer) {
        if (form == null) {
            throw Refusal.field(pointer, "missing", "an injury is required");
        }
        return new Injury(
                reading.idOr(form.id()), reading.claims(Attribute.Of.INJURY, form.claims(), pointer + "/claims"));
    }

    private String group(String id) {
        try {
            return Streams.casualty(Ids.path(id));
        } catch (Refusal malformed) {
            throw Refusal.field(at + "/namedOutOf", "malformed", "the id of a group is required");
        }
    }

    private String unit(@Nullable JsonNode unit, List<Claim> claims) {
        if (unit == null || unit.isNull()) {
            return CasualtyFact.INDIVIDUAL;
        }
        if (unit.isString()) {
            return unit.stringValue();
        }
        reading.own(Attribute.Of.CASUALTY, "persons", unit, at + "/unit").ifPresent(claims::add);
        return CasualtyFact.GROUP;
    }
}
