package dalil.transparency.note;

import java.util.List;

/** A text that known keys have signed. Only {@link SignedNote#verify} makes one. */
public final class VerifiedNote {

    private final String text;
    private final List<VerifiedSignature> signatures;

    VerifiedNote(String text, List<VerifiedSignature> signatures) {
        this.text = text;
        this.signatures = signatures;
    }

    public String text() {
        return text;
    }

    /** One for each known key that signed, in the note's order. */
    public List<VerifiedSignature> signatures() {
        return signatures;
    }
}
