package dalil.command.figure;

import static dalil.command.record.RecordForms.orEmpty;

import dalil.command.Streams;
import dalil.command.claim.ClaimReading;
import dalil.command.figure.FigureForms.FigureForm;
import dalil.command.figure.FigureForms.IncludesForm;
import dalil.command.rule.Refusal;
import dalil.command.source.SourcesByName;
import dalil.events.Protected;
import dalil.events.claim.Occurred;
import dalil.events.figure.Figure;
import dalil.events.source.SourceFact;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a figure as it is sent into a figure as it is recorded. What it says is checked later. */
final class FigureReading {

    private static final String NOT_STATED = "not-stated";

    private final SourcesByName sources;
    private final ClaimReading reading;

    FigureReading(SourcesByName sources, ClaimReading reading) {
        this.sources = sources;
        this.reading = reading;
    }

    Figure figure(FigureForm form) {
        String publisher = sources.id(form.publisher());
        String reportedVia = sources.id(form.reportedVia());
        long[] value = value(form.value());
        IncludesForm includes = form.includes() == null ? new IncludesForm(null, null, null) : form.includes();
        return new Figure(
                publisher,
                origin(form.origin(), publisher),
                reportedVia.isEmpty() ? null : reportedVia,
                "unknown".equals(form.published()) ? null : form.published(),
                asOf(form, publisher),
                orEmpty(form.measure()),
                words(publisher, form.measureWords()),
                or(form.unit(), "persons"),
                or(form.period(), NOT_STATED),
                or(form.population(), NOT_STATED),
                words(publisher, form.populationWords()),
                new Figure.Includes(
                        or(includes.dead(), NOT_STATED),
                        or(includes.securityForces(), NOT_STATED),
                        or(includes.medics(), NOT_STATED)),
                or(form.qualifier(), "exactly"),
                value[0],
                value[1],
                form.partOf() == null ? null : form.partOf().toLowerCase(Locale.ROOT),
                words(publisher, form.note()),
                place(form));
    }

    private static @Nullable List<String> place(FigureForm form) {
        return form.place() == null
                ? null
                : form.place().stream()
                        .map(level -> Objects.requireNonNullElse(level, "").strip())
                        .toList();
    }

    private String origin(@Nullable String origin, String publisher) {
        if (origin == null || origin.equals(SourceFact.ORIGIN_SELF)) {
            return SourceFact.ORIGIN_SELF;
        }
        if (origin.equals(SourceFact.ORIGIN_UNKNOWN)) {
            return SourceFact.ORIGIN_UNKNOWN;
        }
        String id = sources.id(origin);
        return id.equals(publisher) ? SourceFact.ORIGIN_SELF : id;
    }

    private @Nullable Occurred asOf(FigureForm form, String publisher) {
        JsonNode asOf = form.asOf();
        if (asOf == null || asOf.isNull()) {
            if (form.asOfWords() != null) {
                throw Refusal.field("/asOf", "missing", "words about a date go with the date");
            }
            return null;
        }
        if (asOf.isString()) {
            return new Occurred(asOf.stringValue(), null, words(publisher, form.asOfWords()));
        }
        Occurred occurred = reading.occurred(asOf, Streams.source(publisher), "/asOf");
        if (occurred != null && occurred.words() == null && form.asOfWords() != null) {
            return new Occurred(occurred.date(), occurred.timeOfDay(), words(publisher, form.asOfWords()));
        }
        return occurred;
    }

    private static long[] value(@Nullable JsonNode value) {
        if (value != null && value.isIntegralNumber() && value.canConvertToLong()) {
            return new long[] {value.longValue(), value.longValue()};
        }
        if (value != null
                && value.isObject()
                && value.size() == 2
                && value.path("least").isIntegralNumber()
                && value.path("greatest").isIntegralNumber()
                && value.path("least").canConvertToLong()
                && value.path("greatest").canConvertToLong()) {
            return new long[] {
                value.get("least").longValue(), value.get("greatest").longValue()
            };
        }
        throw Refusal.field(
                "/value",
                value == null || value.isNull() ? "missing" : "wrong-form",
                "a whole number, or {\"least\":90,\"greatest\":110}, is required");
    }

    private static @Nullable Protected<String> words(String publisher, @Nullable String words) {
        return words == null ? null : Protected.of(Streams.source(publisher), words);
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null ? otherwise : given;
    }
}
