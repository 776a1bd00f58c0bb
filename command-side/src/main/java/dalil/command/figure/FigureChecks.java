package dalil.command.figure;

import dalil.command.KnownRecords;
import dalil.command.Streams;
import dalil.command.claim.ClaimRules;
import dalil.command.claim.Texts;
import dalil.command.claim.ValueRules;
import dalil.command.rule.FieldError;
import dalil.events.Protected;
import dalil.events.figure.Figure;
import dalil.events.source.SourceFact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a figure, all of it at once. */
public final class FigureChecks {

    private static final long MOST = 1_000_000_000_000L;
    private static final String RANGE = "range";
    private static final String PERCENT = "percent";

    private FigureChecks() {}

    /** Pointers are those of the form that people send. */
    public static List<FieldError> errors(String stream, Figure figure, KnownRecords known) {
        List<FieldError> errors = new ArrayList<>(source("/publisher", figure.publisher(), known));
        if (!figure.origin().equals(SourceFact.ORIGIN_SELF) && !figure.origin().equals(SourceFact.ORIGIN_UNKNOWN)) {
            errors.addAll(source("/origin", figure.origin(), known));
        }
        errors.addAll(ClaimRules.sourceErrors("/reportedVia", figure.reportedVia(), known));
        if (figure.published() != null) {
            errors.addAll(ClaimRules.dateErrors("/published", figure.published()));
        }
        if (figure.asOf() != null) {
            errors.addAll(ClaimRules.occurredErrors("/asOf", figure.asOf()));
        }
        errors.addAll(ClaimRules.codeErrors("/measure", "figure-measure", figure.measure()));
        errors.addAll(ClaimRules.codeErrors("/unit", "figure-unit", figure.unit()));
        errors.addAll(ClaimRules.codeErrors("/period", "figure-period", figure.period()));
        errors.addAll(ClaimRules.codeErrors("/population", "figure-population", figure.population()));
        errors.addAll(ClaimRules.codeErrors("/qualifier", "figure-qualifier", figure.qualifier()));
        Figure.Includes includes = figure.includes();
        errors.addAll(ClaimRules.codeErrors("/includes/dead", "yes-no", includes.dead()));
        errors.addAll(ClaimRules.codeErrors("/includes/securityForces", "yes-no", includes.securityForces()));
        errors.addAll(ClaimRules.codeErrors("/includes/medics", "yes-no", includes.medics()));
        errors.addAll(value(figure));
        errors.addAll(text("/measureWords", figure.measureWords()));
        errors.addAll(text("/populationWords", figure.populationWords()));
        errors.addAll(text("/note", figure.note()));
        errors.addAll(other("/partOf", stream, figure.partOf(), known));
        if (figure.place() != null) {
            errors.addAll(ValueRules.pathErrors("/place", figure.place()));
        }
        return errors;
    }

    private static List<FieldError> value(Figure figure) {
        if (figure.least() < 0 || figure.greatest() > MOST || figure.least() > figure.greatest()) {
            return List.of(new FieldError("/value", "out-of-range", "a whole number from 0 on, the least first"));
        }
        if (figure.least() != figure.greatest() && !figure.qualifier().equals(RANGE)) {
            return List.of(new FieldError("/value", "wrong-form", "two numbers are a range"));
        }
        if (figure.unit().equals(PERCENT) && figure.greatest() > 100) {
            return List.of(new FieldError("/value", "out-of-range", "percent go up to 100"));
        }
        return List.of();
    }

    private static List<FieldError> text(String pointer, @Nullable Protected<String> text) {
        return text == null || text.isErased()
                ? List.of()
                : Texts.body(pointer, text.value().orElseThrow(), Texts.MAX_NOTE);
    }

    private static List<FieldError> source(String pointer, String id, KnownRecords known) {
        return id.isBlank()
                ? List.of(new FieldError(pointer, "missing", "the id of a source, or a name, is required"))
                : ClaimRules.sourceErrors(pointer, id, known);
    }

    /** What is wrong with another figure that is named; nothing if none is. */
    static List<FieldError> other(String pointer, String self, @Nullable String other, KnownRecords known) {
        if (other == null) {
            return List.of();
        }
        List<FieldError> malformed = Texts.uuid(pointer, other);
        if (!malformed.isEmpty()) {
            return malformed;
        }
        if (Streams.figure(other).equals(self)) {
            return List.of(new FieldError(pointer, "links-to-itself", "another figure is required"));
        }
        return known.exists(Streams.figure(other))
                ? List.of()
                : List.of(new FieldError(pointer, "unknown-id", "no figure of this id is on record"));
    }
}
