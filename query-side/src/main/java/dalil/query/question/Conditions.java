package dalil.query.question;

import dalil.events.claim.Attribute;
import dalil.query.problem.BadQuestion;
import dalil.query.unit.Cells;
import dalil.query.unit.Covers;
import dalil.query.unit.DayKeys;
import dalil.query.unit.IncidentRow;
import dalil.query.unit.PlacePath;
import dalil.query.unit.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Filters as conditions on rows. */
final class Conditions {

    static final List<String> NAMES = List.of("from", "to", "place", "near", "listedBy", "q");

    private static final int EXISTENCE = Dimension.covers(Attribute.Of.INCIDENT, "title");
    private static final int LONGEST_QUERY = 200;
    private static final int FEW_CELLS = 16;
    private static final String ANY_TIME =
            "len(list_filter(range(1, len(i.time_from) + 1), lambda k: %si.time_from[k] <= ? AND i.time_to[k] >= ?)) > 0";
    private static final String NEAR = "len(list_filter(range(1, len(i.lat) + 1), lambda k: %s12742.0176 * asin(sqrt("
            + "power(sin(radians(i.lat[k] - ?) / 2), 2) + cos(radians(?)) * cos(radians(i.lat[k]))"
            + " * power(sin(radians(i.lon[k] - ?) / 2), 2))) <= ?)) > 0";

    private final Unit unit;
    private final Counting counting;
    private final CellWords cells;
    private final Words words;
    private final long index;

    Conditions(Unit unit, Counting counting, Words words, long index) {
        this.unit = unit;
        this.counting = counting;
        this.words = words;
        this.cells = new CellWords(words);
        this.index = index;
    }

    List<Condition> of(List<Given> givens) {
        List<Condition> conditions = new ArrayList<>();
        DayRange days = DayRange.of(givens);
        if (days.given()) {
            conditions.add(within(days));
        }
        for (Given given : givens) {
            switch (given.name()) {
                case "from", "to" -> {}
                case "place" -> conditions.add(place(given));
                case "near" -> conditions.add(near(given));
                case "listedBy" -> conditions.add(listedBy(given));
                case "q" -> conditions.add(search(given));
                default -> conditions.add(in(Dimension.find(unit, given.name()).orElseThrow(), given));
            }
        }
        return conditions;
    }

    private static Condition within(DayRange days) {
        Sql holds = new Sql()
                .add("i.first_day <= ? AND i.last_day >= ?", days.last(), days.first())
                // the first of several times, or the last, mostly tells
                .add(" AND (i.first_day >= ? OR i.last_day <= ? OR ", days.first(), days.last())
                .add(ANY_TIME.formatted(""), days.last(), days.first())
                .add(")");
        Sql certain = new Sql()
                .add("coalesce(i.in_force_from >= ? AND i.in_force_to <= ?, FALSE)", days.first(), days.last());
        return new Condition(holds, certain, Covers.TIME, false);
    }

    private Condition in(Dimension dimension, Given given) {
        Set<Integer> keys = new LinkedHashSet<>();
        given.anyOf().forEach(value -> keys.addAll(cells.keys(dimension, value)));
        if (keys.isEmpty()) {
            return Condition.never(dimension.covers(), dimension.ofPart());
        }
        Sql holds = anyCell(dimension, keys);
        if (dimension.form() == Dimension.Form.DAY || dimension.form() == Dimension.Form.MONTH) {
            for (int key : keys) {
                if (key < DayKeys.WORDS) {
                    holds = new Sql().add(holds).add(" OR ").add(wide(dimension, key));
                }
            }
            holds = new Sql().add("(").add(holds).add(")");
        }
        return new Condition(holds, certainCell(dimension, keys), dimension.covers(), dimension.ofPart());
    }

    private static Sql wide(Dimension dimension, int key) {
        int first = key;
        int last = key;
        if (dimension.form() == Dimension.Form.MONTH) {
            YearMonth month = DayKeys.yearMonth(key);
            first = DayKeys.day(month.atDay(1));
            last = DayKeys.day(month.atEndOfMonth());
        }
        return new Sql()
                .add("(i.any_wide AND ")
                .add(ANY_TIME.formatted("i.time_wide[k] AND "), last, first)
                .add(")");
    }

    private Sql anyCell(Dimension dimension, Set<Integer> keys) {
        List<Integer> cells = new ArrayList<>();
        keys.forEach(key -> {
            cells.add(Cells.reported(key));
            cells.add(Cells.certain(key));
        });
        return inOne(dimension, cells);
    }

