package dalil.ledger.checkpoint;

import dalil.ledger.Ledger;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.LastSigned;
import dalil.ledger.store.CheckpointStore;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.store.CheckpointStore.Node;
import dalil.transparency.MalformedException;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.tree.TreeHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must hold before anything is signed: the ledger has all that the last signed checkpoint covers, and it is the same. The last
 * one is kept in two places, outside first; so the ledger's copy may be one behind (a crash between the two), or the key folder may be
 * an older copy, and anything else is a ledger that was put in another's place.
 */
final class StartRule {

    private final Ledger ledger;
    private final KeyFolder keys;
    private final CheckpointStore store;
    private final Reread reread;

    StartRule(Ledger ledger, KeyFolder keys) {
        this.ledger = ledger;
        this.keys = keys;
        this.store = ledger.checkpoints();
        this.reread = new Reread(ledger);
    }

    /**
     * Where signing goes on.
     *
     * @param tree of the last checkpoint in the ledger, empty if there is none
     * @param number of that checkpoint, 0 if there is none
     * @param published that checkpoint
     * @param halfPublished signed and kept outside, not yet in the ledger; its facts are there
     * @param adopted in the ledger and signed with our key, not yet outside
     */
    record Start(
            RereadTree tree,
            long number,
            @Nullable SignedCheckpoint published,
            @Nullable HalfPublished halfPublished,
            boolean adopted) {}

    /** A checkpoint on its way from the key folder to the ledger. */
    record HalfPublished(LastSigned signed, RereadTree tree, List<Node> nodes) {}

    /**
     * @throws LedgerUnavailable with reason BEHIND_CHECKPOINT or CONTRADICTS_CHECKPOINT if nothing may be signed or appended
     * @throws IntegrityFault if a fact that must be read back is not what was recorded
     */
    Start start() {
        Optional<Kept> stored = store.last();
        LastSigned outside = keys.lastSigned().orElse(null);
        long number = stored.map(Kept::number).orElse(0L);
        SignedCheckpoint inside = stored.map(StartRule::parsed).orElse(null);
        if (outside != null) {
            covered(outside.checkpoint(), "signed at " + outside.at());
            sameLine(outside, number, stored.orElse(null));
        }
        if (inside == null) {
            return new Start(new RereadTree(), 0, null, halfPublished(outside, number, new RereadTree()), false);
        }
        covered(inside, "number " + number + " in the ledger");
        RereadTree tree = reread.at(inside.checkpoint().size());
        agree(tree, inside, "number " + number + " in the ledger");
        return new Start(tree, number, inside, halfPublished(outside, number, tree), adopted(outside, number, inside));
    }

    private boolean adopted(@Nullable LastSigned outside, long number, SignedCheckpoint inside) {
        if (outside == null || outside.number() >= number) {
            return false;
        }
        if (!keys.signed(inside)) {
            throw contradicts("checkpoint " + number + " in the ledger is newer than the last one signed here, number "
                    + outside.number() + ", and not signed with this key");
        }
        return true;
    }

    private static SignedCheckpoint parsed(Kept kept) {
        try {
            SignedCheckpoint checkpoint = SignedCheckpoint.parse(kept.note());
            if (checkpoint.checkpoint().size() != kept.size()) {
                throw contradicts("checkpoint " + kept.number() + " stands in the ledger under size " + kept.size());
            }
            return checkpoint;
        } catch (MalformedException malformed) {
            throw contradicts("checkpoint " + kept.number() + " in the ledger: " + malformed.getMessage());
        }
    }

    private void covered(SignedCheckpoint checkpoint, String which) {
        long size = checkpoint.checkpoint().size();
        if (size > ledger.size()) {
            throw new LedgerUnavailable(
                    Reason.BEHIND_CHECKPOINT,
                    "the ledger has " + ledger.size() + " facts, the checkpoint " + which + " covers " + size
                            + ": an older copy was put in its place; nothing is appended or signed until the newer one is"
                            + " back (docs/proofs.md)");
        }
    }

    /** The checkpoint outside and those in the ledger are one line. */
    private void sameLine(LastSigned outside, long number, @Nullable Kept last) {
        if (outside.number() > number + 1) {
            throw contradicts("the checkpoints " + (number + 1) + " to " + (outside.number() - 1)
                    + " are gone from the ledger; the last one signed is number " + outside.number());
        }
        if (outside.number() > number) {
            return;
        }
        Kept same = last != null && last.number() == outside.number()
                ? last
                : store.numbered(outside.number()).orElse(null);
        if (same == null || !Arrays.equals(same.note(), outside.checkpoint().format())) {
            throw contradicts("checkpoint " + outside.number() + " in the ledger is not the one that was signed");
        }
    }

    private @Nullable HalfPublished halfPublished(@Nullable LastSigned outside, long number, RereadTree from) {
        if (outside == null || outside.number() != number + 1) {
            return null;
        }
        SignedCheckpoint checkpoint = outside.checkpoint();
        if (checkpoint.checkpoint().size() < from.size()) {
            throw contradicts("checkpoint " + outside.number() + " was signed for fewer facts than the one before it");
        }
        RereadTree tree = from.copy();
        List<Node> nodes = new ArrayList<>();
        reread.extend(tree, checkpoint.checkpoint().size(), nodes);
        agree(tree, checkpoint, "signed at " + outside.at());
        return new HalfPublished(outside, tree, nodes);
    }

    private static void agree(RereadTree tree, SignedCheckpoint checkpoint, String which) {
        TreeHead head = checkpoint.checkpoint().head();
        if (!tree.root().equals(head.root())) {
            throw contradicts("the first " + head.size() + " facts lead to root " + tree.root() + ", the checkpoint "
                    + which + " says " + head.root());
        }
    }

    private static LedgerUnavailable contradicts(String what) {
        return new LedgerUnavailable(
                Reason.CONTRADICTS_CHECKPOINT, what + "; nothing is appended or signed (docs/proofs.md)");
    }
}
