package dalil.query.linkage.incident;

import dalil.query.linkage.Days;
import dalil.query.linkage.Likeness;
import dalil.query.linkage.Likeness.Reason;
import dalil.query.unit.HourSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How much speaks for two records being about one incident. Points are log odds, as in {@link Likeness}, set by hand. */
final class IncidentLikeness {

    private static final double BEFORE_ANYTHING_IS_KNOWN = -4.6;

    private static final int DAYS_MISTAKEN = 1;
    private static final int DAYS_OF_ONE_EVENT = 3;
    private static final int HOURS_MISTAKEN = 2;
    private static final int HOURS_A_DAY = 24;

    private static final int SAME_SPOT = 150;
    private static final int VICINITY = 750;
    private static final int LOCALITY = 2_500;
    private static final int CITY = 15_000;
    private static final int REGION = 60_000;

    /** Words that are worth this much together are no chance: two or three rare ones, or many common ones. */
    private static final double TELLING = 12;

    private static final double SAME_WORDS = 4.5;
    private static final double NOTHING_TO_GO_BY = 5;
    private static final double ALONE = 0.8;
    private static final double LOST_IN_A_CROWD = -2.5;

    private final WordRarity rarity;

    IncidentLikeness(WordRarity rarity) {
        this.rarity = rarity;
    }

    /**
     * No score of the two is higher, whatever their texts say, and whoever lists them. Comparing texts takes longer than all the rest, and
     * of thousands of records of one town most are out of the question without.
     */
    double most(IncidentSeen one, IncidentSeen other, int crowd) {
        return Likeness.of(BEFORE_ANYTHING_IS_KNOWN + SAME_WORDS, withoutText(one, other, crowd))
                .score();
    }

    /**
     * How alike two records are.
     *
     * @param listedTogether whether one publisher lists both, each under an id of its own
     * @param crowd how many other incidents of these days and this town are on record: among many, day and town say little
     */
    Likeness of(IncidentSeen one, IncidentSeen other, boolean listedTogether, int crowd) {
        List<Reason> reasons = withoutText(one, other, crowd);
        text(one.text(), other.text(), reasons);
        if (listedTogether) {
            reasons.add(new Reason("dataset", -2.5, "one publisher lists both, each under an id of its own"));
        }
        return Likeness.of(BEFORE_ANYTHING_IS_KNOWN, reasons);
    }

    private static List<Reason> withoutText(IncidentSeen one, IncidentSeen other, int crowd) {
        List<Reason> reasons = new ArrayList<>();
        days(one, other, reasons);
        places(one, other, reasons);
        labels(one.labels(), other.labels(), reasons);
        force("weapon", one.weapons(), other.weapons(), 0.6, -0.7, reasons);
        force("used-by", one.usedBy(), other.usedBy(), 0.2, -1, reasons);
        reasons.add(new Reason(
                "crowd",
                crowd == 0 ? ALONE : Math.max(LOST_IN_A_CROWD, -0.8 * Math.log((crowd + 1) / 2.0)),
                crowd + " other incidents of these days and this town are on record"));
        return reasons;
    }

    private static void days(IncidentSeen one, IncidentSeen other, List<Reason> reasons) {
        Days a = one.days();
        Days b = other.days();
        if (a == null || b == null) {
            return;
        }
        long apart = a.apart(b);
        if (apart == 0) {
            boolean same = a.equals(b) && a.length() == 1;
            reasons.add(new Reason("day", same ? 1.7 : 0.8, same ? "the same day" : "the days can be one"));
            if (same) {
                hours(one.hours(), other.hours(), reasons);
            }
        } else if (apart <= DAYS_MISTAKEN) {
            reasons.add(new Reason("day", 0.3, apart + " day apart"));
        } else if (apart <= DAYS_OF_ONE_EVENT) {
            reasons.add(new Reason("day", -1.5, apart + " days apart"));
        } else {
            reasons.add(new Reason("day", -5, apart + " days apart"));
        }
    }

    private static void hours(@Nullable HourSpan a, @Nullable HourSpan b, List<Reason> reasons) {
        if (a == null || b == null || a.last() - a.first() >= HOURS_A_DAY || b.last() - b.first() >= HOURS_A_DAY) {
            return;
        }
        int apart = Math.max(0, Math.max(a.first() - b.last(), b.first() - a.last()));
        if (apart == 0) {
            reasons.add(new Reason("hour", 0.7, "the hours can be one"));
        } else if (apart > HOURS_MISTAKEN) {
            reasons.add(new Reason("hour", -1, apart + " hours apart"));
        }
    }

