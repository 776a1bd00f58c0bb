package dalil.query.byhand;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the three ways of counting people.
 *
 * @param ever by everything that ever became of them
 * @param at by how it stood with them on that day; null for the other ways
 */
public record Way(boolean ever, @Nullable LocalDate at) {

    public static final Way WORST = new Way(false, null);
    public static final Way EVER = new Way(true, null);

    public static Way at(String day) {
        return new Way(false, LocalDate.parse(day));
    }

    /** All three, the last on several days. */
    public static List<Way> all() {
        return List.of(
                WORST, EVER, at("2020-10-01"), at("2020-10-05"), at("2020-10-07"), at("2020-10-31"), at("2021-02-01"));
    }

    /** As a question says it. */
    public String asked() {
        return at != null ? "&count=persons-at&at=" + at : ever ? "&count=persons-ever" : "";
    }
}
