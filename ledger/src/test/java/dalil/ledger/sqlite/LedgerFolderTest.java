package dalil.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.Ledger;
import dalil.ledger.Sample;
import dalil.ledger.fault.FolderInUse;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFolderTest {

    private final Path folder;

    LedgerFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Ledger create() {
        return LedgerFolder.create(folder, Sample.CASE, Sample.wiring());
    }

    private Ledger open() {
        return LedgerFolder.open(folder, Sample.wiring());
    }

    @Test
    void an_interrupted_creation_leaves_nothing_in_the_way() throws IOException {
        Files.writeString(folder.resolve("ledger.sqlite.new"), "half a file");
        create().close();
        open().close();
    }

    @Test
    void a_second_writer_is_refused_in_this_process_and_in_another_even_after_a_failed_attempt() throws Exception {
        try (Ledger ledger = create()) {
            assertThatThrownBy(this::open).isInstanceOf(FolderInUse.class);
            assertThatThrownBy(this::create).isInstanceOf(FolderInUse.class);
            assertThat(attemptByAnotherProcess()).contains("FolderInUse");
            assertThat(ledger.health().writable()).isTrue();
        }
        assertThat(attemptByAnotherProcess()).contains("opened");
        open().close();
    }

    private String attemptByAnotherProcess() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenOnce.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Tries to open a folder and says how it went. */
    static final class OpenOnce {
        public static void main(String[] arguments) {
            try (Ledger ledger = LedgerFolder.open(Path.of(arguments[0]), Sample.wiring())) {
                System.out.println("opened " + ledger.size());
            } catch (RuntimeException refused) {
                System.out.println(refused.getClass().getSimpleName());
            }
        }
    }

    @Test
    void a_fact_found_altered_is_named_and_stops_appending() throws Exception {
        try (Ledger ledger = create()) {
            ledger.append(List.of(Sample.fact("e0", null, 0), Sample.fact("e1", null, 0)), null);
            try (Session session = new Session(SqliteFile.forWriting(SqliteFile.in(folder)))) {
                session.run("UPDATE section SET payload = x'7b7d' WHERE idx = 1");
            }
            assertThat(ledger.read(0, 1)).hasSize(1);
            assertThatThrownBy(() -> ledger.read(0, 2))
                    .isInstanceOfSatisfying(
                            IntegrityFault.class,
                            fault -> assertThat(fault.index()).hasValue(1));
            assertThatThrownBy(() -> ledger.append(List.of(Sample.fact("e2", null, 0)), null))
                    .isInstanceOf(LedgerUnavailable.class);
            assertThat(ledger.health().failure()).contains("index 1");
        }
        assertThatThrownBy(this::open).isInstanceOf(IntegrityFault.class);
    }
}
