package dalil.query.format;

import dalil.query.figure.PublishedFigure;
import dalil.query.timeline.OutcomeSteps.Step;
import dalil.query.timeline.TimelineEntry;
import dalil.query.unit.Shown.When;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The timeline in the form that TimelineJS reads. A vague time is an interval from its first to its last day, with its date as claimed
 * beside it; where several times are claimed and none holds, each is an event of its own and says so. What is undated has no place here.
 * Texts are escaped, since TimelineJS takes them for HTML.
 */
final class TimelineJs {

    private final List<Map<String, Object>> events = new ArrayList<>();
    private long undated;

    void add(TimelineEntry entry) {
        List<When> times = times(entry);
        if (times.stream().allMatch(time -> time.earliest() == null && time.latest() == null)) {
            undated++;
            return;
        }
        String title = headline(entry);
        for (int i = 0; i < times.size(); i++) {
            When time = times.get(i);
            String which = times.size() == 1 ? "" : " (one of " + times.size() + " times that are claimed; none holds)";
            event(
                    entry.id() + (entry.forceUse() == null ? "" : "/" + entry.forceUse()) + (i == 0 ? "" : "#" + i),
                    entry.people() == null ? "incidents" : "people",
                    new Days(time.earliest(), time.latest(), time.from(), time.to(), display(time)),
                    title + which,
                    told(entry));
        }
    }

    void add(PublishedFigure figure) {
        PublishedFigure.AsOf asOf = figure.asOf();
        if (asOf == null) {
            undated++;
            return;
        }
        String number = figure.least() == figure.greatest()
                ? Long.toString(figure.least())
                : figure.least() + "\u2013" + figure.greatest();
        event(
                figure.id(),
                "published totals",
                new Days(asOf.earliest(), asOf.latest(), asOf.from(), asOf.to(), asOf.date()),
                Objects.requireNonNullElse(figure.publisher().name(), "A publisher") + ": "
                        + figure.measure().replace('-', ' ') + ", "
                        + figure.qualifier().replace('-', ' ') + " " + number,
                figure.unit() + ", " + figure.population() + ", "
                        + figure.period().replace('-', ' '));
    }

    void add(Step step) {
        String people = step.least() == step.greatest()
                ? Integer.toString(step.least())
                : step.least() + "\u2013" + step.greatest();
        event(
                step.casualty() + "/" + step.outcome() + "/" + step.latest(),
                "outcomes",
                new Days(step.earliest(), step.latest(), null, null, null),
                step.outcome().replace('-', ' ') + (step.certain() ? "" : " (disputed, or recorded after the review)"),
                "people: " + people);
    }

    private static String headline(TimelineEntry entry) {
        TimelineEntry.Harmed people = entry.people();
        if (people != null) {
            String number = people.least() == people.greatest()
                    ? Integer.toString(people.least())
                    : people.least() + "\u2013" + people.greatest();
            return "People harmed: " + number
                    + (people.outcomes().isEmpty() ? "" : " (" + String.join(", ", people.outcomes()) + ")");
        }
        return entry.title() == null ? "An incident whose title is not stated or contested" : entry.title();
    }

    private record Days(
            @Nullable String earliest,
            @Nullable String latest,
            @Nullable String from,
            @Nullable String to,
            @Nullable String display) {}

    private void event(String id, String group, Days days, String headline, String text) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("unique_id", id);
        event.put("group", group);
        String first = Objects.requireNonNullElse(days.earliest(), Objects.requireNonNullElse(days.latest(), ""));
        String last = Objects.requireNonNullElse(days.latest(), first);
        Map<String, Object> start = date(first, days.from());
        if (days.display() != null) {
            start.put("display_date", HtmlUtils.htmlEscape(days.display(), "UTF-8"));
        }
        event.put("start_date", start);
        if (!last.equals(first) || days.to() != null && !days.to().equals(days.from())) {
            event.put("end_date", date(last, days.to()));
        }
        event.put(
                "text",
                Map.of(
                        "headline", HtmlUtils.htmlEscape(headline, "UTF-8"),
                        "text", HtmlUtils.htmlEscape(text, "UTF-8")));
        events.add(event);
    }

    private static Map<String, Object> date(String day, @Nullable String time) {
        LocalDate date = LocalDate.parse(day);
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("year", date.getYear());
        parts.put("month", date.getMonthValue());
        parts.put("day", date.getDayOfMonth());
        if (time != null) {
            String[] clock = time.split(":", -1);
            parts.put("hour", Integer.parseInt(clock[0]));
            parts.put("minute", Integer.parseInt(clock[1]));
        }
        return parts;
    }

    private static List<When> times(TimelineEntry entry) {
        if (entry.time() != null) {
            return List.of(entry.time());
        }
        List<When> contested = new ArrayList<>();
        for (Object value : entry.contested().getOrDefault("time", List.of())) {
            if (value instanceof When when && (when.earliest() != null || when.latest() != null)) {
                contested.add(when);
            }
        }
        return contested;
    }

    private static String display(When time) {
        if (time.from() == null && time.to() == null) {
            return time.date();
        }
        String from = Objects.requireNonNullElse(time.from(), "");
        String to = time.to() == null || time.to().equals(time.from()) ? "" : "\u2013" + time.to();
        return time.date() + ", " + (time.about() ? "about " : "") + from + to;
    }

    private static String told(TimelineEntry entry) {
        List<String> told = new ArrayList<>();
        told.add("corroboration: " + entry.corroboration());
        told.add("sources: " + entry.sources());
        if (!entry.contested().isEmpty()) {
            told.add("contested: " + String.join(", ", entry.contested().keySet()));
        }
        told.add(entry.record());
        return String.join("; ", told);
    }

    /** The document. */
    Map<String, Object> document(String title, long index) {
        return Map.of(
                "title",
                Map.of(
                        "text",
                        Map.of(
                                "headline",
                                HtmlUtils.htmlEscape(title, "UTF-8"),
                                "text",
                                "State of the register: index " + index + ". Without a date and not shown: "
                                        + undated)),
                "events",
                List.copyOf(events));
    }
}
