package dalil.ledger.audit.outside;

import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.Findings;
import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.NoteSignature;
import dalil.transparency.note.SignedNote;
import dalil.transparency.policy.Policy;
import dalil.transparency.policy.Witness;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every kept cosignature against the checkpoint it is kept with and, where the asker's policy names the witness, its key. */
public final class CosignatureCheck {

    // tlog-cosignature: 8 bytes of time and an Ed25519 signature.
    private static final int LENGTH = 72;

    private final Findings findings;
    private final AuditKeys keys;
    private final @Nullable SignedCheckpoint newest;
    private @Nullable SignedCheckpoint cosigned;
    private long good;
    private long unknown;

    /** @param newest the checkpoint with the highest number; null if there is none that can be read */
    public CosignatureCheck(Findings findings, AuditKeys keys, @Nullable SignedCheckpoint newest) {
        this.findings = findings;
        this.keys = keys;
        this.newest = newest;
        this.cosigned = newest;
    }

    /**
     * @param which in words
     * @param maker under which it is kept
     * @param note of the checkpoint, as it was signed
     * @param size of its tree
     */
    public void next(String which, String maker, byte[] line, byte[] note, long size) {
        String text;
        try {
            text = SignedNote.parse(note).text();
        } catch (MalformedException foundElsewhere) {
            return;
        }
        try {
            NoteSignature read = read(line, maker);
            Witness witness = witness(read);
            if (witness == null) {
                unknown++;
                return;
            }
            new SignedNote(text, List.of(read)).verify(List.of(witness.key()));
            good++;
            if (cosigned != null
                    && cosigned.note().text().equals(text)
                    && cosigned.note().signatures().size() < SignedNote.MAX_SIGNATURES) {
                cosigned = cosigned.with(read);
            }
        } catch (MalformedException | VerificationException bad) {
            findings.at(Kind.BAD_COSIGNATURE, Math.max(0, size - 1), which + ": " + bad.getMessage());
        }
    }

    private static NoteSignature read(byte[] line, String maker) {
        NoteSignature read = NoteSignature.parse(new String(line, StandardCharsets.UTF_8));
        String by = read.name() + "+" + HexFormat.of().toHexDigits(read.keyId());
        if (!by.equals(maker)) {
            throw MalformedException.because("the line is by " + by);
        }
        if (read.signature().length != LENGTH) {
            throw MalformedException.because("a cosignature has " + LENGTH + " bytes, not " + read.signature().length);
        }
        return read;
    }

    private @Nullable Witness witness(NoteSignature line) {
        Policy policy = keys.policy();
        return policy == null
                ? null
                : policy.witnesses().stream()
                        .filter(one -> line.isBy(one.key()))
                        .findFirst()
                        .orElse(null);
    }

    /** @return what the asker's policy misses; null if it is satisfied, or there is none */
    public @Nullable String end(List<String> attested, List<String> unseen) {
        Policy policy = keys.policy();
        if (unknown > 0) {
            unseen.add("who made " + unknown + (unknown == 1 ? " cosignature: " : " cosignatures: ")
                    + (policy == null ? "no policy was given" : "the policy names no such witness"));
        }
        if (policy == null) {
            return null;
        }
        if (good > 0) {
            attested.add(good + (good == 1 ? " cosignature" : " cosignatures") + " by witnesses of the policy");
        }
        if (newest == null || cosigned == null) {
            return "there is no checkpoint that the policy could accept";
        }
        return QuorumCheck.of(cosigned, keys, policy, attested);
    }
}
