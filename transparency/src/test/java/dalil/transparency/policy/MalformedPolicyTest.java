package dalil.transparency.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.MalformedException;
import dalil.transparency.note.Cosigner;
import dalil.transparency.note.NoteSigner;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One malformation each. In the policies ~ ends a line, L is a log's key, W and V are the keys of two witnesses. */
class MalformedPolicyTest {

    private static final String L =
            NoteSigner.ofSeed("l", new byte[32]).verifierKey().format();
    private static final String W = cosigner("w", 1);
    private static final String V = cosigner("v", 2);
    // The public keys of L and W again, under other names.
    private static final String SAME_AS_L =
            NoteSigner.ofSeed("m", new byte[32]).verifierKey().format();
    private static final String SAME_AS_W = cosigner("x", 1);

    private static String cosigner(String name, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Cosigner.ofSeed(name, bytes).verifierKey().format();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "''¦the last line does not end",
                "quorum none¦the last line does not end",
                "~¦no quorum line",
                "log L~¦no quorum line",
                "quorum none~quorum none~¦line 2: a second quorum line",
                "quorum~¦line 1: expected quorum <name>",
                "quorum none none~¦line 1: expected quorum <name>",
                "quorum a~witness a W~¦line 1: a is not defined above",
                "Quorum none~¦line 1: neither log, witness, group nor quorum: Quorum",
                "~ # fine~policy~¦line 3: neither log, witness, group nor quorum: policy",
                "log~¦line 1: expected log <vkey> [<url>]",
                "log L u u~¦line 1: expected log <vkey> [<url>]",
                "log nonsense~¦line 1: a key has a name, a key ID and the key itself",
                "log W~¦line 1: a log's key has type 0x01",
                "log L~log L~¦line 2: another log has this public key",
                "log L~log SAME_AS_L~¦line 2: another log has this public key",
                "witness a~¦line 1: expected witness <name> <vkey> [<url>]",
                "witness W~¦line 1: expected witness <name> <vkey> [<url>]",
                "witness a W u u~¦line 1: expected witness <name> <vkey> [<url>]",
                "witness a L~¦line 1: a witness's key has type 0x04",
                "witness none W~¦line 1: the name none is taken",
                "witness a W~witness a V~¦line 2: a is defined already",
                "witness a W~witness b SAME_AS_W~¦line 2: another witness has this public key",
                "witness a x+64f85b5d+BgAA~¦line 1: key type 0x06 is not supported",
                "group g all~¦line 1: expected group <name> all|any|<k> <name>...",
                "group g any a~¦line 1: a is not defined above",
                "group g any none~¦line 1: none is not defined above",
                "group g any g~¦line 1: g is not defined above",
                "witness a W~group a any a~¦line 2: a is defined already",
                "witness a W~group none any a~¦line 2: the name none is taken",
                "witness a W~group g any a a~¦line 2: a is a group member already",
                "witness a W~group g any a~group h any a~¦line 3: a is a group member already",
                "witness a W~group g 0 a~¦line 2: a threshold is 1 to the number of members, 1, not 0",
                "witness a W~group g 2 a~¦line 2: a threshold is 1 to the number of members, 1, not 2",
                "witness a W~group g 01 a~¦line 2: leading zero",
                "witness a W~group g -1 a~¦line 2: not a decimal number of 1 to 19 digits",
                "witness a W~group g most a~¦line 2: not a decimal number of 1 to 19 digits",
                "witness a W~group g ALL a~¦line 2: not a decimal number of 1 to 19 digits",
                "quorum\u00a0none~¦line 1: neither log, witness, group nor quorum: quorum\u00c2\u00a0none",
                "quorum none # trailing~¦line 1: expected quorum <name>",
                "quorum none\u007f~¦line 1: control character 0x7f",
                "# \u0000~quorum none~¦line 1: control character 0x00",
                "quorum\u000bnone~¦line 1: control character 0x0b"
            })
    void refuses_a_malformed_policy(String sketch, String message) {
        String text = sketch.replaceAll("\\bSAME_AS_L\\b", SAME_AS_L)
                .replaceAll("\\bSAME_AS_W\\b", SAME_AS_W)
                .replaceAll("(?<= )L\\b", L)
                .replaceAll("(?<= )W\\b", W)
                .replaceAll("(?<= )V\\b", V)
                .replace('~', '\n');
        refuses(text.getBytes(StandardCharsets.UTF_8), message);
    }

    @Test
    void refuses_two_keys_with_one_name_and_id_which_anybody_can_find_for_themselves() {
        String policy = """
                witness a w+1380f19b+BOCoTHna6vC6oiccSH8yLrfl60DFGlWplFih624opkex
                witness b w+1380f19b+BOrcAPYj1fMlPTmjWoUwpOPCm8lbUzQGepMq7yy3GlOs
                quorum none
                """;
        refuses(policy.getBytes(StandardCharsets.UTF_8), "line 2: another witness has this key's name and ID");
    }

    @Test
    void refuses_carriage_returns() {
        refuses("quorum none\r\n".getBytes(StandardCharsets.UTF_8), "line 1: control character 0x0d");
    }

    @Test
    void refuses_a_key_name_that_is_not_utf_8() {
        byte[] policy = ("log \u00ff" + L + "\n").getBytes(StandardCharsets.ISO_8859_1);
        refuses(policy, "line 1: a key's name is well-formed UTF-8");
    }

    @Test
    void refuses_more_than_65536_bytes() {
        String comment = "#".repeat(65_536 - "\nquorum none\n".length());
        Policy.parse((comment + "\nquorum none\n").getBytes(StandardCharsets.UTF_8));
        refuses((comment + "#\nquorum none\n").getBytes(StandardCharsets.UTF_8), "a policy has at most 65536 bytes");
    }

    private static void refuses(byte[] policy, String message) {
        assertThatThrownBy(() -> Policy.parse(policy))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }
}
