package dalil.transparency.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.MalformedException;
import dalil.transparency.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringRecordTest {

    @Test
    void writes_a_ledger_record() {
        Map<String, String> record = Map.of("v", "1", "at", "2020-10-05T15:00:00.123000000Z", "index", "41");
        assertThat(formatted(record))
                .isEqualTo("{\"at\":\"2020-10-05T15:00:00.123000000Z\",\"index\":\"41\",\"v\":\"1\"}");
        assertThat(StringRecord.parse(StringRecord.format(record))).isEqualTo(record);
    }

    @Test
    void writes_and_reads_an_object_without_members() {
        assertThat(formatted(Map.of())).isEqualTo("{}");
        assertThat(StringRecord.parse("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void sorts_names_by_utf_16_code_unit() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String name : new String[] {"\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"}) {
            names.put(name, "");
        }
        // Code point order would put U+1F600 after U+FB33.
        assertThat(StringRecord.parse(StringRecord.format(names)).keySet())
                .containsExactly("\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33");
    }

    @Test
    void sorts_by_code_unit_whatever_order_the_map_has() {
        TreeMap<String, String> reversed = new TreeMap<>(Collections.reverseOrder());
        reversed.putAll(Map.of("a", "1", "b", "2"));
        assertThat(formatted(reversed)).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void escapes_controls_quote_and_backslash_and_nothing_else() {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c <= 0x80; c++) {
            all.append(c);
        }
        String escaped = formatted(Map.of("s", all.toString()));
        assertThat(escaped)
                .startsWith(
                        "{\"s\":\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e")
                .contains("\\u001f !\\\"#")
                .contains("./0")
                .contains("[\\\\]")
                .endsWith("~\u007f\u0080\"}");
        assertThat(StringRecord.parse(escaped.getBytes(StandardCharsets.UTF_8))).containsEntry("s", all.toString());
    }

    @Test
    void writes_the_string_of_the_rfc_example() {
        // §3.2.4, its member "string" alone.
        assertThat(formatted(Map.of("string", "\u20ac$\u000f\nA'B\"\\\\\"/")))
                .isEqualTo("{\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"french", "unicode", "weird"})
    void agrees_with_the_published_files(String name) {
        byte[] canonical = Vectors.read(Vectors.folder("jcs-rfc8785/output").resolve(name + ".json"));
        Map<String, String> shuffled = new LinkedHashMap<>();
        StringRecord.parse(canonical).entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByValue().reversed())
                .forEach(member -> shuffled.put(member.getKey(), member.getValue()));
        assertThat(StringRecord.format(shuffled)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"french", "unicode", "weird"})
    void refuses_the_published_inputs_that_are_not_yet_canonical(String name) {
        byte[] input = Vectors.read(Vectors.folder("jcs-rfc8785/input").resolve(name + ".json"));
        assertThatThrownBy(() -> StringRecord.parse(input)).isInstanceOf(MalformedException.class);
    }

    @Test
    void reads_back_random_records_and_refuses_or_preserves_every_mutation() {
        long seed = 20201005;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Map<String, String> record = randomRecord(random);
            byte[] json = StringRecord.format(record);
            assertThat(StringRecord.parse(json))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(record);
            json[random.nextInt(json.length)] ^= (byte) (1 << random.nextInt(8));
            assertCanonicalOrMalformed(json);
        }
    }

    /** What parses at all is what format gives for it. */
    private static void assertCanonicalOrMalformed(byte[] json) {
        Map<String, String> parsed;
        try {
            parsed = StringRecord.parse(json);
        } catch (MalformedException refused) {
            assertThat(refused).hasMessageStartingWith("byte ");
            return;
        }
        assertThat(StringRecord.format(parsed)).isEqualTo(json);
    }

    private static Map<String, String> randomRecord(Random random) {
        Map<String, String> record = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            record.put(randomText(random), randomText(random));
        }
        return record;
    }

    private static String randomText(Random random) {
        int[] limits = {0x20, 0x80, 0x800, 0xd800, 0x110000};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int point = random.nextInt(limits[random.nextInt(limits.length)]);
            text.appendCodePoint(point >= 0xd800 && point <= 0xdfff ? 'x' : point);
        }
        return text.toString();
    }

    @Test
    void refuses_to_write_a_lone_surrogate() {
        for (String lone : new String[] {"a\ud83d", "\ude00b", "\ud83dx", "\ud83d\ud83d\ude00", "\ude00\ude00"}) {
            assertThatThrownBy(() -> StringRecord.format(Map.of("a", lone)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("lone surrogate at char ");
        }
    }

    @Test
    void writes_and_reads_up_to_65535_bytes_and_no_more() {
        String longest = "x".repeat(65_535 - "{\"a\":\"\"}".length());
        byte[] json = StringRecord.format(Map.of("a", longest));
        assertThat(json).hasSize(65_535);
        assertThat(StringRecord.parse(json)).containsEntry("a", longest);
        assertThatThrownBy(() -> StringRecord.format(Map.of("a", longest + "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a record has at most 65535 bytes");
        assertThatThrownBy(() -> StringRecord.format(Map.of("a", longest.repeat(8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a record has at most 65535 bytes");
        byte[] longer = ("{\"a\":\"" + longest + "x\"}").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> StringRecord.parse(longer))
                .isInstanceOf(MalformedException.class)
                .hasMessage("byte 65535: longer than 65535 bytes");
    }

    private static String formatted(Map<String, String> record) {
        return new String(StringRecord.format(record), StandardCharsets.UTF_8);
    }
}
