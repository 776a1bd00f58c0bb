package dalil.transparency.note;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One malformation each, most of them from golang/mod's note_test.go. */
class MalformedNoteTest {

    private static final String TEXT = "hello\n";
    private static final String SIGNATURE = "— a AAAAAQI=\n";

    static Stream<Arguments> notes() {
        return Stream.of(
                Arguments.of("", "no empty line between text and signatures"),
                Arguments.of(TEXT, "no empty line between text and signatures"),
                Arguments.of(TEXT + SIGNATURE, "no empty line between text and signatures"),
                Arguments.of(TEXT + "\n", "no signatures"),
                Arguments.of(TEXT + "\n" + SIGNATURE.stripTrailing(), "the last line does not end"),
                Arguments.of("\u0001" + TEXT + "\n" + SIGNATURE, "a note has no control characters but newlines"),
                Arguments.of(TEXT + "\r\n" + SIGNATURE, "a note has no control characters but newlines"),
                Arguments.of(TEXT + "\n— a\tAAAAAQI=\n", "a note has no control characters but newlines"),
                Arguments.of(TEXT + "\n" + SIGNATURE + "Unexpected line.\n", "line 4: not a signature line"),
                Arguments.of("a\nb\n\n" + SIGNATURE + "x\n", "line 5: not a signature line"),
                Arguments.of(TEXT + "\n- a AAAAAQI=\n", "line 3: not a signature line"),
                Arguments.of(TEXT + "\n—a AAAAAQI=\n", "line 3: not a signature line"),
                Arguments.of(TEXT + "\n— a\n", "line 3: not a signature line"),
                Arguments.of(TEXT + "\n—  AAAAAQI=\n", "line 3: not a key name: "),
                Arguments.of(TEXT + "\n— a+b AAAAAQI=\n", "line 3: not a key name: a+b"),
                Arguments.of(TEXT + "\n— a\u00a0b AAAAAQI=\n", "line 3: not a key name: a\u00a0b"),
                Arguments.of(TEXT + "\n— a\u0085b AAAAAQI=\n", "line 3: not a key name: a\u0085b"),
                Arguments.of(TEXT + "\n— a\u2028b AAAAAQI=\n", "line 3: not a key name: a\u2028b"),
                Arguments.of(TEXT + "\n— a\u3000b AAAAAQI=\n", "line 3: not a key name: a\u3000b"),
                Arguments.of(TEXT + "\n— a b AAAAAQI=\n", "line 3: not base64"),
                Arguments.of(TEXT + "\n— a AAAAAQI= \n", "line 3: not base64"),
                Arguments.of(TEXT + "\n— a \n", "line 3: a signature has a 4-byte key ID and more"),
                Arguments.of(TEXT + "\n— a AAAAAQ==\n", "line 3: a signature has a 4-byte key ID and more"),
                Arguments.of(TEXT + "\n— a AAAAAQI\n", "line 3: not canonical base64"),
                Arguments.of(TEXT + "\n— a AAAAAQJ=\n", "line 3: not canonical base64"),
                Arguments.of(TEXT + "\n— a AAAAA_I=\n", "line 3: not base64"),
                Arguments.of(TEXT + "\n" + SIGNATURE.repeat(101), "more than 100 signatures"),
                Arguments.of("x".repeat(1_000_000) + "\n\n" + SIGNATURE, "a note has at most 1000000 bytes"));
    }

    @ParameterizedTest
    @MethodSource("notes")
    void refuses_a_malformed_note(String note, String message) {
        refuses(note.getBytes(StandardCharsets.UTF_8), message);
    }

    @Test
    void refuses_a_note_that_is_not_utf_8() {
        byte[] note = (" " + TEXT + "\n" + SIGNATURE).getBytes(StandardCharsets.UTF_8);
        note[0] = (byte) 0xff;
        refuses(note, "a note is well-formed UTF-8");
    }

    @Test
    void quotes_no_more_than_the_beginning_of_a_long_name() {
        refuses(
                (TEXT + "\n— " + "+".repeat(100_000) + " AAAAAQI=\n").getBytes(StandardCharsets.UTF_8),
                "line 3: not a key name: " + "+".repeat(500 - "not a key name: ".length() - "line 3: ".length()) + "…");
    }

    private static void refuses(byte[] note, String message) {
        assertThatThrownBy(() -> SignedNote.parse(note))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }
}
