package dalil.transparency.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.MalformedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One malformation each. The columns: the bytes, one char a byte, with ' for the JSON quote; the message. */
class MalformedRecordTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "``|byte 0: expected {",
                "[]|byte 0: expected {",
                "\u00ef\u00bb\u00bf{}|byte 0: expected {",
                " {}|byte 0: expected {",
                "{ }|byte 1: expected \"",
                "{} |byte 2: bytes after the object",
                "{}{}|byte 2: bytes after the object",
                "{|byte 1: expected \"",
                "{a:'b'}|byte 1: expected \"",
                "{'a'}|byte 4: expected :",
                "{'a' :'b'}|byte 4: expected :",
                "{'a': 'b'}|byte 5: expected \"",
                "{'a':1}|byte 5: expected \"",
                "{'a':null}|byte 5: expected \"",
                "{'a':{}}|byte 5: expected \"",
                "{'a':['b']}|byte 5: expected \"",
                "{'a':'b'|byte 8: expected }",
                "{'a':'b',}|byte 9: expected \"",
                "{'a':'b' ,'c':'d'}|byte 8: expected }",
                "{'a':'b'\u0000}|byte 8: expected }",
                "{'a':'b|byte 7: the string does not end",
                "{'a':'\\|byte 6: not an escape RFC 8785 writes",
                "{'a':'b','a':'c'}|byte 9: duplicate name",
                "{'b':'b','a':'c'}|byte 9: name out of order",
                "{'\u00ef\u00ac\u00b3':'','\u00f0\u009f\u0098\u0080':''}|byte 10: name out of order",
                "{'a':'\u0001'}|byte 6: control character not escaped",
                "{'a':'\t'}|byte 6: control character not escaped",
                "{'a':'\\/'}|byte 6: not an escape RFC 8785 writes",
                "{'a':'\\x'}|byte 6: not an escape RFC 8785 writes",
                "{'a':'\\u0041'}|byte 6: not an escape RFC 8785 writes",
                "{'a':'\\u000a'}|byte 6: not an escape RFC 8785 writes",
                "{'a':'\\u001F'}|byte 6: not four lower-case hex digits",
                "{'a':'\\u00'}|byte 6: not four lower-case hex digits",
                "{'a':'\\ud83d\\ude00'}|byte 6: not an escape RFC 8785 writes",
                "{'a':'\u0080'}|byte 6: not well-formed UTF-8",
                "{'a':'\u00c0\u0080'}|byte 6: not well-formed UTF-8",
                "{'a':'\u00c1\u00bf'}|byte 6: not well-formed UTF-8",
                "{'a':'\u00e0\u0080\u0080'}|byte 6: not well-formed UTF-8",
                "{'a':'\u00ed\u00a0\u0080'}|byte 6: not well-formed UTF-8",
                "{'a':'\u00f0\u0080\u0080\u0080'}|byte 6: not well-formed UTF-8",
                "{'a':'\u00f4\u0090\u0080\u0080'}|byte 6: not well-formed UTF-8",
                "{'a':'\u00f5\u0080\u0080\u0080'}|byte 6: not well-formed UTF-8",
                "{'a':'\u00e2\u0082'}|byte 6: not well-formed UTF-8",
                "{'a':'\u00e2\u0082|byte 6: not well-formed UTF-8",
            })
    void refuses_a_malformed_record(String bytes, String message) {
        byte[] json = bytes.replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> StringRecord.parse(json))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }
}
