package dalil.query.timeline;

import dalil.query.question.Page.Found;
import dalil.query.question.Page.Part;
import dalil.query.question.Page.People;
import dalil.query.unit.Shown;
import dalil.query.unit.Shown.Title;
import dalil.query.unit.Shown.When;
import dalil.query.unit.Shown.Where;
import dalil.query.unit.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An incident, a use of force with the incident it belongs to, or a casualty.
 *
 * @param id UUID of the incident or casualty
 * @param forceUse UUID of the use of force, where that is what is listed; its record's before it where that was merged
 * @param title the one in force; null if not stated or contested
 * @param time the one in force; null if not stated or contested
 * @param place the one in force; null if not stated or contested
 * @param people how many were harmed, and what became of them; null of an incident
 * @param sources how many sources said something that stands
 * @param contested by attribute, every value that is claimed where none holds
 * @param record where the whole record is read, at the same index
 */
public record TimelineEntry(
        String id,
        @Nullable String forceUse,
        @Nullable String title,
        @Nullable When time,
        @Nullable Where place,
        List<String> labels,
        List<String> roles,
        List<String> weapons,
        List<String> usedBy,
        List<String> methods,
        @Nullable Harmed people,
        String corroboration,
        int sources,
        Map<String, List<?>> contested,
        String record) {

    /**
     * People harmed. A group has two numbers; what several people have in common is told once.
     *
     * @param outcomes by the way of counting that was asked for
     */
    public record Harmed(
            int least,
            int greatest,
            List<String> outcomes,
            List<String> sex,
            List<String> ageBands,
            List<String> bodyRegions,
            List<String> severities) {}

    /** The names of the columns of {@link #row}. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "forceUse",
            "title",
            "date",
            "timeFrom",
            "timeTo",
            "earliest",
            "latest",
            "path",
            "placeName",
            "lat",
            "lon",
            "precision",
            "labels",
            "roles",
            "weapons",
            "usedBy",
            "methods",
            "peopleLeast",
            "peopleGreatest",
            "outcomes",
            "sex",
            "ageBands",
            "bodyRegions",
            "severities",
            "corroboration",
            "sources",
            "contested",
            "claimedTimes",
            "claimedPlaces",
            "record");

    private static final Predicate<String> NO_VALUE = List.of(Words.NOT_STATED, Words.CONTESTED)::contains;
    private static final String SEPARATOR = ";";

    static TimelineEntry of(Found found, long index) {
        Shown shown = Shown.read(found.shown());
        Map<String, List<?>> contested = new LinkedHashMap<>();
        contested(contested, "title", shown.titles(), Title::certain, Title::title);
        contested(contested, "time", shown.times(), When::certain, Function.identity());
        contested(contested, "place", shown.places(), Where::certain, Function.identity());
        contested(contested, "kind", found.kinds());
        if (found.people() != null) {
            contested(contested, "sex", found.people().sexes());
            contested(contested, "age", found.people().ageBands());
        }
        for (Part part : found.parts()) {
            contested(contested, "weapon", part.weapons());
            contested(contested, "munition", part.munitions());
            contested(contested, "usedBy", part.usedBy());
        }
        return new TimelineEntry(
                found.id(),
                found.part(),
                certain(shown.titles(), Title::certain).map(Title::title).orElse(null),
                certain(shown.times(), When::certain).orElse(null),
                certain(shown.places(), Where::certain).orElse(null),
                values(found.labels()),
                values(found.roles()),
                values(found.parts(), Part::weapons),
                values(found.parts(), Part::usedBy),
                values(found.parts(), Part::methods),
                harmed(found),
                found.corroboration(),
                found.sources(),
                contested,
                (found.people() == null ? "/api/incidents/" : "/api/casualties/") + found.id() + "?asOf=" + index);
    }

    private static @Nullable Harmed harmed(Found found) {
        People people = found.people();
        return people == null
                ? null
                : new Harmed(
                        people.least(),
                        people.greatest(),
                        values(people.outcomes()),
                        values(people.sexes()),
                        values(people.ageBands()),
                        values(found.parts(), Part::bodyRegions),
                        values(found.parts(), Part::severities));
    }

    private static <T> Optional<T> certain(List<T> values, Predicate<T> certain) {
        return values.stream().filter(certain).findFirst();
    }

    private static <T> void contested(
            Map<String, List<?>> to, String attribute, List<T> values, Predicate<T> certain, Function<T, ?> told) {
        if (!values.isEmpty() && values.stream().noneMatch(certain)) {
            to.put(attribute, values.stream().map(told).toList());
        }
    }

    private static void contested(Map<String, List<?>> to, String attribute, List<String> words) {
        if (words.contains(Words.CONTESTED)) {
            List<Object> all = new ArrayList<>(to.getOrDefault(attribute, List.of()));
            values(words).stream().filter(word -> !all.contains(word)).forEach(all::add);
            to.put(attribute, all);
        }
    }

    private static List<String> values(List<String> words) {
        return words.stream().filter(NO_VALUE.negate()).toList();
    }

    private static List<String> values(List<Part> parts, Function<Part, List<String>> of) {
        return parts.stream()
                .flatMap(part -> of.apply(part).stream())
                .filter(NO_VALUE.negate())
                .distinct()
                .toList();
    }

    /** The entry as a flat row; several values of one column are separated by semicolons. */
    public List<Object> row() {
        When at = time;
        Where where = place;
        Harmed harmed = people;
        return Arrays.asList(
                id,
                told(forceUse),
                told(title),
                at == null ? "" : at.date(),
                at == null ? "" : told(at.from()),
                at == null ? "" : told(at.to()),
                at == null ? "" : told(at.earliest()),
                at == null ? "" : told(at.latest()),
                where == null ? "" : String.join("/", where.path()),
                where == null ? "" : told(where.name()),
                where == null ? "" : told(where.lat()),
                where == null ? "" : told(where.lon()),
                where == null ? "" : where.precision(),
                String.join(SEPARATOR, labels),
                String.join(SEPARATOR, roles),
                String.join(SEPARATOR, weapons),
                String.join(SEPARATOR, usedBy),
                String.join(SEPARATOR, methods),
                harmed == null ? "" : harmed.least(),
                harmed == null ? "" : harmed.greatest(),
                harmed == null ? "" : String.join(SEPARATOR, harmed.outcomes()),
                harmed == null ? "" : String.join(SEPARATOR, harmed.sex()),
                harmed == null ? "" : String.join(SEPARATOR, harmed.ageBands()),
                harmed == null ? "" : String.join(SEPARATOR, harmed.bodyRegions()),
                harmed == null ? "" : String.join(SEPARATOR, harmed.severities()),
                corroboration,
                sources,
                String.join(SEPARATOR, contested.keySet()),
                claimed("time", When.class, TimelineEntry::claimed),
                claimed("place", Where.class, TimelineEntry::claimed),
                record);
    }

    private <T> String claimed(String attribute, Class<T> type, Function<T, String> told) {
        return contested.getOrDefault(attribute, List.of()).stream()
                .map(type::cast)
                .map(told)
                .distinct()
                .collect(Collectors.joining(SEPARATOR));
    }

    private static String claimed(When when) {
        boolean hours = when.from() != null || when.to() != null;
        return when.date()
                + (hours ? " " + told(when.from()) + "/" + told(when.to()) : "")
                + (when.about() ? " about" : "");
    }

    private static String claimed(Where where) {
        return String.join("/", where.path()) + (where.name() == null ? "" : " (" + where.name() + ")");
    }

    private static String told(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
