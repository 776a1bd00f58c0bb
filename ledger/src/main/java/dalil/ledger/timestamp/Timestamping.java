package dalil.ledger.timestamp;

import dalil.ledger.Ledger;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.outside.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Asks authorities for tokens over published checkpoints while there are new ones, each at most every so often. */
public final class Timestamping implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final List<AuthorityRound> rounds;
    private final Rounds threads;

    /**
     * Without authorities nobody is asked anything.
     *
     * @param authorities of different names
     * @param anchors that each must be vouched for by; with none it is taken for what its certificate says
     */
    public Timestamping(
            Ledger ledger,
            Checkpointer checkpointer,
            List<TimestampAuthority> authorities,
            Anchors anchors,
            Duration every,
            Clock clock) {
        if (authorities.stream().map(TimestampAuthority::name).distinct().count() != authorities.size()) {
            throw new IllegalArgumentException("two timestamp authorities have the same host and port");
        }
        rounds = authorities.stream()
                .map(authority -> new AuthorityRound(ledger, checkpointer, authority, anchors, every, clock))
                .toList();
        threads = new Rounds("ledger-timestamps", rounds, LOOK);
    }

    public List<TimestampHealth> health() {
        return rounds.stream().map(AuthorityRound::health).toList();
    }

    @Override
    public void close() {
        threads.close();
    }
}
