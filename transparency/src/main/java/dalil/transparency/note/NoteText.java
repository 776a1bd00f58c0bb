package dalil.transparency.note;

import dalil.transparency.MalformedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** signed-note: UTF-8 without control characters below 0x20 but the newline. */
final class NoteText {

    private NoteText() {}

    static String decode(byte[] bytes) {
        String text;
        try {
            // A fresh decoder reports what String's constructor would replace.
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw MalformedException.because("a note is well-formed UTF-8");
        }
        if (hasControls(text)) {
            throw MalformedException.because("a note has no control characters but newlines");
        }
        return text;
    }

    static boolean isWellFormed(String text) {
        return !hasControls(text) && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> c < 0x20 && c != '\n');
    }
}
