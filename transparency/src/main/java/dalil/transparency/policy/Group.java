package dalil.transparency.policy;

import java.util.List;
import java.util.Set;

/** Has witnessed a checkpoint when at least so many of its members, witnesses or other groups, have. */
public record Group(String name, int threshold, List<String> members) {

    public Group {
        members = List.copyOf(members);
        if (threshold < 1 || threshold > members.size()) {
            throw new IllegalArgumentException("no threshold of " + threshold + " among " + members.size());
        }
    }

    boolean isReachedBy(Set<String> witnessed) {
        return members.stream().filter(witnessed::contains).count() >= threshold;
    }
}
