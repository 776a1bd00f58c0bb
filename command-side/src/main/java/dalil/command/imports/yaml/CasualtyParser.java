package dalil.command.imports.yaml;

import dalil.command.casualty.CasualtyChecks;
import dalil.command.imports.profile.Emit;
import dalil.command.imports.profile.Value;
import dalil.events.casualty.CasualtyFact;
import dalil.events.claim.Attribute;
import java.util.ArrayList;
import java.util.List;

/** {@code kind: casualty}, with its injuries. */
final class CasualtyParser {

    private final Names names;
    private final OnlyOne withoutId = new OnlyOne("casualty of the row");

    CasualtyParser(Names names) {
        this.names = names;
    }

    Emit.Casualty casualty(Section section) {
        section.only(
                "kind", "forEach", "as", "when", "id", "unit", "incident", "source", "reported", "set", "injuries");
        Each each = new Each(names, section, List.of());
        withoutId.check(section);
        String unit = unit(section);
        Section set = section.need("set", "attributes of the casualty").section();
        set.all().forEach((attribute, entry) -> {
            if (!CasualtyChecks.fits(unit, attribute)) {
                throw entry.wrong("only a casualty of the other unit has this; this one is unit: " + unit);
            }
        });
        if (unit.equals(CasualtyFact.GROUP) && !set.has("persons")) {
            throw set.wrong("persons is missing: a group says how many people it counts");
        }
        return new Emit.Casualty(
                each.forEach(),
                each.when(),
                each.id(),
                unit,
                incident(section, each),
                each.source(),
                each.optional("reported"),
                each.claims().claims(Attribute.Of.CASUALTY, set),
                injuries(section, each),
                section.entry().line());
    }

    private static String unit(Section section) {
        String unit = section.text("unit", CasualtyFact.INDIVIDUAL);
        if (!unit.equals(CasualtyFact.INDIVIDUAL) && !unit.equals(CasualtyFact.GROUP)) {
            throw section.need("unit", "").wrong("individual or group was expected");
        }
        return unit;
    }

    /** Empty for that of the row. */
    private static List<Value> incident(Section section, Each each) {
        if (!section.has("incident")) {
            return List.of();
        }
        Entry ref = section.need("incident", "")
                .section()
                .only("ref")
                .need("ref", "the column, or columns, that name the row of the incident");
        return ref.oneOrMore().stream().map(each.values()::value).toList();
    }

    private List<Emit.Injury> injuries(Section casualty, Each around) {
        List<Emit.Injury> injuries = new ArrayList<>();
        if (!casualty.has("injuries")) {
            return injuries;
        }
        OnlyOne oneWithoutId = new OnlyOne("injury of the casualty");
        for (Entry entry : casualty.need("injuries", "").list()) {
            Section section = entry.section().only("forEach", "as", "when", "id", "source", "reported", "set");
            oneWithoutId.check(section);
            Each each = new Each(names, section, around.items());
            injuries.add(new Emit.Injury(
                    each.forEach(),
                    each.when(),
                    each.id(),
                    each.source(),
                    each.optional("reported"),
                    each.claims()
                            .claims(
                                    Attribute.Of.INJURY,
                                    section.need("set", "attributes of the injury")
                                            .section()),
                    entry.line()));
        }
        return injuries;
    }
}
