package dalil.command.imports.yaml;

import dalil.command.imports.profile.Emit;
import dalil.events.claim.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list {@code emit:}: what a row gives. A further kind is a further case in {@link #read}. */
final class EmitParser {

    private static final String KINDS = "source, incident, force-use, casualty or figure";

    private final Names names;
    final List<Emit.Source> sources = new ArrayList<>();
    final List<Emit.ForceUse> forceUses = new ArrayList<>();
    final List<Emit.Casualty> casualties = new ArrayList<>();
    final List<Emit.Figure> figures = new ArrayList<>();

    Emit.@Nullable Incident incident;

    EmitParser(Names names) {
        this.names = names;
    }

    void read(Entry emit) {
        for (Entry entry : emit.list()) {
            called(entry.section());
        }
        SourceParser source = new SourceParser(names);
        CasualtyParser casualty = new CasualtyParser(names);
        FigureParser figure = new FigureParser(names);
        for (Entry entry : emit.list()) {
            Section section = entry.section();
            Entry kind = section.need("kind", KINDS);
            switch (kind.text()) {
                case "source" -> sources.add(source.source(section));
                case "incident" -> incident(section);
                case "force-use" -> forceUses.add(forceUse(section));
                case "casualty" -> casualties.add(casualty.casualty(section));
                case "figure" -> figures.addAll(figure.figures(section));
                default -> throw kind.wrong(KINDS + " was expected");
            }
        }
        if (sources.isEmpty() && incident == null && casualties.isEmpty() && figures.isEmpty()) {
            throw emit.wrong("at least an incident, a casualty, a figure or a source was expected");
        }
        if (!forceUses.isEmpty() && incident == null) {
            throw emit.wrong("a use of force is part of an incident: a {kind: incident} is missing");
        }
    }

    private void called(Section section) {
        Entry called = section.get("called");
        if (called != null) {
            boolean figure = section.text("kind", "").equals("figure");
            Set<String> others = figure ? names.figures : names.sources;
            if (!others.add(called.words())) {
                throw called.wrong("another " + (figure ? "figure" : "source") + " of the row is called so");
            }
        }
    }

    private void incident(Section section) {
        if (incident != null) {
            throw section.wrong("a row gives one incident; this is the second");
        }
        section.only("kind", "when", "source", "reported", "set", "links");
        Each each = new Each(names, section, List.of());
        incident = new Emit.Incident(
                each.when(),
                each.source(),
                each.optional("reported"),
                each.claims()
                        .claims(
                                Attribute.Of.INCIDENT,
                                section.need("set", "attributes of the incident")
                                        .section()),
                links(section.get("links")),
                section.entry().line());
    }

    private List<Emit.Link> links(@Nullable Entry entry) {
        List<Emit.Link> links = new ArrayList<>();
        for (Entry one : entry == null ? List.<Entry>of() : entry.list()) {
            Section section = one.section().only("relation", "forEach", "as", "when", "to", "source");
            Each each = new Each(names, section, List.of());
            Entry relation = section.need("relation", "a word of the list incident-link");
            ClaimParser.checkCode(relation, "incident-link");
            Entry to = section.need("to", "what names the other row, as id: names this one");
            links.add(new Emit.Link(
                    each.forEach(), each.when(), relation.text(), each.values("to"), each.source(), to.line()));
        }
        return links;
    }

    private Emit.ForceUse forceUse(Section section) {
        section.only("kind", "forEach", "as", "when", "id", "source", "reported", "set");
        Each each = new Each(names, section, List.of());
        Section set = section.need("set", "attributes of the use of force, used-by among them")
                .section();
        if (!set.has("used-by")) {
            throw set.wrong(
                    "used-by is missing: a use of force says who used it, such as {const: state-force} or {const: unknown}");
        }
        return new Emit.ForceUse(
                each.forEach(),
                each.when(),
                each.id(),
                each.source(),
                each.optional("reported"),
                each.claims().claims(Attribute.Of.FORCE_USE, set),
                section.entry().line());
    }
}
