package dalil.ledger.timestamp;

import dalil.ledger.Ledger;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.checkpoint.NumberedCheckpoint;
import dalil.ledger.fault.LedgerException;
import dalil.ledger.outside.Retry;
import dalil.ledger.store.AttestationStore.Attestation;
import dalil.ledger.store.AttestationStore.Kind;
import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One authority's turn: if it is time and the published checkpoint has no token of it, ask for one, check it, keep it. What fails is
 * told in health and tried again later; nothing else waits for it.
 */
final class AuthorityRound implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityRound.class);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LATEST = Duration.ofHours(1);

    private final Ledger ledger;
    private final Checkpointer checkpointer;
    private final TimestampAuthority authority;
    private final Anchors anchors;
    private final Duration every;
    private final Clock clock;
    private final Retry retry;
    private volatile long stamped;
    private volatile @Nullable Instant at;
    private volatile @Nullable Duration apart;

    AuthorityRound(
            Ledger ledger,
            Checkpointer checkpointer,
            TimestampAuthority authority,
            Anchors anchors,
            Duration every,
            Clock clock) {
        this.ledger = ledger;
        this.checkpointer = checkpointer;
        this.authority = authority;
        this.anchors = anchors;
        this.every = every;
        this.clock = clock;
        this.retry = new Retry(clock, SOON, LATEST);
        takeUp();
    }

    /** After a restart it goes on as it was agreed and does not begin again. */
    private void takeUp() {
        OptionalLong last = ledger.attestations().last(Kind.TIMESTAMP, authority.name());
        if (last.isEmpty()) {
            return;
        }
        stamped = last.getAsLong();
        ledger.attestations().of(Kind.TIMESTAMP, stamped).stream()
                .filter(token -> token.by().equals(authority.name()))
                .findFirst()
                .ifPresent(this::takeUp);
    }

    private void takeUp(Attestation token) {
        try {
            Instant given = TimestampToken.parse(token.bytes()).at();
            at = given;
            Duration left = every.minus(Duration.between(given, clock.instant()));
            // A time ahead of ours is only theirs.
            retry.succeeded(left.compareTo(every) > 0 ? every : left);
        } catch (MalformedException altered) {
            LOG.warn("the token of {} for checkpoint {} is damaged; run the audit", authority.name(), stamped);
        }
    }

    @Override
    public void run() {
        try {
            NumberedCheckpoint last = checkpointer.last().orElse(null);
            if (last != null && last.number() > stamped && retry.due()) {
                stamp(last);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | MalformedException | VerificationException | LedgerException failed) {
            failed(String.valueOf(failed.getMessage()));
        } catch (RuntimeException unforeseen) {
            LOG.error("asking {} failed in a way it should not", authority.name(), unforeseen);
            failed(unforeseen.getClass().getSimpleName());
        }
    }

    private void stamp(NumberedCheckpoint last) throws IOException, InterruptedException {
        byte[] note = last.note();
        TimestampToken token = authority.stamp(note, anchors);
        // A crash before this returns: no token is kept, and the next start asks for another. After: it is there for
        // good.
        ledger.attestations().keep(new Attestation(Kind.TIMESTAMP, last.number(), authority.name(), token.encoded()));
        stamped = last.number();
        at = token.at();
        apart = Duration.between(clock.instant(), token.at()).abs();
        retry.succeeded(every);
    }

    private void failed(String why) {
        retry.failed(why);
        LOG.warn("no timestamp by {}, failure {}: {}", authority.name(), retry.failures(), why);
    }

    TimestampHealth health() {
        return new TimestampHealth(
                authority.name(),
                stamped == 0 ? OptionalLong.empty() : OptionalLong.of(stamped),
                at,
                apart,
                retry.failures(),
                retry.why());
    }
}
