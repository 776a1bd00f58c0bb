package dalil.query.record;

import dalil.events.Protected;
import dalil.events.source.SourceFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source as its facts make it. */
public final class SourceState {

    /** A value of a source with the fact that set it. */
    public record Said<T>(T value, Mark mark) {}

    /** How this source stands to another, and who said so. */
    public record Independence(String other, String basis, Mark mark) {}

    private SourceFact.@Nullable Registered registered;
    private @Nullable Mark made;
    private final List<Said<String>> reliabilities = new ArrayList<>();
    private final List<Said<String>> origins = new ArrayList<>();
    private final List<Independence> independences = new ArrayList<>();
    private long lastIndex = -1;

    /** The next fact of the stream, its ledger index and who did it. */
    public void apply(long index, SourceFact fact, Map<String, String> meta) {
        lastIndex = index;
        if (fact instanceof SourceFact.Registered first) {
            Mark mark = Mark.of(index, meta, null);
            registered = first;
            made = mark;
            origins.add(new Said<>(first.origin(), mark));
            if (first.reliability() != null) {
                reliabilities.add(new Said<>(first.reliability(), mark));
            }
        } else if (fact instanceof SourceFact.Rated rated) {
            reliabilities.add(new Said<>(rated.reliability(), Mark.of(index, meta, rated.reason())));
        } else if (fact instanceof SourceFact.OriginCorrected corrected) {
            origins.add(new Said<>(corrected.origin(), Mark.of(index, meta, corrected.reason())));
        } else if (fact instanceof SourceFact.IndependenceStated stated) {
            independences.add(new Independence(stated.other(), stated.basis(), Mark.of(index, meta, stated.reason())));
        }
    }

    /** Ledger index of the last fact applied; -1 before the first. */
    public long lastIndex() {
        return lastIndex;
    }

    /** What recorded it. */
    public Optional<Mark> made() {
        return Optional.ofNullable(made);
    }

    /** What was said of it at first: type, connection, name, address, dataset. */
    public Optional<SourceFact.Registered> registered() {
        return Optional.ofNullable(registered);
    }

    /** The name; empty before the first fact. */
    public Optional<Protected<String>> name() {
        return registered().map(SourceFact.Registered::name);
    }

    /** Every rating, the last one in force. */
    public List<Said<String>> reliabilities() {
        return Collections.unmodifiableList(reliabilities);
    }

    /** Every origin that was recorded, the last one in force. */
    public List<Said<String>> origins() {
        return Collections.unmodifiableList(origins);
    }

    public List<Independence> independences() {
        return Collections.unmodifiableList(independences);
    }
}
