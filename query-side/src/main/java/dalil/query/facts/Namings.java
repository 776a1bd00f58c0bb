package dalil.query.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which people are named out of which groups. */
final class Namings {

    private final Map<String, Set<String>> groups = new HashMap<>();

    void name(String person, String group) {
        groups.computeIfAbsent(person, any -> new TreeSet<>()).add(group);
    }

    void withdraw(String person, String group) {
        Set<String> of = groups.getOrDefault(person, Set.of());
        if (of.remove(group) && of.isEmpty()) {
            groups.remove(person);
        }
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Every group out of which one of these people is named. */
    Set<String> groupsOf(Collection<String> people) {
        Set<String> found = new TreeSet<>();
        people.forEach(person -> found.addAll(groups.getOrDefault(person, Set.of())));
        return found;
    }
}
