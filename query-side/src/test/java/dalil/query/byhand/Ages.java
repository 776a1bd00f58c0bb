package dalil.query.byhand;

import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.time.Edtf;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Bands of age: by every claim about the age, and by every birth date together with every day on which the harm may have been done. */
final class Ages {

    private Ages() {}

    /** @param harm when the harm was done; a value of it is certain where the register stands by it */
    static Map<String, Boolean> cells(Reading age, Reading born, Map<ClaimValue, Boolean> harm) {
        Map<String, Boolean> byAge = age.cells(
                "not-stated",
                value -> value instanceof ClaimValue.Range years
                        ? bands(years.least(), years.greatest())
                        : Map.of(Reading.word(value), true));
        Map<String, Boolean> byBirth = byBirth(born, harm);
        boolean anyBirth = byBirth.keySet().stream().anyMatch(Ages::isBand);
        if (byAge.keySet().stream().noneMatch(Ages::isBand)) {
            // an answer such as "not asked" stands beside what the birth date tells, and takes nothing from it
            Map<String, Boolean> cells = new LinkedHashMap<>(anyBirth || age.isNothing() ? byBirth : byAge);
            if (anyBirth) {
                age.values().keySet().forEach(answer -> cells.putIfAbsent(Reading.word(answer), false));
            }
            return cells;
        }
        Map<String, Boolean> cells = new LinkedHashMap<>(byAge);
        byBirth.keySet().stream().filter(Ages::isBand).forEach(band -> cells.putIfAbsent(band, false));
        if (contradicts(age, born, harm)) {
            cells.replaceAll((band, certain) -> false);
            cells.put("contested", false);
        }
        return cells;
    }

    private static boolean isBand(String cell) {
        return Character.isDigit(cell.charAt(0));
    }

    /** The age and the birth date that hold have no band in common. */
    private static boolean contradicts(Reading age, Reading born, Map<ClaimValue, Boolean> harm) {
        Set<String> one = new HashSet<>();
        for (Said said : age.said()) {
            if (said.same().equals(age.inForce()) && said.value() instanceof ClaimValue.Range years) {
                one.addAll(bands(years.least(), years.greatest()).keySet());
            }
        }
        Set<String> other = new HashSet<>();
        for (Said said : born.said()) {
            if (said.same().equals(born.inForce()) && said.value() instanceof Occurred birth) {
                harm.keySet().forEach(when -> other.addAll(ofBirth(birth, when).keySet()));
            }
        }
        return !one.isEmpty() && !other.isEmpty() && one.stream().noneMatch(other::contains);
    }

    private static Map<String, Boolean> byBirth(Reading born, Map<ClaimValue, Boolean> harm) {
        Map<String, Boolean> cells = born.cells("not-stated", value -> {
            if (!(value instanceof Occurred birth)) {
                return Map.of(Reading.word(value), true);
            }
            Map<String, Boolean> ofOne = new LinkedHashMap<>();
            harm.forEach((when, certain) -> ofBirth(birth, when)
                    .forEach((band, sure) -> ofOne.merge(band, sure && certain, Boolean::logicalOr)));
            return ofOne;
        });
        if (cells.keySet().stream().allMatch("contested"::equals)) {
            cells.put("not-stated", false);
        }
        return cells;
    }

    /** The bands of one birth date and one time of the harm; none where they tell no age. */
    private static Map<String, Boolean> ofBirth(Occurred born, ClaimValue when) {
        if (!(when instanceof Occurred harmed)) {
            return Map.of();
        }
        Edtf birth = Edtf.parse(born.date());
        Edtf harm = Edtf.parse(harmed.date());
        if (birth.earliest() == null || birth.latest() == null || harm.earliest() == null || harm.latest() == null) {
            return Map.of();
        }
        return birth.earliest().isAfter(harm.latest())
                ? Map.of()
                : bands(Math.max(0, years(birth.latest(), harm.earliest())), years(birth.earliest(), harm.latest()));
    }

    private static long years(LocalDate from, LocalDate to) {
        return ChronoUnit.YEARS.between(Objects.requireNonNull(from), Objects.requireNonNull(to));
    }

    /** Year after year. */
    private static Map<String, Boolean> bands(long least, long greatest) {
        Set<String> bands = new HashSet<>();
        for (long years = least; years <= Math.min(greatest, Math.max(least, 100)); years++) {
            bands.add(band(years));
        }
        Map<String, Boolean> cells = new LinkedHashMap<>();
        bands.forEach(band -> cells.put(band, bands.size() == 1));
        return cells;
    }

    private static String band(long years) {
        if (years >= 60) {
            return "60-and-over";
        }
        int[] from = {0, 5, 12, 18, 25, 35, 45, 60};
        int at = 0;
        while (from[at + 1] <= years) {
            at++;
        }
        return from[at] + "-" + (from[at + 1] - 1);
    }
}
