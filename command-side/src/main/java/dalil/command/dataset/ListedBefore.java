package dalil.command.dataset;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset lists as its stream stands.
 *
 * @param asOf ISO date of the files that were listed last; null if none were
 * @param version of a file of changes at which it was listed last; null if it was not listed by one
 * @param ids UUIDs of the records that are listed
 */
public record ListedBefore(@Nullable String asOf, @Nullable String version, Set<String> ids) {

    public static final ListedBefore NOTHING = new ListedBefore(null, null, Set.of());
}
