package dalil.events.review;

import dalil.events.Protected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reviewer concluded, as the facts of every kind of record that is reviewed tell it. */
public interface Review {

    /** A code of the list {@code corroboration}. */
    String state();

    /** Codes of the list {@code review-covers}. */
    List<String> covers();

    /** Whether the account is coherent. */
    boolean coherent();

    /** UUIDs of sources of independent origin that the reviewer relied on. */
    List<String> origins();

    /** Whether two independent origins were met, so that a stricter reader can keep their rule. */
    boolean twoOrigins();

    @Nullable ExaminedEvidence evidence();

    @Nullable Confirmation confirmation();

    Protected<String> reason();
}
