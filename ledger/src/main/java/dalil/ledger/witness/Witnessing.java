package dalil.ledger.witness;

import dalil.ledger.Ledger;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.outside.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks witnesses to cosign each published checkpoint. */
public final class Witnessing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Cosignatures cosignatures;
    private final List<WitnessRound> rounds;
    private final Rounds threads;

    /**
     * Asks each at once, and returns when all have answered or the time is over; who is later is heard later. Construct it before
     * anything is appended or signed. Without witnesses nobody is asked anything.
     *
     * @param startPatience for all of them together
     */
    public Witnessing(
            Ledger ledger,
            Checkpointer checkpointer,
            List<WitnessServer> witnesses,
            Clock clock,
            Duration startPatience) {
        cosignatures = new Cosignatures(
                ledger, checkpointer, witnesses.stream().map(WitnessServer::key).toList());
        rounds = witnesses.stream()
                .map(witness -> new WitnessRound(ledger, checkpointer, witness, cosignatures, clock))
                .toList();
        threads = new Rounds("ledger-witnesses", rounds, LOOK);
        awaitFirstTurns(startPatience);
    }

    private void awaitFirstTurns(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (WitnessRound round : rounds) {
                if (!round.awaitFirstTurn(end - System.nanoTime())) {
                    LOG.warn(
                            "the start does not wait for the witness {} any longer",
                            round.health().witness());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public Cosignatures cosignatures() {
        return cosignatures;
    }

    public List<WitnessHealth> health() {
        return rounds.stream().map(WitnessRound::health).toList();
    }

    @Override
    public void close() {
        threads.close();
    }
}
