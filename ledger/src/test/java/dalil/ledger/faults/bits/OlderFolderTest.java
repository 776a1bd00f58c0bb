package dalil.ledger.faults.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.checkpoint.CheckpointHealth.State;
import dalil.ledger.checkpoint.Register;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.NoLedgerHere;
import dalil.ledger.key.LastSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of different moments put together, as a restore by hand does. Whole folders of one moment are tried in {@code
 * CheckpointerTest}; here SQLite itself would make one database of what never was one.
 */
class OlderFolderTest {

    private static final String FILE = "ledger.sqlite";
    private static final String LOG = "ledger.sqlite-wal";

    private final Path folder;
    private final Path data;
    private final Path keys;

    OlderFolderTest(@TempDir Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.keys = folder.resolve("keys");
    }

    /** {@code first}: 300 facts, killed; {@code second}: 300, closed; {@code third}: 1,000, closed; {@code fourth}: 1,050, killed. */
    @BeforeEach
    void live() throws IOException {
        grow(300, "first");
        keep("second");
        grow(700, "-");
        keep("third");
        grow(50, "fourth");
        Files.delete(data.resolve(FILE));
    }

    private void grow(int facts, String killed) throws IOException {
        try (Register register = Register.in(folder)) {
            register.append(facts);
            register.checkpointer.checkpoint();
            assertThat(register.checkpointer.health().why()).isNull();
            keep(killed);
        }
    }

    private void keep(String moment) throws IOException {
        Register.copy(data, folder.resolve(moment));
    }

    private void put(String moment, String file) throws IOException {
        Files.copy(folder.resolve(moment).resolve(file), data.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void the_newest_file_with_its_own_log_is_the_register() throws IOException {
        put("fourth", FILE);
        put("fourth", LOG);
        try (Register register = Register.in(folder)) {
            assertThat(register.checkpointer.health().state()).isEqualTo(State.SIGNING);
            assertThat(register.ledger.size()).isEqualTo(1_050);
        }
    }

    @Test
    void a_newer_log_beside_an_older_file_is_not_taken_for_a_register() throws IOException {
        put("second", FILE);
        put("fourth", LOG);
        assertRefused();
    }

    @Test
    void an_older_log_beside_a_newer_file_is_not_taken_for_a_register() throws IOException {
        put("third", FILE);
        put("first", LOG);
        assertRefused();
    }

    @Test
    void a_file_whose_log_is_gone_is_not_taken_for_the_whole_register() throws IOException {
        put("fourth", FILE);
        assertRefused();
    }

    /** It does not start, or starts for reading and signs nothing; and the audit does not call it intact. */
    private void assertRefused() {
        assertThat(Audit.of(data, AuditKeys.of(keys, List.of())).outcome()).isNotEqualTo(Outcome.INTACT);
        Register opened;
        try {
            opened = Register.in(folder);
        } catch (IntegrityFault | NoLedgerHere refused) {
            return;
        }
        try (Register register = opened) {
            long last = register.keys.lastSigned().map(LastSigned::number).orElse(0L);
            assertThat(register.checkpointer.health().state()).isIn(State.BEHIND, State.CONTRADICTED, State.ALTERED);
            assertThatThrownBy(() -> register.append(1)).isInstanceOf(LedgerUnavailable.class);
            register.checkpointer.checkpoint();
            assertThat(register.checkpointer.published()).isEmpty();
            assertThat(register.keys.lastSigned().map(LastSigned::number)).contains(last);
        }
    }
}
