package dalil.transparency.note;

import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text, an empty line, and signature lines: read, but not yet believed. */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** Well above the 16 that must be taken; Go's limit. */
    public static final int MAX_SIGNATURES = 100;

    public static final int MAX_BYTES = 1_000_000;

    public SignedNote {
        requireText(text);
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("a note has 1 to 100 signatures, not " + signatures.size());
        }
    }

    static void requireText(String text) {
        if (!text.endsWith("\n") || !NoteText.isWellFormed(text)) {
            throw new IllegalArgumentException("a note's text is lines of Unicode that end with a newline");
        }
    }

    /** The same note with one more signature under it. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    public byte[] format() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (NoteSignature signature : signatures) {
            note.append(signature.format()).append('\n');
        }
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The inverse of {@link #format}, or {@link MalformedException}. */
    public static SignedNote parse(byte[] note) {
        if (note.length > MAX_BYTES) {
            throw MalformedException.because("a note has at most " + MAX_BYTES + " bytes");
        }
        String whole = NoteText.decode(note);
        // The text may have empty lines too, so the last one divides.
        int divide = whole.lastIndexOf("\n\n");
        if (divide < 0) {
            throw MalformedException.because("no empty line between text and signatures");
        }
        String text = whole.substring(0, divide + 1);
        return new SignedNote(text, parseSignatures(whole.substring(divide + 2), lines(text) + 2));
    }

    private static List<NoteSignature> parseSignatures(String block, int firstLine) {
        if (block.isEmpty()) {
            throw MalformedException.because("no signatures");
        }
        if (!block.endsWith("\n")) {
            throw MalformedException.because("the last line does not end");
        }
        if (lines(block) > MAX_SIGNATURES) {
            throw MalformedException.because("more than " + MAX_SIGNATURES + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : block.split("\n")) {
            try {
                signatures.add(NoteSignature.parse(line));
            } catch (MalformedException malformed) {
                throw malformed.inLine(firstLine + signatures.size());
            }
        }
        return signatures;
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /**
     * Throws {@link VerificationException} if no known key has signed, or if a signature that claims a known key's name and ID
     * fails; lines by other keys are ignored. Two known keys with one name and ID are the caller's mistake.
     */
    public VerifiedNote verify(Collection<VerifierKey> known) {
        requireUnambiguous(known);
        Map<VerifierKey, VerifiedSignature> verified = new LinkedHashMap<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : known) {
                if (!signature.isBy(key)) {
                    continue;
                }
                if (!key.verifies(text, signature)) {
                    throw new VerificationException("the signature by " + key + " does not verify");
                }
                verified.putIfAbsent(key, new VerifiedSignature(key, key.posixSeconds(signature)));
            }
        }
        if (verified.isEmpty()) {
            throw new VerificationException("no signature by a known key");
        }
        return new VerifiedNote(text, List.copyOf(verified.values()));
    }

    private static void requireUnambiguous(Collection<VerifierKey> known) {
        Map<String, VerifierKey> seen = new LinkedHashMap<>();
        for (VerifierKey key : known) {
            if (seen.put(key.name() + "+" + key.keyId(), key) != null) {
                throw new IllegalArgumentException("two known keys have the name and ID of " + key);
            }
        }
    }
}
