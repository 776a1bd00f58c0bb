package dalil.command.imports.mapping;

import dalil.command.Streams;
import dalil.command.figure.FigureChecks;
import dalil.command.figure.FigureCommand.PublishListedFigure;
import dalil.command.imports.mapping.form.Numbers;
import dalil.command.imports.mapping.form.PlacePathForm;
import dalil.command.imports.mapping.form.Speaker;
import dalil.command.imports.mapping.form.TimeForm;
import dalil.command.imports.mapping.identity.Placed;
import dalil.command.imports.mapping.identity.Placing;
import dalil.command.imports.mapping.identity.RowIdentity;
import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.numbers.RangeFormat;
import dalil.command.imports.numbers.RangeFormat.Ends;
import dalil.command.imports.profile.Emit;
import dalil.command.imports.profile.FigureSpec;
import dalil.command.imports.profile.FigureSpec.AsOf;
import dalil.command.imports.profile.FigureSpec.PartOf;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.profile.Value;
import dalil.command.imports.row.DatasetIds;
import dalil.command.rule.FieldError;
import dalil.events.Protected;
import dalil.events.figure.Figure;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The published totals that a row gives. */
final class FigureMapper {

    private static final String KIND = "figure";
    private static final String NOT_STATED = "not-stated";

    private final Profile profile;
    private final DatasetIds ids;
    private final RowIdentity identity;
    private final Placing placing;

    FigureMapper(Profile profile, DatasetIds ids, RowIdentity identity) {
        this.profile = profile;
        this.ids = ids;
        this.identity = identity;
        this.placing = new Placing(identity);
    }

    /** Where the row has no number there is no figure: an answer such as "unknown" is not a total. */
    void place(UUID row, Scope scope, List<Placed<Emit.Figure>> into) {
        placing.place(KIND, row, profile.figures(), scope, (emit, at) -> hasNumber(emit.figure(), at), into::add);
    }

    private static boolean hasNumber(FigureSpec figure, Scope scope) {
        RangeFormat format = figure.value().format();
        return isNumber(figure.value().least(), format, scope)
                || isNumber(figure.value().greatest(), format, scope);
    }

    private static boolean isNumber(@Nullable Value value, @Nullable RangeFormat format, Scope scope) {
        return value != null
                && Values.one(value, scope)
                        .filter(found -> !Numbers.isAnswer(found, format, scope))
                        .isPresent();
    }

    /** The row in which the whole stands of which this is a part; null where it is in this one, or part of none. */
    @Nullable UUID rowOfWhole(Placed<Emit.Figure> placed) {
        PartOf partOf = placed.emit().figure().partOf();
        return partOf == null
                        || partOf.row().isEmpty()
                        || !RowSources.has(partOf.row(), placed.scope())
                        || !RowSources.has(partOf.id(), placed.scope())
                ? null
                : identity.other(partOf.row(), placed.scope());
    }

    /** @param ofRow every figure of the row */
    PublishListedFigure figure(Placed<Emit.Figure> placed, List<Placed<Emit.Figure>> ofRow, RowSources sources) {
        FigureSpec spec = placed.emit().figure();
        Scope scope = placed.scope();
        String publisher = spec.publisher() == null
                ? sources.publisher()
                : sources.find(spec.publisher(), scope).orElse(sources.publisher());
        // where nothing else is said it was read in the dataset
        String via = spec.reportedVia() == null
                ? sources.publisher()
                : sources.find(spec.reportedVia(), scope).orElse(sources.publisher());
        Speaker speaker = new Speaker(publisher, null);
        AsOf asOf = spec.asOf();
        Ends number = Numbers.range(spec.value(), scope).orElseThrow();
        Figure figure = new Figure(
                publisher,
                sources.origin(spec.origin(), scope, publisher),
                publisher.equals(via) ? null : via,
                published(spec.published(), scope),
                asOf == null
                        ? null
                        : TimeForm.occurred(asOf.time(), asOf.words(), scope, speaker)
                                .orElse(null),
                code(spec, "measure", scope),
                words(spec, "measureWords", scope, speaker),
                code(spec, "unit", scope),
                code(spec, "period", scope),
                code(spec, "population", scope),
                words(spec, "populationWords", scope, speaker),
                new Figure.Includes(
                        code(spec, "includes.dead", scope),
                        code(spec, "includes.securityForces", scope),
                        code(spec, "includes.medics", scope)),
                qualifier(code(spec, "qualifier", scope), number),
                number.least(),
                number.greatest(),
                partOf(placed, ofRow),
                words(spec, "note", scope, speaker),
                place(spec.place(), scope));
        String stream = Streams.figure(placed.id().toString());
        check(stream, figure);
        return new PublishListedFigure(stream, ids.dataset().toString(), figure, false);
    }

    private static @Nullable List<String> place(List<Value> levels, Scope scope) {
        List<String> path = PlacePathForm.path(levels, scope);
        return path.isEmpty() ? null : List.copyOf(path);
    }

    private static @Nullable String published(@Nullable Value published, Scope scope) {
        return published == null
                ? null
                : Values.one(published, scope).map(RowSources::date).orElse(null);
    }

    private static String code(FigureSpec spec, String name, Scope scope) {
        Value value = Objects.requireNonNull(spec.codes().get(name));
        Found found = Values.one(value, scope).orElse(null);
        return found == null || found.answer() ? otherwise(name) : found.text();
    }

    /** What holds where the row says nothing. A figure without a measure is refused. */
    private static String otherwise(String name) {
        return switch (name) {
            case "measure", "qualifier" -> "";
            case "unit" -> "persons";
            default -> NOT_STATED;
        };
    }

    private static String qualifier(String stated, Ends number) {
        return !stated.isEmpty() ? stated : number.least() == number.greatest() ? "exactly" : "range";
    }

    private static @Nullable Protected<String> words(FigureSpec spec, String name, Scope scope, Speaker speaker) {
        return TimeForm.words(spec.texts().get(name), scope, speaker);
    }

    private @Nullable String partOf(Placed<Emit.Figure> placed, List<Placed<Emit.Figure>> ofRow) {
        PartOf partOf = placed.emit().figure().partOf();
        if (partOf != null && !partOf.called().isEmpty()) {
            return ofRow.stream()
                    .filter(other -> other.emit().called().equals(partOf.called()))
                    .map(other -> other.id().toString())
                    .findFirst()
                    .orElse(null);
        }
        UUID row = rowOfWhole(placed);
        return partOf == null || row == null
                ? null
                : DatasetIds.part(row, KIND, 1, identity.openParts(partOf.id(), placed.scope()))
                        .toString();
    }

    /** The same rules as the aggregate's, so that a dry run finds what recording would refuse. */
    private static void check(String stream, Figure figure) {
        List<FieldError> errors = FigureChecks.errors(stream, figure, other -> true);
        if (!errors.isEmpty()) {
            FieldError first = errors.get(0);
            throw new RowProblem(first.pointer().substring(1), first.code(), first.detail());
        }
    }
}
