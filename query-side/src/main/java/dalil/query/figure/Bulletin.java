package dalil.query.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one publisher said at one time of one place, as far as its figures show: the whole, the parts, and whether they add up. A remark, never
 * applied: the figures stay as they were published.
 *
 * @param reportedVia through whom it reached the register; null where that is not stated
 * @param place path of the place; null where none is stated
 * @param figures ids of all its figures
 * @param whole the number of those who sought medical help since the start; null if it is not among them
 * @param remarks what adding up shows, in words; empty where there is nothing to add up
 */
public record Bulletin(
        PublishedFigure.Publisher publisher,
        PublishedFigure.@Nullable AsOf asOf,
        @Nullable String published,
        PublishedFigure.@Nullable Publisher reportedVia,
        @Nullable List<String> place,
        List<String> figures,
        @Nullable Long whole,
        List<String> remarks) {

    private static final String SINCE_START = "since-start";

    private record Key(
            String publisher,
            @Nullable Object asOf,
            @Nullable String published,
            @Nullable String via,
            @Nullable List<String> place) {}

    /** The bulletins in the order of their figures; only figures that stand. */
    static List<Bulletin> of(List<PublishedFigure> figures) {
        Map<Key, List<PublishedFigure>> bulletins = new LinkedHashMap<>();
        for (PublishedFigure figure : figures) {
            if (figure.stands()) {
                bulletins
                        .computeIfAbsent(
                                new Key(
                                        figure.publisher().source(),
                                        figure.asOf(),
                                        figure.published(),
                                        figure.reportedVia(),
                                        figure.place()),
                                any -> new ArrayList<>())
                        .add(figure);
            }
        }
        List<Bulletin> told = new ArrayList<>();
        Map<List<?>, List<Long>> earlier = new LinkedHashMap<>();
        Map<List<?>, Long> last = new LinkedHashMap<>();
        for (List<PublishedFigure> one : bulletins.values()) {
            told.add(bulletin(one, earlier, last));
        }
        return told;
    }

    private static Bulletin bulletin(
            List<PublishedFigure> figures, Map<List<?>, List<Long>> earlier, Map<List<?>, Long> last) {
        PublishedFigure any = figures.get(0);
        Long whole = number(figures, "sought-medical-help", SINCE_START);
        Long added = number(figures, "sought-medical-help", "in-period");
        List<String> remarks = new ArrayList<>();
        if (whole != null) {
            parts(figures, whole, remarks);
            List<Long> before = earlier.computeIfAbsent(
                    List.of(any.publisher().source(), Kind.of(any).place()), said -> new ArrayList<>());
            if (added != null) {
                remarks.add("%d - %d = %d, which %s"
                        .formatted(
                                whole,
                                added,
                                whole - added,
                                before.contains(whole - added)
                                        ? "is an earlier total of this publisher"
                                        : "matches no earlier total of this publisher"));
            }
            before.add(whole);
        }
        named(figures, remarks);
        fallen(figures, last, remarks);
        return new Bulletin(
                any.publisher(),
                any.asOf(),
                any.published(),
                any.reportedVia() == null
                        ? null
                        : new PublishedFigure.Publisher(any.reportedVia(), any.reportedViaName()),
                any.place(),
                figures.stream().map(PublishedFigure::id).toList(),
                whole,
                remarks);
    }

    private static void parts(List<PublishedFigure> figures, long whole, List<String> remarks) {
        Long outpatients = number(figures, "treated-as-outpatient", null);
        Long hospitalised = number(figures, "hospitalised", null);
        Long dead = number(figures, "dead", null);
        if (outpatients == null || hospitalised == null) {
            return;
        }
        long without = outpatients + hospitalised;
        long with = without + (dead == null ? 0 : dead);
        if (without == whole && with == whole) {
            remarks.add("%d + %d = %d: the parts add up".formatted(outpatients, hospitalised, whole));
        } else if (without == whole) {
            remarks.add("%d + %d = %d: the dead are not in the sum".formatted(outpatients, hospitalised, whole));
        } else if (with == whole) {
            remarks.add("%d + %d + %d = %d: the dead are in the sum"
                    .formatted(outpatients, hospitalised, Objects.requireNonNull(dead), whole));
        } else {
            remarks.add("%d + %d%s is not %d: the parts do not add up, with the dead or without"
                    .formatted(outpatients, hospitalised, dead == null ? "" : " (+ " + dead + ")", whole));
        }
    }

    /**
     * Totals since the start that are smaller than the publisher's last.
     *
     * @param last by what is counted, the last number of it
     */
    private static void fallen(List<PublishedFigure> figures, Map<List<?>, Long> last, List<String> remarks) {
        for (PublishedFigure figure : figures) {
            if (figure.period().equals(SINCE_START)
                    && figure.exactPersons() >= 0
                    && !isPartOfTheSame(figure, figures)) {
                Long before = last.put(List.of(figure.publisher().source(), Kind.of(figure)), figure.exactPersons());
                if (before != null && before > figure.exactPersons()) {
                    remarks.add("%s: %d after %d, though both count since the start"
                            .formatted(figure.measure().replace('-', ' '), figure.exactPersons(), before));
                }
            }
        }
    }

    /** Parts that say themselves of which figure they are a part. */
    private static void named(List<PublishedFigure> figures, List<String> remarks) {
        for (PublishedFigure whole : figures) {
            List<PublishedFigure> parts = figures.stream()
                    .filter(figure -> whole.id().equals(figure.partOf()))
                    .toList();
            if (!parts.isEmpty()
                    && whole.exactPersons() >= 0
                    && parts.stream().allMatch(part -> part.exactPersons() >= 0)) {
                long sum =
                        parts.stream().mapToLong(PublishedFigure::exactPersons).sum();
                remarks.add("the parts of %s add up to %d, the whole says %d"
                        .formatted(whole.measure(), sum, whole.exactPersons()));
            }
        }
    }

    /** Whether it is a part of another of these that counts the same thing, and so no second number of it. */
    static boolean isPartOfTheSame(PublishedFigure figure, List<PublishedFigure> figures) {
        return figures.stream()
                .anyMatch(whole ->
                        whole.id().equals(figure.partOf()) && whole.measure().equals(figure.measure()));
    }

    /** The one exact number of a measure for everybody; null where there is none, or several that differ. */
    private static @Nullable Long number(List<PublishedFigure> figures, String measure, @Nullable String period) {
        List<Long> numbers = figures.stream()
                .filter(figure -> figure.measure().equals(measure)
                        && figure.population().equals("all")
                        && figure.exactPersons() >= 0
                        && !isPartOfTheSame(figure, figures)
                        && (period == null || figure.period().equals(period)))
                .map(PublishedFigure::exactPersons)
                .distinct()
                .toList();
        return numbers.size() == 1 ? numbers.get(0) : null;
    }
}
