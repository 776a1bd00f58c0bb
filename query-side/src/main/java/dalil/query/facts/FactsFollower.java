package dalil.query.facts;

import dalil.query.facts.FactSource.SourcedFact;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of the facts table: takes facts as the ledger gets them. After a failure it forgets what it had in memory and opens
 * the table again, so that it goes on from what is written and from nothing else.
 */
public final class FactsFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FactsFollower.class);
    private static final int MOST_FACTS = 20_000;
    // a fact may carry a long narrative that is read and thrown away: never hold all of them
    private static final int FACTS_AT_ONCE = 500;
    private static final int RECENT = 2_000;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final long FIRST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 10_000;

    /** How following goes. */
    public enum State {
        STARTING,
        FOLLOWING,
        /** The last try failed; another comes. */
        FAILED,
        CLOSED
    }

    /**
     * What health shows.
     *
     * @param position index of the last fact that the table reflects; -1 if none
     * @param failures how often it failed since the start
     * @param failure what went wrong last, without any content; null if nothing did
     */
    public record Health(
            State state,
            long position,
            long failures,
            @Nullable String failure) {}

    private final FactSource source;
    private final FactsTable table;
    private final int mostRecent;
    private final Thread thread = new Thread(this::run, "facts-follower");
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Health health = new Health(State.STARTING, FactsTable.NOTHING, 0, null);

    public FactsFollower(FactSource source, FactsTable table) {
        this(source, table, RECENT);
    }

    /** @param mostRecent of how many incidents the states are kept; any other is folded again when a fact comes for it */
    public FactsFollower(FactSource source, FactsTable table, int mostRecent) {
        this.source = source;
        this.table = table;
        this.mostRecent = mostRecent;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public Health health() {
        Health now = health;
        return new Health(now.state(), table.position(), now.failures(), now.failure());
    }

    private void run() {
        long pause = FIRST_PAUSE;
        while (!closed()) {
            long before = table.position();
            try {
                follow();
            } catch (SQLException | RuntimeException | Error failed) { // also out of memory: it must be seen in health
                report(failed);
                pause = table.position() > before ? FIRST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
                sleep(pause);
            }
        }
        health = new Health(State.CLOSED, table.position(), health.failures(), health.failure());
    }

    private void follow() throws SQLException {
        if (table.open(source)) {
            LOG.info("the facts table is built from the beginning, up to index {}", source.size() - 1);
        }
        Followed followed = table.followed(source, mostRecent);
        health = new Health(State.FOLLOWING, table.position(), health.failures(), health.failure());
        try (BatchWriter writer = new BatchWriter(table)) {
            long taken = table.position();
            while (!closed()) {
                if (source.awaitSize(taken + 2, IDLE)) {
                    taken = take(taken, followed, writer);
                }
                writer.check();
            }
            writer.finish();
        }
    }

    /** @return index of the last fact that was taken; it is written a little later */
    private long take(long taken, Followed followed, BatchWriter writer) throws SQLException {
        Batch batch = new Batch(source, followed, table.words());
        long last = taken;
        while (last - taken < MOST_FACTS && !closed()) {
            List<SourcedFact> facts = source.read(last + 1, FACTS_AT_ONCE);
            facts.forEach(batch::add);
            last += facts.size();
            if (facts.size() < FACTS_AT_ONCE) {
                break;
            }
        }
        if (last > taken) {
            writer.write(batch, last, source.leaf(last));
        }
        return last;
    }

    private void report(Throwable failed) {
        String what = failed.getClass().getSimpleName();
        LOG.error("following the ledger failed after index {}: {}", table.position(), what, failed);
        health = new Health(State.FAILED, table.position(), health.failures() + 1, what);
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    private void sleep(long millis) {
        try {
            if (closing.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.debug("closed while waiting to try again");
            }
        } catch (InterruptedException interrupted) {
            closing.countDown();
        }
    }

    /** Lets the batch at hand finish, then lets go of the file. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
            table.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (SQLException failed) {
            LOG.warn(
                    "the facts table did not close cleanly: {}",
                    failed.getClass().getSimpleName());
        }
    }
}