    /** Of several places that are claimed the pair that agrees best. */
    private static void places(IncidentSeen one, IncidentSeen other, List<Reason> reasons) {
        List<Reason> best = List.of();
        for (PlaceSeen a : one.places()) {
            for (PlaceSeen b : other.places()) {
                List<Reason> found = place(a, b);
                best = best.isEmpty() || points(found) > points(best) ? found : best;
            }
        }
        reasons.addAll(best);
    }

    private static double points(List<Reason> reasons) {
        return reasons.stream().mapToDouble(Reason::points).sum();
    }

    private static List<Reason> place(PlaceSeen a, PlaceSeen b) {
        List<Reason> found = new ArrayList<>();
        if (a.point() != null && b.point() != null) {
            found.add(distance(a.point().metres(b.point())));
        } else {
            found.add(path(a, b));
        }
        if (!a.name().isEmpty() && a.name().equals(b.name())) {
            found.add(new Reason("place-name", 1.5, "the places have one name"));
        }
        return found;
    }

    /** Told in steps: what is shown must not measure a place. */
    private static Reason distance(double metres) {
        if (metres <= SAME_SPOT) {
            return new Reason("distance", 2.6, "the points are within " + SAME_SPOT + " m");
        } else if (metres <= VICINITY) {
            return new Reason("distance", 2.1, "the points are within " + VICINITY + " m");
        } else if (metres <= LOCALITY) {
            return new Reason("distance", 1.3, "the points are within " + LOCALITY + " m");
        } else if (metres <= CITY) {
            return new Reason("distance", 0.5, "the points are within " + CITY / 1_000 + " km");
        } else if (metres <= REGION) {
            return new Reason("distance", -1.5, "the points are within " + REGION / 1_000 + " km");
        }
        return new Reason("distance", -5, "the points are more than " + REGION / 1_000 + " km apart");
    }

    private static Reason path(PlaceSeen a, PlaceSeen b) {
        int common = a.common(b);
        if (a.parts(b)) {
            double against = common == 0 ? -5 : common == 1 ? -3 : -1.5;
            return new Reason("path", against, "the places part at level " + (common + 1));
        }
        double agreed = common <= 1 ? 0 : common == 2 ? 0.5 : 1.3;
        return new Reason("path", agreed, "the places agree down to level " + common);
    }

    private void text(WordSet one, WordSet other, List<Reason> reasons) {
        WordSet shorter = rarity.weight(one.stream()) <= rarity.weight(other.stream()) ? one : other;
        double all = rarity.weight(shorter.stream());
        if (all < NOTHING_TO_GO_BY) {
            return;
        }
        int[] words = one.shared(other).toArray();
        double shared = rarity.weight(IntStream.of(words));
        double share = shared / all;
        double points = share >= 0.75 ? SAME_WORDS : share >= 0.6 ? 3 : share >= 0.45 ? 1.5 : share >= 0.3 ? 0.3 : -1;
        points *= points < 0 ? 1 : Math.min(1, shared / TELLING);
        reasons.add(new Reason(
                "text",
                points,
                words.length + " of " + shorter.size() + " words of the shorter text are in the other, "
                        + Math.round(share * 100) + "% by how rare they are"));
    }

    /** Labels are a publisher's own: that they differ says nothing. */
    private static void labels(WordSet one, WordSet other, List<Reason> reasons) {
        long shared = one.shared(other).count();
        if (shared > 0) {
            boolean most = 2 * shared >= Math.min(one.size(), other.size());
            reasons.add(new Reason("labels", most ? 0.8 : 0.3, shared + " words of the labels are shared"));
        }
    }

    private static void force(
            String feature, Set<String> one, Set<String> other, double same, double differ, List<Reason> reasons) {
        if (!one.isEmpty() && !other.isEmpty()) {
            boolean shared = !Collections.disjoint(one, other);
            reasons.add(new Reason(feature, shared ? same : differ, shared ? "some are the same" : "none is the same"));
        }
    }
}
