package dalil.query.linkage.incident;

import dalil.query.linkage.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Incidents by each day on which they may have been; of those near in time, the ones that may also be near in place. */
final class DayBlocks {

    /** What may have been on any of more days than this is looked for among all. */
    private static final int LONGEST = 31;

    private static final int DAYS_MISTAKEN = 1;
    private static final double NEAR = 60_000;

    private final Map<LocalDate, Set<IncidentSeen>> ofDay = new HashMap<>();
    private final Set<IncidentSeen> ofNoDay = none();
    private final Set<IncidentSeen> all = none();

    /** By identity: there is one object of each incident, and comparing their content is slow. */
    private static Set<IncidentSeen> none() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    void add(IncidentSeen incident) {
        all.add(incident);
        Days days = listed(incident);
        if (days == null) {
            ofNoDay.add(incident);
        } else {
            for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
                ofDay.computeIfAbsent(day, any -> none()).add(incident);
            }
        }
    }

    void remove(IncidentSeen incident) {
        all.remove(incident);
        ofNoDay.remove(incident);
        Days days = listed(incident);
        if (days != null) {
            for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
                ofDay.getOrDefault(day, Set.of()).remove(incident);
            }
        }
    }

    /** Those that may be the same by time and coarsely by place, each once. */
    List<IncidentSeen> near(IncidentSeen incident) {
        Days days = listed(incident);
        Collection<IncidentSeen> inTime = all;
        if (days != null) {
            Set<IncidentSeen> then = none();
            then.addAll(ofNoDay);
            LocalDate end = days.last().plusDays(DAYS_MISTAKEN);
            for (LocalDate day = days.first().minusDays(DAYS_MISTAKEN); !day.isAfter(end); day = day.plusDays(1)) {
                then.addAll(ofDay.getOrDefault(day, Set.of()));
            }
            inTime = then;
        }
        List<IncidentSeen> near = new ArrayList<>();
        for (IncidentSeen other : inTime) {
            if (nearInTime(incident, other) && nearInPlace(incident, other)) {
                near.add(other);
            }
        }
        return near;
    }

    private static @Nullable Days listed(IncidentSeen incident) {
        Days days = incident.days();
        return days == null || days.length() > LONGEST ? null : days;
    }

    private static boolean nearInTime(IncidentSeen one, IncidentSeen other) {
        Days days = one.days();
        return days == null || other.days() == null || days.apart(other.days()) <= DAYS_MISTAKEN;
    }

    private static boolean nearInPlace(IncidentSeen one, IncidentSeen other) {
        if (one.places().isEmpty() || other.places().isEmpty()) {
            return true;
        }
        for (PlaceSeen a : one.places()) {
            for (PlaceSeen b : other.places()) {
                boolean near = a.point() != null && b.point() != null
                        ? a.point().metres(b.point()) <= NEAR
                        : a.common(b) > 1 || !a.parts(b);
                if (near) {
                    return true;
                }
            }
        }
        return false;
    }
}
