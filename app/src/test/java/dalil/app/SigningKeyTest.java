package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.checkpoint.CheckpointHealth.Rollback;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.fault.KeyUnavailable;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.sqlite.LedgerFolder;
import dalil.transparency.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a key folder beside a log that was signed: it goes on with the same key or says what is wrong, and makes no other. */
class SigningKeyTest {

    private static final int FLIPS = Boolean.getBoolean("dalil.thorough") ? 25 : 6;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit, before all
    private static Path made;

    private final Path keys;
    private final Ledger ledger;
    private final List<String> warned = new ArrayList<>();

    SigningKeyTest(@TempDir Path folder) throws IOException {
        keys = folder.resolve("keys");
        for (String part : List.of("data", "keys")) {
            Files.createDirectory(folder.resolve(part));
            for (Map.Entry<String, byte[]> file : files(made.resolve(part)).entrySet()) {
                Files.write(folder.resolve(part).resolve(file.getKey()), file.getValue());
            }
        }
        ledger = LedgerFolder.open(folder.resolve("data"), wiring());
    }

    private static LedgerCase named(String origin) {
        return new LedgerCase(UUID.randomUUID(), "An invented case", ZoneId.of("Asia/Bishkek"), List.of("ky"), origin);
    }

    private static LedgerWiring wiring() {
        return new LedgerWiring(Clock.systemUTC(), new SecureRandom(), failure -> {
            throw new AssertionError(failure);
        });
    }

    @BeforeAll
    static void signs() {
        try (Ledger first = LedgerFolder.create(made.resolve("data"), named("dalil.example/one"), wiring());
                KeyFolder key = SigningKey.open(made.resolve("keys"), first, false, any -> {})) {
            Checkpointer signing = Checkpointer.start(first, key, Clock.systemUTC());
            signing.checkpoint();
            assertThat(signing.published()).isPresent();
        }
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private KeyFolder open() {
        return SigningKey.open(keys, ledger, false, warned::add);
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path file : all.toList()) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            log.key                              | no key here, and the ledger has checkpoints signed with one
            log.key last-signed                  | no key here, and the ledger has checkpoints signed with one
            log.key passphrase                   | no key here, and the ledger has checkpoints signed with one
            log.key passphrase last-signed       | no key here, and the ledger has checkpoints signed with one
            passphrase                           | no passphrase for the key: set DALIL_KEY_PASSPHRASE
            passphrase last-signed               | no passphrase for the key: set DALIL_KEY_PASSPHRASE
            """)
    void without_the_key_or_what_opens_it_nothing_is_made(String gone, String said) throws IOException {
        for (String file : gone.split(" ")) {
            Files.delete(keys.resolve(file));
        }
        Map<String, byte[]> left = files(keys);
        assertThatThrownBy(this::open)
                .isInstanceOf(KeyUnavailable.class)
                .hasMessageContaining("key folder " + keys)
                .hasMessageContaining(said);
        assertThat(files(keys)).usingRecursiveComparison().isEqualTo(left);
    }

    @Test
    void a_folder_that_is_gone_as_a_whole_is_not_made_again() throws IOException {
        for (String file : files(keys).keySet()) {
            Files.delete(keys.resolve(file));
        }
        Files.delete(keys);
        assertThatThrownBy(this::open).isInstanceOf(KeyUnavailable.class).hasMessageContaining("no key here");
        assertThat(keys).doesNotExist();
    }

    @Test
    void without_the_last_checkpoint_outside_the_same_key_goes_on_and_health_says_what_is_not_seen()
            throws IOException {
        VerifierKey before = KeyFolder.publicKey(keys);
        Files.delete(keys.resolve("last-signed"));
        try (KeyFolder opened = open()) {
            assertThat(opened.verifierKey()).isEqualTo(before);
            assertThat(Checkpointer.start(ledger, opened, Clock.systemUTC())
                            .health()
                            .rollback())
                    .isEqualTo(Rollback.UNDETECTABLE);
        }
    }

    @Test
    void another_registers_key_folder_is_refused(@TempDir Path other) throws IOException {
        try (Ledger stranger = LedgerFolder.create(other.resolve("data"), named("dalil.example/two"), wiring())) {
            SigningKey.open(other.resolve("keys"), stranger, false, warned::add).close();
        }
        for (String file : List.of("log.key", "passphrase")) {
            Files.copy(other.resolve("keys").resolve(file), keys.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThatThrownBy(this::open).hasMessageEndingWith("the key of dalil.example/two, not of dalil.example/one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log.key", "passphrase", "last-signed"})
    void a_flipped_bit_is_said(String name) throws IOException {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path file = keys.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        VerifierKey before = KeyFolder.publicKey(keys);
        for (int i = 0; i < FLIPS; i++) {
            int bit = random.nextInt(8 * whole.length);
            String where = "seed " + seed + ", " + name + ", bit " + bit;
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            try (KeyFolder opened = open()) {
                assertThat(opened.verifierKey()).as(where).isEqualTo(before);
                Checkpointer started = Checkpointer.start(ledger, opened, Clock.systemUTC());
                assertThat(started.health().why()).as(where).isNotBlank();
            } catch (KeyUnavailable refused) {
                assertThat(refused).as(where).hasMessageContaining("key folder " + keys + ": ");
            }
            assertThat(Files.readAllBytes(file)).as(where).isEqualTo(flipped);
        }
        Files.write(file, whole);
        open().close();
    }
}
