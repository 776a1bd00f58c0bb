package dalil.ledger.audit;

import dalil.ledger.audit.AuditReport.Signed;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.key.LastSigned;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.tree.CompactRange;
import dalil.transparency.tree.TreeHead;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every checkpoint against the records it covers, its signature, and its place in the line; and the last one kept outside. All roots
 * come from one growing tree, so checkpoints that agree with it are consistent with one another.
 */
final class CheckpointCheck {

    private final Findings findings;
    private final AuditKeys keys;
    private final String origin;
    private final List<Kept> rows;
    private int next;
    private long number;
    private boolean authentic = true;

    CheckpointCheck(Findings findings, Holdings holdings, AuditKeys keys, String origin) {
        this.findings = findings;
        this.keys = keys;
        this.origin = origin;
        this.rows = holdings.checkpoints();
    }

    /** The tree so far, at each size from 0 on; null if the records do not lead to one. */
    void at(@Nullable CompactRange range) {
        if (range == null) {
            return;
        }
        while (next < rows.size() && rows.get(next).size() <= range.size()) {
            Kept row = rows.get(next++);
            inLine(row);
            SignedCheckpoint checkpoint = read(row);
            if (checkpoint != null && row.size() == range.size()) {
                root("checkpoint " + row.number(), checkpoint, range);
            } else if (checkpoint != null) {
                findings.at(Kind.BROKEN_LINK, Math.max(0, row.size() - 1), "no records for checkpoint " + row.number());
            }
        }
        LastSigned outside = keys.outside();
        if (outside != null && outside.checkpoint().checkpoint().size() == range.size()) {
            root("the last checkpoint outside", outside.checkpoint(), range);
        }
    }

    private void inLine(Kept row) {
        if (row.number() > number + 1) {
            findings.at(
                    Kind.MISSING,
                    Math.max(0, row.size() - 1),
                    "the checkpoints " + (number + 1) + " to " + (row.number() - 1));
        } else if (row.number() <= number) {
            findings.at(
                    Kind.DUPLICATE,
                    Math.max(0, row.size() - 1),
                    "checkpoint " + row.number() + " over more facts than number " + number);
        }
        number = row.number();
        LastSigned outside = keys.outside();
        if (outside != null
                && outside.number() == row.number()
                && !Arrays.equals(row.note(), outside.checkpoint().format())) {
            findings.at(
                    Kind.BAD_SIGNATURE,
                    Math.max(0, row.size() - 1),
                    "checkpoint " + row.number() + " is not the one kept outside");
        }
    }

    private @Nullable SignedCheckpoint read(Kept row) {
        long about = Math.max(0, row.size() - 1);
        SignedCheckpoint checkpoint;
        try {
            checkpoint = SignedCheckpoint.parse(row.note());
        } catch (MalformedException malformed) {
            findings.at(Kind.BAD_SIGNATURE, about, "checkpoint " + row.number() + ": " + malformed.getMessage());
            return null;
        }
        if (checkpoint.checkpoint().size() != row.size()) {
            findings.at(
                    Kind.ALTERED_COLUMN,
                    about,
                    "checkpoint " + row.number() + " is over "
                            + checkpoint.checkpoint().size() + " facts, and stands under " + row.size());
        }
        signature("checkpoint " + row.number(), about, checkpoint);
        return checkpoint;
    }

    private void signature(String which, long about, SignedCheckpoint checkpoint) {
        if (!origin.isEmpty() && !checkpoint.checkpoint().origin().equals(origin)) {
            findings.at(
                    Kind.BAD_SIGNATURE,
                    about,
                    which + " is of " + checkpoint.checkpoint().origin());
        }
        if (keys.vkeys().isEmpty()) {
            authentic = false;
            return;
        }
        try {
            checkpoint.verify(keys.vkeys(), List.of());
        } catch (VerificationException unsigned) {
            findings.at(Kind.BAD_SIGNATURE, about, which + ": " + unsigned.getMessage());
        }
    }

    private void root(String which, SignedCheckpoint checkpoint, CompactRange range) {
        TreeHead head = checkpoint.checkpoint().head();
        if (head.size() == range.size() && !head.root().equals(range.root())) {
            findings.at(
                    Kind.BROKEN_LINK,
                    Math.max(0, head.size() - 1),
                    which + " says root " + head.root() + " over " + head.size() + " facts, the records lead to "
                            + range.root());
        }
    }

    /** After the last row, of a ledger of this size. */
    Signed end(long size, List<String> unseen) {
        for (; next < rows.size(); next++) {
            Kept row = rows.get(next);
            inLine(row);
            SignedCheckpoint checkpoint = read(row);
            if (checkpoint != null && row.size() > size) {
                findings.at(Kind.ROLLED_BACK, size, "checkpoint " + row.number() + " covers " + row.size() + " facts");
            }
        }
        outside(size, unseen);
        if (!authentic) {
            unseen.add("who signed the checkpoints: no key was given to hold them against");
        }
        long covered = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).size();
        if (covered < size) {
            // All of it may have been written anew, and nobody who holds a key has said anything about it.
            authentic &= covered > 0;
            unseen.add("whether the facts from " + covered
                    + " on are the ones that were recorded: no checkpoint covers them");
        }
        return new Signed(rows.size(), authentic);
    }

    /** The log's own checkpoint of a size, or its next larger one; empty if there is none that can be read. */
    Optional<SignedCheckpoint> covering(long size) {
        return rows.stream().filter(row -> row.size() >= size).findFirst().flatMap(CheckpointCheck::parsed);
    }

    /** The one with the highest number; null if there is none that can be read. */
    @Nullable SignedCheckpoint newest() {
        return rows.stream()
                .max(Comparator.comparingLong(Kept::number))
                .flatMap(CheckpointCheck::parsed)
                .orElse(null);
    }

    private static Optional<SignedCheckpoint> parsed(Kept row) {
        try {
            return Optional.of(SignedCheckpoint.parse(row.note()));
        } catch (MalformedException alreadyFound) {
            return Optional.empty();
        }
    }

    private void outside(long size, List<String> unseen) {
        LastSigned outside = keys.outside();
        if (outside == null) {
            unseen.add("whether an older copy was put in the ledger's place: no checkpoint was kept outside");
            return;
        }
        long covered = outside.checkpoint().checkpoint().size();
        signature("the last checkpoint outside", Math.max(0, covered - 1), outside.checkpoint());
        if (covered > size) {
            findings.at(
                    Kind.ROLLED_BACK,
                    size,
                    "the last checkpoint outside, signed at " + outside.at() + ", covers " + covered + " facts");
        } else if (outside.number() > number + 1) {
            // One behind is a crash between the two places, which the next start completes.
            findings.at(
                    Kind.MISSING,
                    Math.max(0, covered - 1),
                    "the checkpoints " + (number + 1) + " to " + (outside.number() - 1));
        }
    }
}
