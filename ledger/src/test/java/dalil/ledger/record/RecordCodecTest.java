package dalil.ledger.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.MalformedException;
import dalil.transparency.json.StringRecord;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCodecTest {

    private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f".repeat(2));

    // printf '{"note":"seen at the gate"}' > payload; printf '000102…0f000102…0f' | xxd -r -p > salt; cat salt payload
    // | sha256sum
    private static final String PAYLOAD_HASH = "1f58be83fd41c3dce2a2a1ad2b93a9af6ceb83ba873b19e0b7be72255454f969";
    private static final String META_HASH = "0668edf2c59288fa4975e960816f50eaa171da70ae73c4a114d0c18f7f96e6bc";
    private static final String SEALED_HASH = "11c92c85d5063e275758f26892741cdde6f377c5aae3bd711c305e0b2f06e357";
    private static final String LEAF_HASH = "20097378ec387b3ef3f194018b840bfe1eb74d7da150d69d20f2852e30ef399a";

    private static final String RECORD =
            "{\"at\":\"2020-10-05T15:00:00.123000000Z\",\"id\":\"0174f940-e87b-7000-8000-000000000001\","
                    + "\"index\":\"41\",\"meta\":\"" + META_HASH + "\",\"payload\":\"" + PAYLOAD_HASH + "\","
                    + "\"recorded\":\"2020-10-05T15:00:00.125000000Z\",\"revision\":\"1\",\"sealed\":\"" + SEALED_HASH
                    + "\","
                    + "\"sequence\":\"3\",\"stream\":\"casualty/6f1c0d0a-3c1e-4b0e-9d55-0d5b8e7a1c22\","
                    + "\"type\":\"casualty.hospitalised\",\"v\":\"1\"}";

    private static FactRecord sample() {
        return new FactRecord(
                41,
                "0174f940-e87b-7000-8000-000000000001",
                Instant.parse("2020-10-05T15:00:00.123Z").toEpochMilli(),
                Instant.parse("2020-10-05T15:00:00.125Z").toEpochMilli(),
                "casualty.hospitalised",
                "1",
                "casualty/6f1c0d0a-3c1e-4b0e-9d55-0d5b8e7a1c22",
                3,
                Section.hash(SALT, "{\"note\":\"seen at the gate\"}".getBytes(UTF_8)),
                Section.hash(SALT, "{\"actor\":\"tester\"}".getBytes(UTF_8)),
                Section.hash(SALT, "{\"v\":\"1\",\"values\":{}}".getBytes(UTF_8)));
    }

    @Test
    void a_record_and_its_hashes_are_these_bytes_for_ever() {
        assertThat(new String(RecordCodec.format(sample()), UTF_8)).isEqualTo(RECORD);
        assertThat(Hashes.leaf(RecordCodec.format(sample())).hex()).isEqualTo(LEAF_HASH);
        assertThat(RecordCodec.parse(RECORD.getBytes(UTF_8))).isEqualTo(sample());
    }

    @Test
    void it_is_what_the_general_canonical_writer_gives() {
        long seed = 20201005;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            FactRecord record = any(random);
            byte[] bytes = RecordCodec.format(record);
            assertThat(bytes).as("seed " + seed + ", record " + i).isEqualTo(StringRecord.format(members(record)));
            assertThat(RecordCodec.parse(bytes)).isEqualTo(record);
        }
    }

    private static Map<String, String> members(FactRecord record) {
        Map<String, String> members = new TreeMap<>();
        members.put("at", time(record.at()));
        members.put("id", record.id());
        members.put("index", Long.toString(record.index()));
        members.put("meta", record.meta().hex());
        members.put("payload", record.payload().hex());
        members.put("recorded", time(record.recorded()));
        members.put("revision", record.revision());
        if (record.sealed() != null) {
            members.put("sealed", record.sealed().hex());
        }
        if (record.stream() != null) {
            members.put("sequence", Long.toString(record.sequence()));
            members.put("stream", record.stream());
        }
        members.put("type", record.type());
        members.put("v", "1");
        return members;
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).plusNanos(1).toString().replace("000001Z", "000000Z");
    }

    private static FactRecord any(Random random) {
        boolean inStream = random.nextBoolean();
        return new FactRecord(
                random.nextLong() >>> 1 + random.nextInt(62),
                name(random),
                time(random),
                time(random),
                name(random),
                name(random),
                inStream ? name(random) : null,
                inStream ? random.nextInt(1000) : 0,
                hash(random),
                hash(random),
                random.nextBoolean() ? hash(random) : null);
    }

    private static long time(Random random) {
        long from = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
        long to = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
        return from + (long) (random.nextDouble() * (to - from));
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int length = 1 + random.nextInt(40);
        while (name.length() < length) {
            int c = 0x20 + random.nextInt(0x5f);
            if (c != '"' && c != '\\') {
                name.append((char) c);
            }
        }
        return name.toString();
    }

    private static Hash hash(Random random) {
        byte[] bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    @Test
    void every_flipped_bit_gives_no_record_or_another_one_and_one_spelling_of_it() {
        byte[] bytes = RECORD.getBytes(UTF_8);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            try {
                FactRecord other = RecordCodec.parse(flipped);
                assertThat(other).as("bit " + bit).isNotEqualTo(sample());
                assertThat(RecordCodec.format(other)).as("bit " + bit).isEqualTo(flipped);
            } catch (MalformedException expected) {
                assertThat(expected).hasMessageNotContaining("casualty");
            }
        }
    }

    @Test
    void every_shorter_record_and_one_that_goes_on_are_refused() {
        byte[] bytes = RECORD.getBytes(UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            byte[] shorter = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> RecordCodec.parse(shorter)).isInstanceOf(MalformedException.class);
        }
        assertThatThrownBy(() -> RecordCodec.parse((RECORD + " ").getBytes(UTF_8)))
                .isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "\"index\":\"41\", \"index\":\"041\"",
        "\"index\":\"41\", \"index\":\"-1\"",
        "\"index\":\"41\", \"index\":\"9223372036854775808\"",
        "10-05T15, 02-30T15",
        "10-05T15, 10-05T24",
        ".123000000Z, .123000001Z",
        "\"v\":\"1\", \"v\":\"2\"",
        "\"type\":\"casualty, \"type\":\"\\u0063asualty",
    })
    void other_spellings_are_refused(String from, String to) {
        String other = RECORD.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
        assertThat(other).isNotEqualTo(RECORD);
        assertThatThrownBy(() -> RecordCodec.parse(other.getBytes(UTF_8))).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void a_record_holds_no_time_outside_four_digit_years(String time) {
        assertThatThrownBy(() -> RecordTime.millis(Instant.parse(time))).isInstanceOf(IllegalArgumentException.class);
    }
}
