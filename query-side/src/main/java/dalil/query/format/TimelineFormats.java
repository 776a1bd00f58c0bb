package dalil.query.format;

import dalil.query.figure.FigureListing;
import dalil.query.format.GeoJson.Point;
import dalil.query.problem.BadQuestion;
import dalil.query.question.Question;
import dalil.query.timeline.OutcomeSteps;
import dalil.query.timeline.Timeline;
import dalil.query.timeline.TimelineEntry;
import dalil.query.timeline.TimelineQuery;
import dalil.query.unit.Shown.Where;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /api/timeline?format=csv|geojson}: all pages in one file, from {@code cursor} on if there is one; with {@code limit}
 * that many entries. Every page reads at the index of the first. Where a later page fails, the connection is broken off: half a
 * file must not look whole.
 */
@RestController
public class TimelineFormats {

    private static final String WITH = "with";

    private final TimelineQuery timelines;
    private final FigureListing figures;
    private final OutcomeSteps outcomes;
    private final JsonMapper json;

    public TimelineFormats(TimelineQuery timelines, FigureListing figures, OutcomeSteps outcomes, JsonMapper json) {
        this.timelines = timelines;
        this.figures = figures;
        this.outcomes = outcomes;
        this.json = json;
    }

    @GetMapping(path = "/api/timeline", params = "format")
    void timeline(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        Download.Format format = Download.Format.of(parameters);
        Set<String> with = with(parameters, format);
        Timeline first = timelines.ask(asked(parameters, format, null));
        response.setHeader("Dalil-Position", Long.toString(first.index()));
        switch (format) {
            case CSV -> csv(parameters, first, response);
            case GEOJSON -> geoJson(parameters, first, response);
            case PARQUET -> parquet(parameters, first, response);
            case TIMELINEJS -> timelineJs(parameters, with, first, response);
            case JSON -> Download.json(json, first, response);
        }
    }

    private void csv(MultiValueMap<String, String> parameters, Timeline first, HttpServletResponse response)
            throws IOException {
        Download.begin(response, Download.Format.CSV, "timeline-" + first.unit(), first.index());
        Download.write(response, () -> {
            Csv csv = new Csv(response.getOutputStream(), TimelineEntry.COLUMNS);
            for (Timeline page = first; page != null; page = next(parameters, Download.Format.CSV, page)) {
                for (TimelineEntry entry : page.entries()) {
                    csv.row(cells(entry));
                }
            }
            csv.close();
        });
    }

    /** What else stands on a timeline: {@code with=figures,outcomes}. */
    private static Set<String> with(MultiValueMap<String, String> parameters, Download.Format format) {
        List<String> given = parameters.getOrDefault(WITH, List.of());
        if (given.isEmpty()) {
            return Set.of();
        }
        Set<String> with = new TreeSet<>(List.of(Question.one(WITH, given).split(",", -1)));
        if (format != Download.Format.TIMELINEJS) {
            throw new BadQuestion(WITH, "unknown-parameter", "figures and outcomes go with format=timelinejs");
        }
        if (!Set.of("figures", "outcomes").containsAll(with)) {
            throw new BadQuestion(WITH, "unknown-word", "figures, outcomes, or both with a comma between");
        }
        return with;
    }

    private void timelineJs(
            MultiValueMap<String, String> parameters, Set<String> with, Timeline first, HttpServletResponse response)
            throws IOException {
        TimelineJs made = new TimelineJs();
        for (Timeline page = first; page != null; page = next(parameters, Download.Format.TIMELINEJS, page)) {
            page.entries().forEach(made::add);
        }
        if (with.contains("figures")) {
            figures.all(Map.of("asOf", List.of(Long.toString(first.index())))).figures().stream()
                    .filter(figure -> !figure.retracted())
                    .forEach(made::add);
        }
        if (with.contains("outcomes")) {
            outcomes.read(first.index(), TimelineQuery.MOST).forEach(made::add);
        }
        response.setContentType("application/json");
        json.writeValue(response.getOutputStream(), made.document("The timeline", first.index()));
    }

    private void parquet(MultiValueMap<String, String> parameters, Timeline first, HttpServletResponse response)
            throws IOException {
        Download.begin(response, Download.Format.PARQUET, "timeline-" + first.unit(), first.index());
        Download.write(
                response,
                () -> new Parquet(Dictionary.TIMELINE, json).write(response.getOutputStream(), table -> {
                    for (Timeline page = first; page != null; page = next(parameters, Download.Format.PARQUET, page)) {
                        page.entries().forEach(entry -> table.row(entry.row()));
                    }
                }));
    }

    /** Degrees are numbers: west of Greenwich and south of the equator they begin with a minus sign and are no formula. */
    private static List<Object> cells(TimelineEntry entry) {
        List<Object> cells = new ArrayList<>(entry.row());
        Where where = entry.place();
        if (where != null && where.lat() != null && where.lon() != null) {
            cells.set(TimelineEntry.COLUMNS.indexOf("lat"), new BigDecimal(where.lat()));
            cells.set(TimelineEntry.COLUMNS.indexOf("lon"), new BigDecimal(where.lon()));
        }
        return cells;
    }

    private void geoJson(MultiValueMap<String, String> parameters, Timeline first, HttpServletResponse response)
            throws IOException {
        Download.begin(response, Download.Format.GEOJSON, "timeline-" + first.unit(), first.index());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("index", first.index());
        members.put("filters", first.filters());
        members.put("unit", first.unit());
        Download.write(response, () -> {
            GeoJson collection = new GeoJson(json, response.getOutputStream(), members);
            for (Timeline page = first; page != null; page = next(parameters, Download.Format.GEOJSON, page)) {
                for (TimelineEntry entry : page.entries()) {
                    String forceUse = entry.forceUse();
                    collection.feature(
                            forceUse == null ? entry.id() : forceUse, point(entry.place()), properties(entry));
                }
            }
            collection.close();
        });
    }

    private static @Nullable Point point(@Nullable Where where) {
        return where == null || where.lat() == null || where.lon() == null ? null : Point.of(where.lat(), where.lon());
    }

    private static Map<String, @Nullable Object> properties(TimelineEntry entry) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put(entry.people() == null ? "incident" : "casualty", entry.id());
        properties.put("title", entry.title());
        properties.put("time", entry.time());
        properties.put("place", entry.place());
        properties.put("labels", entry.labels());
        properties.put("roles", entry.roles());
        properties.put("weapons", entry.weapons());
        properties.put("usedBy", entry.usedBy());
        properties.put("methods", entry.methods());
        if (entry.people() != null) {
            properties.put("people", entry.people());
        }
        properties.put("corroboration", entry.corroboration());
        properties.put("sources", entry.sources());
        properties.put("contested", entry.contested());
        properties.put("record", entry.record());
        return properties;
    }

    private @Nullable Timeline next(MultiValueMap<String, String> parameters, Download.Format format, Timeline page) {
        return page.next() == null || parameters.containsKey("limit")
                ? null
                : timelines.ask(asked(parameters, format, page.next()));
    }

    /**
     * The parameters of one page.
     *
     * @throws BadQuestion if one is wrong
     */
    private static MultiValueMap<String, String> asked(
            MultiValueMap<String, String> parameters, Download.Format format, @Nullable String cursor) {
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>(parameters);
        asked.remove(WITH);
        if (format != Download.Format.JSON && !parameters.containsKey("limit")) {
            asked.set("limit", Integer.toString(TimelineQuery.MOST));
        }
        if (cursor != null) {
            asked.set("cursor", cursor);
        }
        return asked;
    }
}
