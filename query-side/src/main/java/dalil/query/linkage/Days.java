package dalil.query.linkage;

import dalil.events.claim.Occurred;
import dalil.events.time.Edtf;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The days within which everything that is claimed of a record's time lies. Both ends included. */
public record Days(LocalDate first, LocalDate last) {

    /** Those together with what another claim says; a claim without both ends says nothing here. */
    public static @Nullable Days wider(@Nullable Days days, Occurred occurred) {
        try {
            Edtf date = Edtf.parse(occurred.date());
            LocalDate first = date.earliest();
            LocalDate last = date.latest();
            if (first == null || last == null) {
                return days;
            }
            return days == null
                    ? new Days(first, last)
                    : new Days(
                            first.isBefore(days.first()) ? first : days.first(),
                            last.isAfter(days.last()) ? last : days.last());
        } catch (IllegalArgumentException notADate) {
            return days;
        }
    }

    /** How many days lie between; 0 where they share one. */
    public long apart(Days other) {
        long gap = Math.max(ChronoUnit.DAYS.between(last, other.first), ChronoUnit.DAYS.between(other.last, first));
        return Math.max(0, gap);
    }

    /** How many days these are. */
    public long length() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
