package dalil.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.Sample;
import dalil.ledger.checkpoint.CheckpointHealth.Rollback;
import dalil.ledger.checkpoint.CheckpointHealth.State;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.LastSigned;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.transparency.checkpoint.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointerTest {

    private final Path folder;
    private final Path data;
    private final Path keys;

    CheckpointerTest(@TempDir Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.keys = folder.resolve("keys");
    }

    private static SignedCheckpoint published(Register register) {
        return register.checkpointer.published().orElseThrow();
    }

    /** One more checkpoint over some more facts, in a register opened for it. */
    private SignedCheckpoint grow(int facts) {
        try (Register register = Register.in(folder)) {
            register.append(facts);
            register.checkpointer.checkpoint();
            assertThat(register.checkpointer.health().why()).isNull();
            return published(register);
        }
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.sqlite"));
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
            }
        }
    }

    private void assertReadOnly(Reason reason, State state, String why) {
        try (Register register = Register.in(folder)) {
            CheckpointHealth health = register.checkpointer.health();
            assertThat(health.state()).isEqualTo(state);
            assertThat(health.ok()).isFalse();
            assertThat(health.why()).contains(why);
            assertThat(register.checkpointer.published()).isEmpty();
            assertThat(register.ledger.health().writable()).isFalse();
            assertThatThrownBy(() -> register.append(1))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(reason));
            long last = register.keys.lastSigned().map(LastSigned::number).orElse(0L);
            register.checkpointer.checkpoint();
            assertThat(register.keys.lastSigned().map(LastSigned::number).orElse(0L))
                    .isEqualTo(last);
            assertThat(register.checkpointer.published()).isEmpty();
            if (register.ledger.size() > 0) {
                assertThat(register.ledger.read(0, 1)).as("reads go on").hasSize(1);
            }
        }
    }

    @Test
    void an_empty_ledger_has_a_checkpoint_of_size_0_once_and_not_again() {
        try (Register register = Register.in(folder)) {
            assertThat(register.checkpointer.health().rollback()).isEqualTo(Rollback.UNDETECTABLE);
            register.checkpointer.checkpoint();
            assertThat(published(register).checkpoint().size()).isZero();
            assertThat(register.checkpointer.health().rollback()).isEqualTo(Rollback.CHECKED);
            register.checkpointer.checkpoint();
            assertThat(register.keys.lastSigned().orElseThrow().number()).isEqualTo(1);
        }
    }

    @Test
    void each_checkpoint_is_signed_kept_outside_and_in_the_ledger_and_covers_all_facts() {
        try (Register register = Register.in(folder)) {
            for (int size : new int[] {1, 255, 256, 257, 1_100}) {
                register.append(size - (int) register.ledger.size());
                register.checkpointer.checkpoint();
                SignedCheckpoint last = published(register);
                assertThat(last.checkpoint().head().size()).isEqualTo(size);
                assertThat(last.checkpoint().root())
                        .isEqualTo(register.ledger.head().range().root());
                last.verify(List.of(register.keys.verifierKey()), List.of());
                assertThat(register.keys.lastSigned().orElseThrow().checkpoint())
                        .isEqualTo(last);
                Kept kept = register.ledger.checkpoints().last().orElseThrow();
                assertThat(kept.note()).isEqualTo(last.format());
                assertThat(kept.size()).isEqualTo(size);
            }
            assertThat(register.keys.lastSigned().orElseThrow().number()).isEqualTo(5);
        }
    }

    @Test
    void a_restart_publishes_the_last_one_again_and_goes_on_from_it() {
        SignedCheckpoint first = grow(700);
        try (Register register = Register.in(folder)) {
            assertThat(published(register)).isEqualTo(first);
            assertThat(register.checkpointer.health().ok()).isTrue();
        }
        assertThat(grow(70_000 - 700).checkpoint().size()).isEqualTo(70_000);
        assertThat(grow(1).checkpoint().size()).isEqualTo(70_001);
    }

    @Test
    void a_flipped_byte_of_a_stored_record_gives_no_checkpoint_and_names_the_index() throws SQLException {
        grow(300);
        try (Register register = Register.in(folder)) {
            SignedCheckpoint before = published(register);
            register.append(200);
            sql("UPDATE fact SET record = CAST(replace(CAST(record AS TEXT), 'test.noted', 'test.nOted') AS BLOB)"
                    + " WHERE idx = 433");
            register.checkpointer.checkpoint();
            assertThat(published(register)).isEqualTo(before);
            assertThat(register.keys.lastSigned().orElseThrow().checkpoint()).isEqualTo(before);
            assertThat(register.checkpointer.health().state()).isEqualTo(State.ALTERED);
            assertThat(register.checkpointer.health().why()).startsWith("index 433: altered record");
            assertThat(register.ledger.health().failed()).isTrue();
            assertThatThrownBy(() -> register.append(1)).isInstanceOf(LedgerUnavailable.class);
        }
    }

    @Test
    void a_record_replaced_together_with_its_hash_gives_no_checkpoint_either() throws SQLException {
        grow(300);
        try (Register register = Register.in(folder)) {
            register.append(200);
            // a whole and well-formed fact of another place, hash, sections and all but the index
            sql("UPDATE fact SET (leaf, record) = (SELECT leaf, record FROM fact WHERE idx = 434) WHERE idx = 433");
            register.checkpointer.checkpoint();
            assertThat(published(register).checkpoint().size()).isEqualTo(300);
            assertThat(register.checkpointer.health().why()).startsWith("index 433: ");
        }
    }

    @Test
    void facts_that_agree_with_themselves_but_not_with_what_was_written_give_no_checkpoint() throws Exception {
        grow(300);
        Path other = folder.resolve("other");
        Files.createDirectories(other);
        Register.copy(data, other.resolve("data"));
        Register.copy(keys, other.resolve("keys"));
        try (Register forged = Register.in(other)) {
            forged.append(10);
        }
        try (Register register = Register.in(folder)) {
            register.append(10);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.sqlite"));
                    var statement = connection.createStatement()) {
                statement.execute("ATTACH '" + other.resolve("data/ledger.sqlite") + "' AS o");
                statement.execute("DELETE FROM section WHERE idx = 305");
                statement.execute("INSERT INTO section SELECT * FROM o.section WHERE idx = 305");
                statement.execute("UPDATE fact SET (leaf, record) ="
                        + " (SELECT leaf, record FROM o.fact WHERE idx = 305) WHERE idx = 305");
            }
            register.checkpointer.checkpoint();
            assertThat(published(register).checkpoint().size()).isEqualTo(300);
            assertThat(register.checkpointer.health().why())
                    .startsWith("index 300: the records from here to 309 lead to root ");
        }
    }

    @Test
    void an_older_copy_of_the_data_is_read_only() throws IOException {
        grow(300);
        Register.copy(data, folder.resolve("backup"));
        grow(1);
        Register.copy(folder.resolve("backup"), data);
        assertReadOnly(Reason.BEHIND_CHECKPOINT, State.BEHIND, "the ledger has 300 facts");
        // and stays so
        assertReadOnly(Reason.BEHIND_CHECKPOINT, State.BEHIND, "covers 301");
    }

    @Test
    void an_older_copy_that_went_on_with_other_facts_is_read_only() throws Exception {
        grow(300);
        Register.copy(data, folder.resolve("backup"));
        grow(5);
        Register.copy(folder.resolve("backup"), data);
        try (var ledger = dalil.ledger.sqlite.LedgerFolder.open(data, Sample.wiring())) {
            for (int i = 0; i < 20; i++) {
                ledger.append(List.of(Sample.fact("forked-" + i, null, 0)), null);
            }
        }
        assertReadOnly(Reason.CONTRADICTS_CHECKPOINT, State.CONTRADICTED, "the first 305 facts lead to root ");
    }

    @Test
    void the_newer_data_put_back_ends_it() throws IOException {
        grow(300);
        Register.copy(data, folder.resolve("backup"));
        SignedCheckpoint last = grow(5);
        Register.copy(data, folder.resolve("newer"));
        Register.copy(folder.resolve("backup"), data);
        assertReadOnly(Reason.BEHIND_CHECKPOINT, State.BEHIND, "covers 305");
        Register.copy(folder.resolve("newer"), data);
        try (Register register = Register.in(folder)) {
            assertThat(published(register)).isEqualTo(last);
        }
        grow(1);
    }

    @Test
    void a_checkpoint_that_was_signed_and_not_stored_is_completed_and_none_other_signed() throws Exception {
        grow(300);
        SignedCheckpoint second = grow(300);
        sql("DELETE FROM checkpoint WHERE number = 2", "DELETE FROM node WHERE idx >= 1");
        try (Register register = Register.in(folder)) {
            assertThat(published(register)).isEqualTo(second);
            assertThat(register.ledger.checkpoints().last().orElseThrow().number())
                    .isEqualTo(2);
            register.append(1);
            register.checkpointer.checkpoint();
            assertThat(register.keys.lastSigned().orElseThrow().number()).isEqualTo(3);
        }
    }

    @Test
    void checkpoints_taken_out_of_the_ledger_are_missed() throws Exception {
        grow(10);
        grow(10);
        grow(10);
        sql("DELETE FROM checkpoint WHERE number >= 2");
        assertReadOnly(
                Reason.CONTRADICTS_CHECKPOINT, State.CONTRADICTED, "the checkpoints 2 to 2 are gone from the ledger");
    }

    @Test
    void another_checkpoint_in_the_place_of_the_last_is_refused() throws Exception {
        grow(10);
        grow(10);
        sql("UPDATE checkpoint SET size = 19, note = (SELECT note FROM checkpoint WHERE number = 1) WHERE number = 2");
        assertReadOnly(
                Reason.CONTRADICTS_CHECKPOINT, State.CONTRADICTED, "checkpoint 2 stands in the ledger under size 19");
    }

    @Test
    void a_record_altered_under_an_earlier_checkpoint_is_found_where_the_tree_is_taken_up() throws Exception {
        grow(300);
        sql("UPDATE node SET hash = (SELECT leaf FROM fact WHERE idx = 7) WHERE level = 1 AND idx = 0");
        assertReadOnly(Reason.CONTRADICTS_CHECKPOINT, State.CONTRADICTED, "the first 300 facts lead to root ");
    }

    @Test
    void an_older_copy_of_the_key_folder_takes_up_what_its_key_signed() throws Exception {
        grow(10);
        Register.copy(keys, folder.resolve("old-keys"));
        SignedCheckpoint last = grow(10);
        Register.copy(folder.resolve("old-keys"), keys);
        try (Register register = Register.in(folder)) {
            assertThat(published(register)).isEqualTo(last);
            assertThat(register.keys.lastSigned().orElseThrow().number()).isEqualTo(2);
        }
    }

    @Test
    void without_the_last_checkpoint_outside_a_rollback_is_undetectable_until_the_next() throws Exception {
        grow(10);
        Files.delete(keys.resolve("last-signed"));
        try (Register register = Register.in(folder)) {
            assertThat(register.checkpointer.health().rollback()).isEqualTo(Rollback.UNDETECTABLE);
            register.append(1);
            register.checkpointer.checkpoint();
            assertThat(register.keys.lastSigned().orElseThrow().number()).isEqualTo(2);
            assertThat(register.checkpointer.health().rollback()).isEqualTo(Rollback.CHECKED);
        }
    }

    @Test
    void a_new_key_goes_on_after_the_old_ones_checkpoints_and_never_below_them() throws Exception {
        SignedCheckpoint old = grow(10);
        Files.move(keys, folder.resolve("lost"), StandardCopyOption.ATOMIC_MOVE);
        KeyFolder.make(keys, Sample.CASE.origin(), Register.PASSPHRASE, new SecureRandom());
        try (Register register = Register.in(folder)) {
            assertThat(published(register)).isEqualTo(old);
            register.checkpointer.checkpoint();
            assertThat(published(register)).isEqualTo(old);
            register.append(1);
            register.checkpointer.checkpoint();
            published(register).verify(List.of(register.keys.verifierKey()), List.of());
            assertThat(register.keys.lastSigned().orElseThrow().number()).isEqualTo(2);
        }
    }

    @Test
    void a_ledger_that_another_program_locks_makes_the_checkpoint_wait_and_none_other_is_signed() throws Exception {
        grow(10);
        try (Register register = Register.in(folder)) {
            register.append(5);
            SignedCheckpoint waiting;
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.sqlite"));
                    var statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                register.checkpointer.checkpoint();
                waiting = register.keys.lastSigned().orElseThrow().checkpoint();
                assertThat(waiting.checkpoint().size()).isEqualTo(15);
                assertThat(published(register).checkpoint().size()).isEqualTo(10);
                assertThat(register.checkpointer.health().ok()).isTrue();
                statement.execute("ROLLBACK");
            }
            register.append(5);
            register.checkpointer.checkpoint();
            assertThat(register.ledger.checkpoints().numbered(2).orElseThrow().note())
                    .isEqualTo(waiting.format());
            assertThat(register.ledger.checkpoints().numbered(3).orElseThrow().size())
                    .isEqualTo(20);
            assertThat(published(register).checkpoint().size()).isEqualTo(20);
        }
    }

    @Test
    void a_key_folder_that_cannot_be_written_ends_signing_and_not_recording() throws Exception {
        grow(10);
        try (Register register = Register.in(folder)) {
            // a folder in the place of the file: no rename can replace it
            Files.createDirectory(keys.resolve("last-signed.new"));
            Files.writeString(keys.resolve("last-signed.new").resolve("x"), "");
            register.append(1);
            register.checkpointer.checkpoint();
            assertThat(register.checkpointer.health().state()).isEqualTo(State.FAILED);
            assertThat(published(register).checkpoint().size()).isEqualTo(10);
            register.append(1);
            assertThat(register.ledger.size()).isEqualTo(12);
        }
    }
}
