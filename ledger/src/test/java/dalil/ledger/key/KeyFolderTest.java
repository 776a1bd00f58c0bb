package dalil.ledger.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.fault.FolderInUse;
import dalil.ledger.fault.KeyUnavailable;
import dalil.transparency.checkpoint.Checkpoint;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.tree.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {

    private static final String ORIGIN = "dalil.example/test";
    private static final Passphrase RIGHT = new Passphrase("туура сөз", false);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit, before all
    static Path made;

    private final Path keys;

    KeyFolderTest(@TempDir Path folder) throws IOException {
        this.keys = folder.resolve("case.keys");
        Files.createDirectory(keys);
        Files.copy(made.resolve("log.key"), keys.resolve("log.key"));
    }

    @BeforeAll
    static void make() {
        KeyFolder.make(made, ORIGIN, RIGHT, new SecureRandom());
    }

    private static LastSigned signed(KeyFolder folder, long number) {
        Checkpoint checkpoint = new Checkpoint(folder.verifierKey().name(), 0, Hashes.empty());
        return new LastSigned(
                number, Instant.parse("2020-10-05T15:00:00Z"), SignedCheckpoint.sign(checkpoint, folder.signer()));
    }

    @Test
    void the_key_opens_with_its_passphrase_and_signs_in_the_logs_name() {
        try (KeyFolder folder = KeyFolder.open(keys, ORIGIN, RIGHT)) {
            assertThat(folder.verifierKey().name()).isEqualTo(ORIGIN);
            assertThat(folder.verifierKey()).isEqualTo(KeyFolder.publicKey(made));
            assertThat(folder.lastSigned()).isEmpty();
            assertThat(folder.signed(signed(folder, 1).checkpoint())).isTrue();
        }
    }

    @Test
    void what_was_kept_is_there_at_the_next_opening() {
        LastSigned last;
        try (KeyFolder folder = KeyFolder.open(keys, ORIGIN, RIGHT)) {
            folder.keep(signed(folder, 1));
            last = signed(folder, 2);
            folder.keep(last);
            assertThat(folder.lastSigned()).contains(last);
        }
        assertThat(KeyFolder.lastSigned(keys)).contains(last);
        try (KeyFolder folder = KeyFolder.open(keys, ORIGIN, RIGHT)) {
            assertThat(folder.lastSigned()).contains(last);
        }
    }

    @Test
    void a_write_that_was_cut_off_leaves_the_one_before() throws IOException {
        LastSigned first;
        try (KeyFolder folder = KeyFolder.open(keys, ORIGIN, RIGHT)) {
            first = signed(folder, 1);
            folder.keep(first);
        }
        Files.writeString(keys.resolve("last-signed.new"), "{\"at\":\"20");
        try (KeyFolder folder = KeyFolder.open(keys, ORIGIN, RIGHT)) {
            assertThat(folder.lastSigned()).contains(first);
            folder.keep(signed(folder, 2));
        }
        assertThat(KeyFolder.lastSigned(keys).map(LastSigned::number)).contains(2L);
    }

    @Test
    void refuses_a_wrong_passphrase_and_lets_go_of_the_folder() {
        assertThatThrownBy(() -> KeyFolder.open(keys, ORIGIN, new Passphrase("туура сөз ", false)))
                .isInstanceOf(KeyUnavailable.class)
                .hasMessage("key folder " + keys + ": wrong passphrase, or an altered log.key");
        KeyFolder.open(keys, ORIGIN, RIGHT).close();
    }

    @Test
    void refuses_another_logs_key() {
        assertThatThrownBy(() -> KeyFolder.open(keys, "dalil.example/other", RIGHT))
                .hasMessage("key folder " + keys + ": the key of dalil.example/test, not of dalil.example/other");
    }

    @Test
    void refuses_to_open_what_is_not_there_or_is_open() throws IOException {
        try (KeyFolder open = KeyFolder.open(keys, ORIGIN, RIGHT)) {
            assertThat(open.lastSigned()).isEmpty();
            assertThatThrownBy(() -> KeyFolder.open(keys, ORIGIN, RIGHT)).isInstanceOf(FolderInUse.class);
        }
        Files.delete(keys.resolve("log.key"));
        assertThatThrownBy(() -> KeyFolder.open(keys, ORIGIN, RIGHT)).hasMessage("key folder " + keys + ": no log.key");
    }

    @Test
    void never_makes_a_key_over_one_or_over_the_trace_of_one() throws IOException {
        assertThatThrownBy(() -> KeyFolder.make(keys, ORIGIN, RIGHT, new SecureRandom()))
                .hasMessageEndingWith("there is a key already");
        Files.move(keys.resolve("log.key"), keys.resolve("last-signed"), StandardCopyOption.ATOMIC_MOVE);
        assertThatThrownBy(() -> KeyFolder.make(keys, ORIGIN, RIGHT, new SecureRandom()))
                .hasMessageEndingWith("the key is gone, but a checkpoint was signed with it; put log.key back");
    }

    @Test
    void nobody_but_the_owner_reads_the_folder_or_a_file_in_it() throws IOException {
        Path fresh = keys.resolveSibling("fresh");
        Passphrase generated = Passphrase.of(fresh, Map.of(), new SecureRandom());
        KeyFolder.make(fresh, ORIGIN, generated, new SecureRandom());
        try (KeyFolder folder = KeyFolder.open(fresh, ORIGIN, generated)) {
            folder.keep(signed(folder, 1));
        }
        assertThat(permissions(fresh)).isEqualTo("rwx------");
        for (String name : new String[] {"log.key", "passphrase", "last-signed"}) {
            assertThat(permissions(fresh.resolve(name))).as(name).isEqualTo("rw-------");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** One malformation each: what is replaced by what, and exactly what is said. */
    static Stream<String[]> malformations() {
        return Stream.of(
                new String[] {
                    "\"v\":\"dalil-log-key/1\"",
                    "\"v\":\"dalil-log-key/2\"",
                    "v is dalil-log-key/2, only dalil-log-key/1 is read"
                },
                new String[] {"\"v\":\"dalil-log-key/1\",", "", "no member v"},
                new String[] {"\"kdf\":\"PBKDF2-HMAC-SHA256\",", "", "no member kdf"},
                new String[] {
                    "\"kdf\":\"PBKDF2-HMAC-SHA256\"", "\"kdf\":\"none\"", "kdf is none, only PBKDF2-HMAC-SHA256 is read"
                },
                new String[] {"AES-256-GCM", "AES-256-CBC", "cipher is AES-256-CBC, only AES-256-GCM is read"},
                new String[] {"\"600000\"", "\"599999\"", "iterations: 599999 is not from 600000 to 10000000"},
                new String[] {"\"600000\"", "\"10000001\"", "iterations: 10000001 is not from 600000 to 10000000"},
                new String[] {"\"600000\"", "\"0600000\"", "iterations: leading zero"},
                new String[] {"\"600000\"", "\"many\"", "iterations: not a decimal number of 1 to 19 digits"},
                new String[] {"\"salt\":\"", "\"salt\":\"AAAA", "salt: 16 bytes, not 19"},
                new String[] {"\"nonce\":\"", "\"nonce\":\"AAAA", "nonce: 12 bytes, not 15"},
                new String[] {"\"sealed\":\"", "\"sealed\":\"AAAA", "sealed: 48 bytes, not 51"},
                new String[] {"\"salt\":\"", "\"salt\":\"!", "salt: not base64"},
                new String[] {"\"v\":", "\"until\":\"x\",\"v\":", "unknown member until"},
                new String[] {
                    "\"vkey\":\"dalil.example/test+",
                    "\"vkey\":\"dalil.example/t st+",
                    "vkey: not a key name: dalil.example/t st"
                });
    }

    @ParameterizedTest
    @MethodSource("malformations")
    void names_what_is_wrong_with_a_malformed_key_file(String from, String to, String said) throws IOException {
        String text = Files.readString(keys.resolve("log.key"));
        assertThat(text).contains(from);
        Files.writeString(keys.resolve("log.key"), text.replace(from, to));
        assertThatThrownBy(() -> KeyFolder.open(keys, ORIGIN, RIGHT))
                .isInstanceOf(KeyUnavailable.class)
                .hasMessage("key folder " + keys + ": log.key: " + said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|byte 0: expected {",
                "'{'|byte 1: expected \"",
            })
    void names_the_byte_where_a_cut_key_file_ends(String content, String said) throws IOException {
        Files.writeString(keys.resolve("log.key"), content);
        assertThatThrownBy(() -> KeyFolder.publicKey(keys)).hasMessage("key folder " + keys + ": log.key: " + said);
    }

    @Test
    void an_endless_key_file_is_not_read_to_its_end() throws IOException {
        Files.writeString(keys.resolve("log.key"), "x".repeat(70_000));
        assertThatThrownBy(() -> KeyFolder.publicKey(keys))
                .hasMessage("key folder " + keys + ": log.key: at most 65535 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"salt", "nonce", "sealed"})
    void a_changed_bit_anywhere_does_not_open(String member) throws IOException {
        String text = Files.readString(keys.resolve("log.key"));
        int at = text.indexOf("\"" + member + "\":\"") + member.length() + 4;
        char other = text.charAt(at) == 'A' ? 'B' : 'A';
        Files.writeString(keys.resolve("log.key"), text.substring(0, at) + other + text.substring(at + 1));
        assertThatThrownBy(() -> KeyFolder.open(keys, ORIGIN, RIGHT))
                .hasMessageEndingWith("wrong passphrase, or an altered log.key");
    }

    @Test
    void a_vkey_put_in_place_of_another_does_not_open() throws IOException {
        String text = Files.readString(keys.resolve("log.key"));
        String forged =
                NoteSigner.generate(ORIGIN, new SecureRandom()).verifierKey().format();
        Files.writeString(
                keys.resolve("log.key"), text.replace(KeyFolder.publicKey(keys).format(), forged));
        assertThatThrownBy(() -> KeyFolder.open(keys, ORIGIN, RIGHT))
                .hasMessageEndingWith("wrong passphrase, or an altered log.key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"number\":\"1\"|\"number\":\"0\"|number: counted from 1",
                "\"number\":\"1\"|\"number\":\"x\"|number: not a decimal number of 1 to 19 digits",
                "2020-10-05T15:00:00Z|2020-10-05T15:00:00.000Z|at: not an instant in its one spelling: 2020-10-05T15:00:00.000Z",
                "2020-10-05T15:00:00Z|yesterday|at: not an instant in its one spelling: yesterday",
                "dalil-last-signed/2|dalil-last-signed/3|v is dalil-last-signed/3, only dalil-last-signed/2 is read",
                "2020-10-05T15:00:00Z|2020-10-05T15:00:01Z|not as it was written: its digest is another",
                "\"number\":\"1\"|\"number\":\"3\"|not as it was written: its digest is another",
                "\"at\":|\"as\":|no member at",
                "dalil.example/test\\n0|dalil.example/test\\n00|checkpoint: line 2: leading zero",
            })
    void names_what_is_wrong_with_a_malformed_last_checkpoint(String from, String to, String said) throws IOException {
        try (KeyFolder folder = KeyFolder.open(keys, ORIGIN, RIGHT)) {
            folder.keep(signed(folder, 1));
        }
        Path file = keys.resolve("last-signed");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        assertThatThrownBy(() -> KeyFolder.lastSigned(keys))
                .hasMessage("key folder " + keys + ": last-signed: " + said);
    }

    @Test
    void a_last_checkpoint_that_was_written_before_there_was_a_digest_is_read() throws IOException {
        LastSigned signed;
        try (KeyFolder folder = KeyFolder.open(keys, ORIGIN, RIGHT)) {
            signed = signed(folder, 1);
            folder.keep(signed);
        }
        Path file = keys.resolve("last-signed");
        String text = Files.readString(file);
        Files.writeString(
                file,
                text.replace("dalil-last-signed/2", "dalil-last-signed/1")
                        .replaceFirst("\"sha256\":\"[0-9a-f]{64}\",", ""));
        assertThat(KeyFolder.lastSigned(keys)).contains(signed);
    }

    @Test
    void a_last_checkpoint_that_this_key_did_not_sign_is_refused() throws IOException {
        NoteSigner other = NoteSigner.generate(ORIGIN, new SecureRandom());
        LastSigned forged = new LastSigned(
                1, Instant.EPOCH, SignedCheckpoint.sign(new Checkpoint(ORIGIN, 0, Hashes.empty()), other));
        Files.write(keys.resolve("last-signed"), forged.format());
        assertThatThrownBy(() -> KeyFolder.open(keys, ORIGIN, RIGHT))
                .isInstanceOf(KeyUnavailable.class)
                .hasMessageContaining("last-signed: ");
    }

    @Test
    void a_passphrase_comes_from_the_environment_or_from_the_file_it_names() throws IOException {
        Path file = keys.resolveSibling("phrase");
        Files.writeString(file, "from a file\n");
        SecureRandom random = new SecureRandom();
        assertThat(Passphrase.of(keys, Map.of("DALIL_KEY_PASSPHRASE", "given"), random))
                .isEqualTo(new Passphrase("given", false));
        assertThat(Passphrase.of(keys, Map.of("DALIL_KEY_PASSPHRASE_FILE", file.toString()), random))
                .isEqualTo(new Passphrase("from a file", false));
        assertThatThrownBy(() -> Passphrase.of(
                        keys,
                        Map.of("DALIL_KEY_PASSPHRASE", "x", "DALIL_KEY_PASSPHRASE_FILE", file.toString()),
                        random))
                .hasMessageContaining("both set");
        assertThatThrownBy(() -> Passphrase.of(keys, Map.of("DALIL_KEY_PASSPHRASE", ""), random))
                .hasMessageEndingWith("DALIL_KEY_PASSPHRASE is empty");
        assertThatThrownBy(() -> Passphrase.of(keys, Map.of("DALIL_KEY_PASSPHRASE_FILE", file + ".gone"), random))
                .hasMessageEndingWith("DALIL_KEY_PASSPHRASE_FILE names a file that is not there");
        assertThatThrownBy(() -> Passphrase.of(keys, Map.of(), random))
                .hasMessageContaining("no passphrase for the key");
    }

    @Test
    void without_one_a_passphrase_is_made_once_and_kept_beside_the_key() throws IOException {
        Path fresh = keys.resolveSibling("fresh");
        Passphrase first = Passphrase.of(fresh, Map.of(), new SecureRandom());
        assertThat(first.besideKey()).isTrue();
        assertThat(first.text()).hasSize(43);
        assertThat(Passphrase.of(fresh, Map.of(), new SecureRandom())).isEqualTo(first);
        assertThat(first.toString()).doesNotContain(first.text());
        assertThat(Files.readString(fresh.resolve("passphrase"), StandardCharsets.US_ASCII))
                .isEqualTo(first.text() + "\n");
    }
}
