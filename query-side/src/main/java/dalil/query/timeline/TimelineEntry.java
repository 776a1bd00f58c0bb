package dalil.query.timeline;

import dalil.query.question.Page.Force;
import dalil.query.question.Page.Found;
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
import org.jspecify.annotations.Nullable;

/**
 * An incident, or a use of force with the incident it belongs to.
 *
 * @param id UUID of the incident
 * @param forceUse UUID of the use of force, where that is what is listed
 * @param title the one in force; null if not stated or contested
 * @param time the one in force; null if not stated or contested
 * @param place the one in force; null if not stated or contested
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
        String corroboration,
        int sources,
        Map<String, List<?>> contested,
        String record) {

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
            "corroboration",
            "sources",
            "contested",
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
        for (Force force : found.forceUses()) {
            contested(contested, "weapon", force.weapons());
            contested(contested, "munition", force.munitions());
            contested(contested, "usedBy", force.usedBy());
        }
        return new TimelineEntry(
                found.id(),
                found.forceUse(),
                certain(shown.titles(), Title::certain).map(Title::title).orElse(null),
                certain(shown.times(), When::certain).orElse(null),
                certain(shown.places(), Where::certain).orElse(null),
                values(found.labels()),
                values(found.roles()),
                values(found.forceUses(), Force::weapons),
                values(found.forceUses(), Force::usedBy),
                values(found.forceUses(), Force::methods),
                found.corroboration(),
                found.sources(),
                contested,
                "/api/incidents/" + found.id() + "?asOf=" + index);
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

    private static List<String> values(List<Force> forces, Function<Force, List<String>> of) {
        return forces.stream()
                .flatMap(force -> of.apply(force).stream())
                .filter(NO_VALUE.negate())
                .distinct()
                .toList();
    }

    /** The entry as a flat row; several values of one column are separated by semicolons. */
    public List<Object> row() {
        When at = time;
        Where where = place;
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
                corroboration,
                sources,
                String.join(SEPARATOR, contested.keySet()),
                record);
    }

    private static String told(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