    private Sql certainCell(Dimension dimension, Set<Integer> keys) {
        return inOne(dimension, keys.stream().map(Cells::certain).toList());
    }

    /**
     * {@code list_has_any} makes a set anew for every row, and takes longer than all the rest of a tally. Looking for a few cells one
     * after the other is faster still than looking at each of the row's.
     */
    private Sql inOne(Dimension dimension, List<Integer> cells) {
        String several = counting.several(dimension);
        Sql sql = new Sql().add("(" + counting.single(dimension) + " IN ").choice(cells);
        if (cells.size() > FEW_CELLS) {
            return sql.add(" OR len(list_filter(" + several + ", lambda c: list_contains(")
                    .list(cells)
                    .add(", c))) > 0)");
        }
        cells.forEach(cell -> sql.add(" OR list_contains(" + several + ", ?)", cell));
        return sql.add(")");
    }

    private Condition place(Given given) {
        Sql holds = new Sql().add("(FALSE");
        Sql certain = new Sql().add("(FALSE");
        for (String value : given.anyOf()) {
            List<String> names = PlacePath.names(value);
            if (names.size() > PlacePath.LEVELS) {
                throw new BadQuestion("place", "bad-place", "at most country, region, district and settlement");
            }
            for (Dimension level : Dimension.of(unit)) {
                Set<Integer> keys = level.level() == 0 ? Set.of() : placed(names, level.level());
                if (!keys.isEmpty()) {
                    holds.add(" OR ").add(anyCell(level, keys));
                    certain.add(" OR ").add(certainCell(level, keys));
                }
            }
        }
        return new Condition(holds.add(")"), certain.add(")"), Covers.PLACE, false);
    }

    private Set<Integer> placed(List<String> names, int level) {
        if (names.size() == 1) {
            String name = IncidentRow.folded(names.get(0));
            return new LinkedHashSet<>(
                    cells.named(level, other -> IncidentRow.folded(other).equals(name)));
        }
        Integer key = names.size() == level ? cells.path(names) : null;
        return key == null ? Set.of() : Set.of(key);
    }

    private static Condition near(Given given) {
        String[] parts = given.value().split(",", -1);
        try {
            double lat = Double.parseDouble(parts[0]);
            double lon = Double.parseDouble(parts[1]);
            double km = Double.parseDouble(parts[2]);
            if (parts.length == 3 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && km >= 0 && km <= 20_100) {
                return new Condition(
                        new Sql().add(NEAR.formatted(""), lat, lat, lon, km),
                        new Sql().add(NEAR.formatted("i.spot_certain[k] AND "), lat, lat, lon, km),
                        Covers.PLACE,
                        false);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException notNumbers) {
            // told below
        }
        throw new BadQuestion("near", "bad-number", "latitude, longitude and kilometres, as in 42.876,74.6036,1.5");
    }

    /** A record that stands for several is listed if one of them is. */
    private Condition listedBy(Given given) {
        Set<Integer> datasets = new LinkedHashSet<>();
        for (String name : given.anyOf()) {
            Integer dataset = words.find(Given.plain(name));
            if (dataset == null) {
                throw new BadQuestion("listedBy", "unknown-word", "no dataset of this name was ever imported");
            }
            datasets.add(dataset);
        }
        Sql listed = new Sql()
                .add("(SELECT l.incident FROM listing l WHERE list_contains(")
                .list(datasets)
                .add(", l.dataset) AND l.valid_from <= ? AND l.valid_to > ?)", index, index);
        Sql holds = new Sql()
                .add("i.id IN (FROM ")
                .add(listed)
                .add(" UNION ALL SELECT id FROM (SELECT id, unnest(absorbed) AS other FROM " + unit.table())
                .add(" WHERE valid_from <= ? AND valid_to > ? AND len(absorbed) > 0) WHERE other IN ", index, index)
                .add(listed)
                .add(")");
        return new Condition(holds, null, 0, false);
    }

    private static Condition search(Given given) {
        String text = IncidentRow.folded(given.value().strip());
        if (text.isEmpty() || text.length() > LONGEST_QUERY) {
            throw new BadQuestion("q", "bad-text", "between 1 and " + LONGEST_QUERY + " characters");
        }
        return new Condition(new Sql().add("contains(i.search, ?)", text), null, EXISTENCE, false);
    }
}
