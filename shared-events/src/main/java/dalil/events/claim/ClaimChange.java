package dalil.events.claim;

import dalil.events.Protected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can become of claims, as the facts of every kind of record that is made of claims tell it. */
public interface ClaimChange {

    /** The record begins. */
    interface Begun extends ClaimChange {

        /** What is said of the record itself. */
        List<Claim> claims();

        List<? extends ClaimedPart> parts();
    }

    /** One more part of it. */
    interface PartRecorded extends ClaimChange {
        ClaimedPart recorded();
    }

    /** Somebody says something more. */
    interface Added extends ClaimChange {

        /** UUID of the part of the record that the claim is about, such as a use of force; null for the record itself. */
        @Nullable String part();

        Claim claim();
    }

    /** A person decided that this claim holds where others differ. */
    interface Accepted extends ClaimChange {
        String claim();

        Protected<String> reason();
    }

    /** Somebody says that it is not so. */
    interface Disputed extends ClaimChange {
        String claim();

        /** UUID of the source that disputes it; null where the documenter does. */
        @Nullable String source();

        Protected<String> reason();
    }

    /** Its source, or the dataset that brought it, no longer says so. */
    interface Withdrawn extends ClaimChange {
        String claim();

        /** UUID of the dataset that no longer says so; null where the source itself withdrew it. */
        @Nullable String dataset();

        @Nullable Protected<String> reason();
    }

    /** We entered it wrongly. */
    interface Corrected extends ClaimChange {
        String claim();

        ClaimValue value();

        Protected<String> reason();
    }
}
