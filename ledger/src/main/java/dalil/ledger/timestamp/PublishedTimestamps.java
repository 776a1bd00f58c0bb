package dalil.ledger.timestamp;

import dalil.ledger.Ledger;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.checkpoint.NumberedCheckpoint;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.store.AttestationStore;
import dalil.ledger.store.AttestationStore.Attestation;
import dalil.ledger.store.AttestationStore.Kind;
import dalil.ledger.store.CheckpointStore;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.transparency.MalformedException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** The tokens and the checkpoints they are over, as anybody may see them: none beyond the published checkpoint. */
public final class PublishedTimestamps {

    private final CheckpointStore checkpoints;
    private final AttestationStore attestations;
    private final LongSupplier published;

    public PublishedTimestamps(Ledger ledger, Checkpointer checkpointer) {
        this(ledger, () -> checkpointer.last().map(NumberedCheckpoint::number).orElse(0L));
    }

    /** @param published number of the published checkpoint; 0 if there is none */
    public PublishedTimestamps(Ledger ledger, LongSupplier published) {
        this.checkpoints = ledger.checkpoints();
        this.attestations = ledger.attestations();
        this.published = published;
    }

    /**
     * A checkpoint and its tokens.
     *
     * @param tokens at least one, in the order they were kept
     */
    public record Stamped(Kept checkpoint, List<Token> tokens) {}

    /**
     * A token.
     *
     * @param by host and port that it was asked from
     */
    public record Token(String by, TimestampToken token) {}

    /** The newest that has a token. */
    public Optional<Stamped> newest() {
        return shown(attestations.last(Kind.TIMESTAMP));
    }

    /** The oldest that has a token and covers the fact of an index: by then it was recorded. */
    public Optional<Stamped> covering(long index) {
        long low = 1;
        long beyond = published() + 1;
        while (low < beyond) {
            long middle = (low + beyond) >>> 1;
            if (kept(middle).size() > index) {
                beyond = middle;
            } else {
                low = middle + 1;
            }
        }
        return shown(attestations.first(Kind.TIMESTAMP, low));
    }

    /** That of a number. */
    public Optional<Stamped> numbered(long number) {
        return shown(OptionalLong.of(number));
    }

    private Optional<Stamped> shown(OptionalLong number) {
        if (number.isEmpty() || number.getAsLong() < 1 || number.getAsLong() > published()) {
            return Optional.empty();
        }
        List<Token> tokens = attestations.of(Kind.TIMESTAMP, number.getAsLong()).stream()
                .map(PublishedTimestamps::read)
                .toList();
        return tokens.isEmpty() ? Optional.empty() : Optional.of(new Stamped(kept(number.getAsLong()), tokens));
    }

    private static Token read(Attestation kept) {
        try {
            return new Token(kept.by(), TimestampToken.parse(kept.bytes()));
        } catch (MalformedException damaged) {
            throw IntegrityFault.ofLedger("the timestamp of checkpoint " + kept.checkpoint() + " by " + kept.by() + ": "
                    + damaged.getMessage());
        }
    }

    private Kept kept(long number) {
        return checkpoints
                .numbered(number)
                .orElseThrow(() -> IntegrityFault.ofLedger("checkpoint " + number + " is gone"));
    }

    private long published() {
        return published.getAsLong();
    }
}
