package dalil.query.record;

import dalil.events.figure.Figure;
import dalil.events.figure.FigureFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A published total as its facts make it. */
public final class FigureState {

    /** A figure as it was entered before it was corrected. */
    public record Correction(Figure before, Mark mark) {}

    /** The publisher took it back: in which source, when it said so, in which words. */
    public record Withdrawal(FigureFact.WithdrawnByPublisher fact, Mark mark) {}

    /** The next figure of the series. */
    public record Next(String figure, Mark mark) {}

    private String id = "";
    private @Nullable String dataset;
    private @Nullable Figure figure;
    private @Nullable Mark set;
    private long firstIndex = -1;
    private final List<Correction> corrections = new ArrayList<>();
    private final List<Mark> disputes = new ArrayList<>();
    private final List<Next> next = new ArrayList<>();
    private @Nullable Withdrawal withdrawal;
    private @Nullable Mark retraction;

    /** The next fact of the stream, its ledger index and who did it. */
    public void apply(long index, FigureFact fact, Map<String, String> meta) {
        Mark mark = Mark.of(index, meta, null);
        if (fact instanceof FigureFact.Published published) {
            id = published.id();
            dataset = published.dataset();
            firstIndex = index;
            figure = published.figure();
            set = mark;
        } else if (fact instanceof FigureFact.Corrected corrected) {
            Mark by = new Mark(index, Mark.actor(meta), null, corrected.dataset(), corrected.reason());
            corrections.add(new Correction(figure(), by));
            figure = corrected.figure();
            set = by;
        } else if (fact instanceof FigureFact.Disputed disputed) {
            disputes.add(new Mark(index, Mark.actor(meta), disputed.source(), null, disputed.reason()));
        } else if (fact instanceof FigureFact.FollowedBy followed) {
            next.add(new Next(followed.next(), mark));
        } else if (fact instanceof FigureFact.WithdrawnByPublisher withdrawn) {
            withdrawal = new Withdrawal(
                    withdrawn, new Mark(index, Mark.actor(meta), withdrawn.source(), null, withdrawn.quote()));
        } else if (fact instanceof FigureFact.Retracted retracted) {
            retraction = Mark.of(index, meta, retracted.reason());
        }
    }

    /** UUID; empty before the first fact. */
    public String id() {
        return id;
    }

    /** UUID of the dataset that brought it; empty if a person entered it. */
    public Optional<String> dataset() {
        return Optional.ofNullable(dataset);
    }

    /** The figure as it stands: after a correction the right one. */
    public Figure figure() {
        return Objects.requireNonNull(figure, "before the first fact");
    }

    /** Ledger index of the first fact. */
    public long firstIndex() {
        return firstIndex;
    }

    /** What set the figure as it stands. */
    public Mark set() {
        return Objects.requireNonNull(set, "before the first fact");
    }

    /** Earlier forms, in order. */
    public List<Correction> corrections() {
        return Collections.unmodifiableList(corrections);
    }

    public List<Mark> disputes() {
        return Collections.unmodifiableList(disputes);
    }

    public List<Next> next() {
        return Collections.unmodifiableList(next);
    }

    /** Whether its publisher took it back; empty while it stands. */
    public Optional<Withdrawal> withdrawal() {
        return Optional.ofNullable(withdrawal);
    }

    public Optional<Mark> retraction() {
        return Optional.ofNullable(retraction);
    }
}
