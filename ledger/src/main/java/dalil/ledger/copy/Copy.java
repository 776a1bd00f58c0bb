package dalil.ledger.copy;

import dalil.ledger.Head;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.audit.Holdings;
import dalil.ledger.store.AttestationStore.Attestation;
import dalil.ledger.store.AttestationStore.Kind;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.store.SealedCase;
import dalil.transparency.tree.TreeHead;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * One ledger copied: records, sections with their salts, requests, checkpoints, attestations, the case and its secret. Source and target are both
 * audited in full, and the target becomes a ledger only if both are intact and lead to one root.
 */
public final class Copy {

    private final Supplier<Holdings> source;
    private final Function<SealedCase, CopyTarget> target;
    private final LongConsumer progress;

    /**
     * @param source opened anew for each reading
     * @param target made for a case; refuses what is not empty
     * @param progress told how many facts are copied so far
     */
    public Copy(Supplier<Holdings> source, Function<SealedCase, CopyTarget> target, LongConsumer progress) {
        this.source = source;
        this.target = target;
        this.progress = progress;
    }

    /**
     * What was copied.
     *
     * @param tree of the source and of the target
     */
    public record Copied(TreeHead tree, long requests, long checkpoints) {}

    /**
     * @throws CopyRefused if the source is not intact, or what was written is not the same
     * @throws dalil.ledger.fault.LedgerAlreadyHere if the target is not empty
     */
    public Copied run() {
        TreeHead tree = intact("the source", Audit.of(source, AuditKeys.NONE));
        try (Holdings from = source.get();
                CopyTarget to = target.apply(from.sealedCase())) {
            Head head = from.head();
            if (head.size() != tree.size()) {
                throw moved();
            }
            CopiedFacts facts = new CopiedFacts(from, to, head.ledger(), progress);
            facts.copy(head.size());
            List<Kept> checkpoints = from.checkpoints().stream()
                    .sorted(Comparator.comparingLong(Kept::number))
                    .toList();
            facts.nodes().keep(checkpoints, to);
            from.attestations(one -> to.keep(new Attestation(
                    Kind.valueOf(one.kind().toUpperCase(Locale.ROOT)), one.checkpoint(), one.by(), one.bytes())));

            TreeHead written = intact("the copy", Audit.of(to::written, AuditKeys.NONE));
            if (!written.equals(tree)) {
                throw new CopyRefused("the copy leads to root " + written.root() + " over " + written.size()
                        + " facts, the source to " + tree.root() + " over " + tree.size());
            }
            same(from, to);
            stillThere(head);
            to.finish();
            return new Copied(tree, facts.requests(), checkpoints.size());
        }
    }

    private static TreeHead intact(String which, AuditReport report) {
        TreeHead tree = report.tree();
        if (report.outcome() == Outcome.COULD_NOT_TELL) {
            throw new CopyRefused(which + " cannot be read: " + report.reason());
        }
        if (report.outcome() != Outcome.INTACT || tree == null) {
            throw new CopyRefused(which + " is not intact: " + report.found() + " findings, the first is "
                    + (report.findings().isEmpty()
                            ? "not kept"
                            : report.findings().get(0))
                    + "; dalil audit names them");
        }
        return tree;
    }

    /** What no record tells: requests, checkpoints, attestations, what was erased. */
    private static void same(Holdings from, CopyTarget to) {
        try (Holdings written = to.written()) {
            Inventory before = Inventory.of(from);
            Inventory after = Inventory.of(written);
            if (!before.equals(after)) {
                throw new CopyRefused("the copy holds " + after + ", the source " + before);
            }
        }
    }

    /** Facts that were appended meanwhile would be missing in the copy. */
    private void stillThere(Head head) {
        try (Holdings again = source.get()) {
            if (!again.head().equals(head)) {
                throw moved();
            }
        }
    }

    private static CopyRefused moved() {
        return new CopyRefused(
                "something was appended to the source meanwhile; stop what writes to it, and start anew");
    }
}
