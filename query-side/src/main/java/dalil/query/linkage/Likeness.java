package dalil.query.linkage;

import dalil.events.claim.ClaimValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How much speaks for two records being about one person, or one incident. Points are log odds: they add up, and the score is what they make of the
 * odds that two records taken at random are about one.
 *
 * @param score between 0 and 1
 * @param reasons what speaks for it and against it, without any content
 */
public record Likeness(double score, List<Reason> reasons) {

    /**
     * One thing that was compared.
     *
     * @param points above 0 for, below 0 against
     * @param says what was found, without names
     */
    public record Reason(String feature, double points, String says) {}

    private static final double BEFORE_ANYTHING_IS_KNOWN = -3;
    private static final JaroWinklerSimilarity ALIKE = new JaroWinklerSimilarity();
    private static final double SAME = 0.94;
    private static final double NEAR = 0.86;
    private static final int YEARS_MISTAKEN = 2;
    private static final int DAYS_APART = 3;

    static Likeness of(PersonSeen one, PersonSeen other) {
        List<Reason> reasons = new ArrayList<>();
        names(one, other, reasons);
        ages(one, other, reasons);
        sexes(one, other, reasons);
        incidents(one, other, reasons);
        days(one, other, reasons);
        places(one, other, reasons);
        return of(BEFORE_ANYTHING_IS_KNOWN, reasons);
    }

    /** @param before points before anything is compared */
    public static Likeness of(double before, List<Reason> reasons) {
        double points = before + reasons.stream().mapToDouble(Reason::points).sum();
        return new Likeness(1 / (1 + Math.exp(-points)), List.copyOf(reasons));
    }

    /** The score as it is told, with three digits. */
    public double told() {
        return Math.round(score * 1000) / 1000.0;
    }

    private static void names(PersonSeen one, PersonSeen other, List<Reason> reasons) {
        double best = 0;
        int parts = 0;
        for (List<String> a : one.names()) {
            for (List<String> b : other.names()) {
                double alike = alike(a, b);
                if (alike > best) {
                    best = alike;
                    parts = Math.min(a.size(), b.size());
                }
            }
        }
        if (one.names().isEmpty() || other.names().isEmpty()) {
            return;
        }
        if (best >= SAME) {
            reasons.add(
                    new Reason("name", parts > 1 ? 5 : 2.2, "all of " + parts + " parts of the shorter name agree"));
        } else if (best >= NEAR) {
            reasons.add(new Reason("name", parts > 1 ? 2.5 : 1, parts + " parts of the shorter name are alike"));
        } else {
            reasons.add(new Reason("name", -4, "the names differ"));
        }
    }

    /** The mean of how alike the parts of the shorter name are to their partners in the longer; the worst part counts twice. */
    private static double alike(List<String> one, List<String> other) {
        List<String> shorter = one.size() <= other.size() ? one : other;
        List<String> left = new ArrayList<>(one.size() <= other.size() ? other : one);
        if (shorter.isEmpty()) {
            return 0;
        }
        List<Double> best = new ArrayList<>();
        for (String part : shorter) {
            String partner = "";
            double most = 0;
            for (String candidate : left) {
                double alike = ALIKE.apply(part, candidate);
                if (alike > most) {
                    most = alike;
                    partner = candidate;
                }
            }
            left.remove(partner);
            best.add(most);
        }
        double sum = best.stream().mapToDouble(Double::doubleValue).sum();
        return (sum + Collections.min(best)) / (best.size() + 1);
    }

    private static void ages(PersonSeen one, PersonSeen other, List<Reason> reasons) {
        ClaimValue.Range a = one.age();
        ClaimValue.Range b = other.age();
        if (a == null || b == null) {
            return;
        }
        long apart = Math.max(a.least() - b.greatest(), b.least() - a.greatest());
        if (apart <= 0) {
            boolean exact = a.equals(b) && a.least() == a.greatest();
            reasons.add(new Reason("age", exact ? 1.5 : 0.7, exact ? "the same age" : "the ages can be one"));
        } else if (apart <= YEARS_MISTAKEN) {
            reasons.add(new Reason("age", -0.5, apart + " years apart"));
        } else {
            reasons.add(new Reason("age", -3, apart + " years apart"));
        }
    }

    private static void sexes(PersonSeen one, PersonSeen other, List<Reason> reasons) {
        if (!one.sexes().isEmpty() && !other.sexes().isEmpty()) {
            boolean shared = !Collections.disjoint(one.sexes(), other.sexes());
            reasons.add(new Reason("sex", shared ? 0.4 : -3, shared ? "the same sex" : "the sexes differ"));
        }
    }

    private static void incidents(PersonSeen one, PersonSeen other, List<Reason> reasons) {
        if (one.incident() != null && one.incident().equals(other.incident())) {
            reasons.add(new Reason("incident", 1, "harmed in the same incident"));
        }
    }

    private static void days(PersonSeen one, PersonSeen other, List<Reason> reasons) {
        Days a = one.days();
        Days b = other.days();
        if (a == null || b == null) {
            return;
        }
        if (a.first().isAfter(b.last().plusDays(DAYS_APART))
                || b.first().isAfter(a.last().plusDays(DAYS_APART))) {
            reasons.add(new Reason("time", -2, "more than " + DAYS_APART + " days apart"));
        } else if (!a.first().isAfter(b.last()) && !b.first().isAfter(a.last())) {
            reasons.add(new Reason("time", 0.7, "the days can be one"));
        }
    }

    private static void places(PersonSeen one, PersonSeen other, List<Reason> reasons) {
        if (one.places().isEmpty() || other.places().isEmpty()) {
            return;
        }
        int shared = 0;
        for (List<String> a : one.places()) {
            for (List<String> b : other.places()) {
                int level = 0;
                while (level < Math.min(a.size(), b.size()) && a.get(level).equals(b.get(level))) {
                    level++;
                }
                shared = Math.max(shared, level);
            }
        }
        if (shared == 0) {
            reasons.add(new Reason("place", -2, "in different countries"));
        } else if (shared > 1) {
            reasons.add(new Reason("place", 0.5, "the places agree down to level " + shared));
        }
    }
}
