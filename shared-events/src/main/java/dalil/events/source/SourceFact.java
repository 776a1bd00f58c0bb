package dalil.events.source;

import dalil.events.Fact;
import dalil.events.FactType;
import dalil.events.Protected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of a source. */
public sealed interface SourceFact extends Fact {

    /** The source is its own origin: it saw, measured or decided what it says. */
    String ORIGIN_SELF = "self";
    /** Nobody knows from whom the source has it; adds nothing to corroboration. */
    String ORIGIN_UNKNOWN = "unknown";

    /**
     * @param id UUID
     * @param type a code of the list {@code source-type}
     * @param connection a code of the list {@code source-connection}; null if not said
     * @param origin UUID of the source it has it from, or {@link #ORIGIN_SELF}, or {@link #ORIGIN_UNKNOWN}
     * @param name what it is called; a witness's name and a newspaper's are protected alike
     * @param url where it was found; null if nowhere
     * @param reliability a code of the list {@code source-reliability}; null if not rated
     * @param dataset UUID of the dataset that brought it; null if a person entered it
     */
    record Registered(
            String id,
            String type,
            @Nullable String connection,
            String origin,
            Protected<String> name,
            @Nullable Protected<String> url,
            @Nullable String reliability,
            @Nullable String dataset)
            implements SourceFact {}

    /** @param reliability a code of the list {@code source-reliability} */
    record Rated(String reliability, Protected<String> reason) implements SourceFact {}

    /** We entered the origin wrongly, or know it only now. */
    record OriginCorrected(String origin, Protected<String> reason) implements SourceFact {}

    /**
     * How this source stands to another.
     *
     * @param other UUID of the other source
     * @param basis a code of the list {@code independence-basis}
     */
    record IndependenceStated(String other, String basis, Protected<String> reason) implements SourceFact {}

    /** Names on the wire, for ever. */
    List<FactType> TYPES = List.of(
            new FactType(Registered.class, "source.registered", "1"),
            new FactType(Rated.class, "source.rated", "1"),
            new FactType(OriginCorrected.class, "source.origin-corrected", "1"),
            new FactType(IndependenceStated.class, "source.independence-stated", "1"));
}
