package dalil.query.record.answer;

import dalil.events.source.SourceFact;
import dalil.query.record.SourceState;
import dalil.query.record.SourceState.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From whom a source has it, and that one from whom, to the ultimate origin. Nothing keeps people from naming each other as
 * their origin, so a circle is an answer and not an error.
 */
final class OriginChain {

    /** Longer than any chain of hearsay that means something. */
    private static final int LONGEST = 64;

    /** How the chain ends. */
    enum End {
        /** A source that saw, measured or decided it itself. */
        SELF,
        /** Somewhere on the way nobody knows. */
        UNKNOWN,
        /** The chain comes back to itself: there is no origin. */
        CIRCLE,
        /** It leads to a source that is not on record at this index, or on and on. */
        LOST;

        /** Its name on the wire. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Function<String, Optional<SourceState>> sources;

    /** @param sources the state of a source by its id, at the reader's index; empty if it is not on record */
    OriginChain(Function<String, Optional<SourceState>> sources) {
        this.sources = sources;
    }

    /** The ultimate origin, with {@code end} and the {@code chain} of what each source on the way says of its origin. */
    Told of(String id, SourceState state) {
        List<Told> chain = new ArrayList<>();
        Set<String> passed = new HashSet<>();
        String at = id;
        SourceState source = state;
        while (true) {
            Said<String> said = last(source.origins());
            passed.add(at);
            chain.add(Told.byFact(said.value(), said.mark().index()).with("of", at));
            String next = said.value();
            if (next.equals(SourceFact.ORIGIN_SELF) || next.equals(at)) {
                return ended(at, End.SELF, chain);
            }
            if (next.equals(SourceFact.ORIGIN_UNKNOWN)) {
                return ended(SourceFact.ORIGIN_UNKNOWN, End.UNKNOWN, chain);
            }
            if (passed.contains(next)) {
                return ended(null, End.CIRCLE, chain);
            }
            Optional<SourceState> found = chain.size() == LONGEST ? Optional.empty() : sources.apply(next);
            if (found.isEmpty()) {
                return ended(next, End.LOST, chain);
            }
            at = next;
            source = found.get();
        }
    }

    static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private static Told ended(@Nullable String origin, End end, List<Told> chain) {
        return Told.byFact(origin, last(chain).index()).with("end", end.word()).with("chain", List.copyOf(chain));
    }
}
