package dalil.ledger.audit.outside;

import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.Findings;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.Fork;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.tree.CompactRange;
import dalil.transparency.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Checkpoints that somebody kept, each against the one tree that is rebuilt: it is that tree's beginning, or the log told two stories. */
public final class KeptCheck {

    private final Findings findings;
    private final AuditKeys keys;
    private final Map<KeptCheckpoint, Hash> roots = new HashMap<>();

    public KeptCheck(Findings findings, AuditKeys keys) {
        this.findings = findings;
        this.keys = keys;
    }

    /** The tree so far, at each size from 0 on; null if the records do not lead to one. */
    public void at(@Nullable CompactRange range) {
        if (range == null) {
            return;
        }
        for (KeptCheckpoint kept : keys.kept()) {
            if (kept.checkpoint().checkpoint().size() == range.size()) {
                roots.put(kept, range.root());
            }
        }
    }

    /**
     * @param size that the tree has in the end
     * @param covering the log's own checkpoint of a size, or its next larger one
     * @return what could not be told; null if nothing
     */
    public @Nullable String end(long size, LongFunction<Optional<SignedCheckpoint>> covering, List<String> attested) {
        String undecided = null;
        for (KeptCheckpoint kept : keys.kept()) {
            SignedCheckpoint checkpoint = kept.checkpoint();
            try {
                checkpoint.verify(keys.vkeys(), List.of());
            } catch (VerificationException unsigned) {
                undecided = kept.name() + " proves nothing: " + unsigned.getMessage();
                continue;
            }
            long covered = checkpoint.checkpoint().size();
            Hash root = roots.get(kept);
            if (covered > size) {
                findings.at(
                        Kind.ROLLED_BACK,
                        size,
                        kept.name() + " is signed for " + covered + " facts:\n" + text(checkpoint));
            } else if (root == null) {
                undecided = kept.name() + ": the records do not lead to a tree of " + covered + " facts";
            } else if (root.equals(checkpoint.checkpoint().root())) {
                attested.add("the first " + covered + " facts are those of " + kept.name());
            } else {
                differs(kept, root, covering.apply(covered).orElse(null));
            }
        }
        return undecided;
    }

    private void differs(KeptCheckpoint kept, Hash root, @Nullable SignedCheckpoint own) {
        long size = kept.checkpoint().checkpoint().size();
        long about = Math.max(0, size - 1);
        Hash signed = kept.checkpoint().checkpoint().root();
        String what =
                kept.name() + " is signed for root " + signed + " over " + size + " facts, the records lead to " + root;
        if (own == null) {
            findings.at(Kind.FORK, about, what + "; no checkpoint of the log covers them:\n" + text(kept.checkpoint()));
        } else if (own.checkpoint().head().equals(kept.checkpoint().checkpoint().head())) {
            // The log signed this and nothing else: the records were changed since.
            findings.at(Kind.BROKEN_LINK, about, what);
        } else {
            findings.at(
                    Kind.FORK,
                    about,
                    fork(kept, own)
                            .map(KeptCheckpoint::words)
                            .orElseGet(() -> what
                                    + ", and so to the checkpoint of "
                                    + own.checkpoint().size()
                                    + " facts, which no proof joins with it:\n" + text(kept.checkpoint()) + "\n\n"
                                    + text(own)));
        }
    }

    private Optional<Fork> fork(KeptCheckpoint kept, SignedCheckpoint own) {
        try {
            return Fork.between(kept.checkpoint(), own, keys.vkeys());
        } catch (VerificationException unsigned) {
            return Optional.empty();
        }
    }

    private static String text(SignedCheckpoint checkpoint) {
        return new String(checkpoint.format(), StandardCharsets.UTF_8).stripTrailing();
    }
}
