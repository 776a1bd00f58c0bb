package dalil.ledger.audit.remote;

import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Signed;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.Findings;
import dalil.ledger.audit.TileRebuild;
import dalil.ledger.audit.outside.KeptCheck;
import dalil.ledger.audit.outside.QuorumCheck;
import dalil.ledger.audit.remote.LogClient.Got;
import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.SignedNote;
import dalil.transparency.note.VerifierKey;
import dalil.transparency.policy.Policy;
import dalil.transparency.policy.Witness;
import dalil.transparency.tile.BundleAddress;
import dalil.transparency.tile.EntryBundle;
import dalil.transparency.tile.HashTile;
import dalil.transparency.tile.TileAddress;
import dalil.transparency.tile.TileLayout;
import dalil.transparency.tree.CompactRange;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.TreeHead;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit of a running server by what it shows: checkpoint, tiles and, if it shows them here, entries. Everything is rebuilt. */
public final class RemoteAudit {

    private static final int FORBIDDEN = 403;
    private static final int MOST_TILE_BYTES = TileAddress.FULL_WIDTH * Hash.LENGTH;
    private static final int MOST_BUNDLE_BYTES = BundleAddress.FULL_WIDTH * (Short.BYTES + EntryBundle.MAX_ENTRY_BYTES);

    /** A checkpoint that claims far more than the server has must not make an audit that never ends. */
    private static final int MOST_MISSING = 1_000;

    private final LogClient log;
    private final AuditKeys keys;
    private final List<VerifierKey> vkeys;
    private final Findings findings = new Findings();
    private final KeptCheck kept;
    private final EntryCheck entries = new EntryCheck(findings);
    private final List<String> attested = new ArrayList<>();
    private final List<String> unseen = new ArrayList<>();
    private final List<Rebuilt> rebuilt = new ArrayList<>();
    private @Nullable CompactRange range = CompactRange.empty();
    private boolean entriesShown = true;
    private int missing;

    private RemoteAudit(URI server, AuditKeys keys) {
        this.log = new LogClient(server);
        this.keys = keys;
        this.vkeys = keys.vkeys();
        this.kept = new KeptCheck(findings, keys);
    }

    private record Rebuilt(TileAddress address, List<Hash> hashes) {}

    /**
     * By the log's keys alone.
     *
     * @param vkeys of the log, from wherever the asker trusts; without any, nobody vouches for the checkpoint
     */
    public static AuditReport of(URI server, List<VerifierKey> vkeys) {
        return of(server, AuditKeys.of(vkeys));
    }

    /** By all that the asker holds. Never throws: what cannot be looked at is an outcome too. */
    public static AuditReport of(URI server, AuditKeys keys) {
        try {
            return new RemoteAudit(server, keys).run();
        } catch (IOException failed) {
            return AuditReport.couldNotTell("the server cannot be read: " + failed);
        } catch (IllegalArgumentException notAnAddress) {
            return AuditReport.couldNotTell("not a server's address: " + server);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return AuditReport.couldNotTell("interrupted");
        }
    }

    private AuditReport run() throws IOException, InterruptedException {
        Got got = log.get("checkpoint", SignedNote.MAX_BYTES);
        if (!got.ok()) {
            return AuditReport.couldNotTell("the server shows no checkpoint: status " + got.status());
        }
        SignedCheckpoint checkpoint;
        try {
            checkpoint = SignedCheckpoint.parse(got.body());
        } catch (MalformedException malformed) {
            findings.ofLedger(Kind.BAD_SIGNATURE, "the checkpoint: " + malformed.getMessage());
            return findings.report(null, null, new Signed(1, false), List.of(), unseen);
        }
        signature(checkpoint);
        cosignatures(checkpoint);
        tree(checkpoint.checkpoint().head());
        unseen.add("sections (what the facts say), erasures, requests and columns: only the data folder has them");
        unseen.add(
                "earlier checkpoints: whoever kept one can see from these tiles whether this tree begins with its facts");
        TreeHead tree = range == null ? null : new TreeHead(range.size(), range.root());
        String undecided = undecided(checkpoint);
        AuditReport report = findings.report(null, tree, new Signed(1, !vkeys.isEmpty()), attested, unseen);
        return undecided == null ? report : report.undecided(undecided);
    }

    /** What the asker holds beside the keys; null if it is all there. */
    private @Nullable String undecided(SignedCheckpoint checkpoint) {
        long size = checkpoint.checkpoint().size();
        String unproved =
                kept.end(size, wanted -> wanted <= size ? Optional.of(checkpoint) : Optional.empty(), attested);
        Policy policy = keys.policy();
        String unwitnessed = policy == null ? null : QuorumCheck.of(checkpoint, keys, policy, attested);
        return unproved == null ? unwitnessed : unproved;
    }

