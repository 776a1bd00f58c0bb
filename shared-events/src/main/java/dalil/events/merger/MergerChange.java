package dalil.events.merger;

import dalil.events.Protected;
import org.jspecify.annotations.Nullable;

/** What is decided about two records of one kind that are, or may be, about one and the same, as the facts of every such kind tell it. */
public interface MergerChange {

    /** From here on this record and another are read and counted as the other; no fact moves. */
    interface MergedInto extends MergerChange {

        /** UUID of the record that stands for both. */
        String into();

        Protected<String> reason();
    }

    /** As if they had never been merged. */
    interface Unmerged extends MergerChange {
        Protected<String> reason();
    }

    /** Somebody thinks that they may be. */
    interface CandidateNoted extends MergerChange {

        /** UUID of the other record. */
        String other();

        /**
         * How alike a comparison found them, from 0 to 1 with at most three digits behind the point, such as {@code 0.934}; null where a
         * person saw it.
         */
        @Nullable String score();
    }

    /** Somebody decided that they are not. */
    interface CandidateDismissed extends MergerChange {

        /** UUID of the other record. */
        String other();

        Protected<String> reason();
    }
}
