package dalil.ledger.audit;

import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.timestamp.Anchors;
import dalil.ledger.timestamp.TimestampToken;
import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every token against the checkpoint it is kept with, its signature and, where the asker has anchors, who vouches for it. */
final class TimestampCheck {

    private final Findings findings;
    private final Anchors anchors;
    private long good;
    private long covered;
    private @Nullable Instant by;

    TimestampCheck(Findings findings, Anchors anchors) {
        this.findings = findings;
        this.anchors = anchors;
    }

    /**
     * @param which in words
     * @param note of the checkpoint, as it was signed
     * @param size of its tree
     */
    void next(String which, byte[] token, byte[] note, long size) {
        try {
            TimestampToken read = TimestampToken.parse(token);
            read.verify(note, anchors);
            good++;
            if (by == null || size > covered || (size == covered && read.at().isBefore(by))) {
                covered = size;
                by = read.at();
            }
        } catch (MalformedException | VerificationException bad) {
            findings.at(Kind.BAD_TIMESTAMP, Math.max(0, size - 1), which + ": " + bad.getMessage());
        }
    }

    void end(List<String> attested, List<String> unseen) {
        if (good == 0) {
            return;
        }
        String tokens = good == 1 ? "1 timestamp" : good + " timestamps";
        if (anchors.isEmpty()) {
            unseen.add("who made the timestamps (" + tokens + "): no trust anchor was given, so anybody may have");
        } else {
            attested.add(tokens + " by authorities that the given anchors vouch for; the first " + covered
                    + " facts existed at " + by);
            unseen.add("whether a timestamp authority's certificate was revoked: that is not looked up");
        }
    }
}