    private void signature(SignedCheckpoint checkpoint) {
        if (vkeys.isEmpty()) {
            unseen.add(
                    "who signed the checkpoint: no --vkey was given, and a key that the server itself names proves nothing");
            return;
        }
        try {
            checkpoint.verify(vkeys, List.of());
        } catch (VerificationException unsigned) {
            findings.ofLedger(Kind.BAD_SIGNATURE, "the checkpoint: " + unsigned.getMessage());
        }
    }

    /** Each line that claims to be by a witness of the policy. */
    private void cosignatures(SignedCheckpoint checkpoint) {
        if (keys.policy() == null) {
            return;
        }
        SignedNote note = checkpoint.note();
        for (Witness witness : keys.policy().witnesses()) {
            VerifierKey key = witness.key();
            if (note.signatures().stream().noneMatch(line -> line.isBy(key))) {
                continue;
            }
            try {
                note.verify(List.of(key));
            } catch (VerificationException forged) {
                findings.ofLedger(
                        Kind.BAD_COSIGNATURE,
                        "the checkpoint's cosignature by " + witness.name() + ": " + forged.getMessage());
            }
        }
    }

    private void tree(TreeHead head) throws IOException, InterruptedException {
        TileRebuild rebuild = new TileRebuild((address, hashes, root) -> rebuilt.add(new Rebuilt(address, hashes)));
        kept.at(range);
        Iterator<BundleAddress> bundles = TileLayout.bundles(head.size()).iterator();
        while (bundles.hasNext() && missing < MOST_MISSING) {
            BundleAddress bundle = bundles.next();
            List<@Nullable Hash> leaves = leaves(bundle);
            entries(bundle, leaves);
            for (Hash leaf : leaves) {
                range = range == null || leaf == null ? null : range.append(leaf);
                kept.at(range);
                rebuild.add(leaf);
            }
            compareRebuilt();
        }
        rebuild.end();
        compareRebuilt();
        if (bundles.hasNext()) {
            findings.ofLedger(Kind.MISSING, "so many tiles that the rest was not asked for");
        } else if (range != null && !range.root().equals(head.root())) {
            findings.ofLedger(
                    Kind.BROKEN_LINK,
                    "the tiles lead to root " + range.root() + ", the checkpoint says " + head.root());
        }
    }

    /** The leaf hashes of a bundle's entries, each null if the tile is not as it must be. */
    private List<@Nullable Hash> leaves(BundleAddress bundle) throws IOException, InterruptedException {
        TileAddress address = new TileAddress(0, bundle.index(), bundle.width());
        Got got = log.get(address.format(), MOST_TILE_BYTES);
        if (got.ok()) {
            try {
                return new ArrayList<>(HashTile.parse(got.body(), address.width()));
            } catch (MalformedException malformed) {
                findings.at(Kind.BROKEN_LINK, bundle.firstEntry(), address.format() + ": " + malformed.getMessage());
            }
        } else {
            missing++;
            findings.at(Kind.MISSING, bundle.firstEntry(), address.format() + ": status " + got.status());
        }
        return new ArrayList<>(Collections.<@Nullable Hash>nCopies(address.width(), null));
    }

    private void entries(BundleAddress bundle, List<@Nullable Hash> leaves) throws IOException, InterruptedException {
        if (!entriesShown) {
            return;
        }
        Got got = log.get(bundle.format(), MOST_BUNDLE_BYTES);
        if (got.status() == FORBIDDEN) {
            entriesShown = false;
            unseen.add("the records: the server does not show entries here, so only their hashes were checked");
            return;
        }
        if (!got.ok()) {
            findings.at(Kind.MISSING, bundle.firstEntry(), bundle.format() + ": status " + got.status());
            return;
        }
        try {
            List<byte[]> bytes = EntryBundle.parse(got.body(), bundle.width());
            for (int i = 0; i < bytes.size(); i++) {
                entries.next(bundle.firstEntry() + i, bytes.get(i), leaves.get(i));
            }
        } catch (MalformedException malformed) {
            findings.at(Kind.ALTERED_RECORD, bundle.firstEntry(), bundle.format() + ": " + malformed.getMessage());
        }
    }

    /** The tiles above the leaves, as they were rebuilt, against those that the server shows. */
    private void compareRebuilt() throws IOException, InterruptedException {
        for (Rebuilt tile : rebuilt) {
            if (tile.address().level() == 0 || tile.hashes().isEmpty()) {
                continue;
            }
            String path = tile.address().format();
            Got got = log.get(path, MOST_TILE_BYTES);
            if (!got.ok()) {
                findings.ofLedger(Kind.MISSING, path + ": status " + got.status());
            } else if (!Arrays.equals(got.body(), HashTile.format(tile.hashes()))) {
                findings.ofLedger(Kind.BROKEN_LINK, path + " is not what the tiles below lead to");
            }
        }
        rebuilt.clear();
    }
}
