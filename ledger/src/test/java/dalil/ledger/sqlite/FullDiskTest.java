package dalil.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.Ledger;
import dalil.ledger.Sample;
import dalil.ledger.audit.Audit;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    @Test
    void a_full_disk_refuses_without_damage_and_appends_go_on_once_there_is_space(@TempDir Path folder)
            throws Exception {
        LedgerFolder.create(folder, Sample.CASE, Sample.wiring()).close();
        Path file = SqliteFile.in(folder);
        Session session = new Session(SqliteFile.forWriting(file));
        long refusedAt;
        try (Ledger ledger = Ledger.writing(new SqliteStore(file, new SqliteWriter(session), null), Sample.wiring())) {
            session.run("PRAGMA max_page_count = 60");
            refusedAt = fill(ledger);
            assertThat(ledger.read(0, Integer.MAX_VALUE)).hasSize((int) refusedAt);
            assertThat(ledger.health().failed()).isFalse();
            assertThat(Audit.of(folder).findings()).isEmpty();

            session.run("PRAGMA max_page_count = 1000000");
            for (long i = refusedAt; i < refusedAt + 50; i++) {
                assertThat(append(ledger, i)).isEqualTo(i);
            }
        }
        assertThat(refusedAt).isBetween(10L, 1_000L);
        assertThat(Audit.of(folder).findings()).isEmpty();
        try (Ledger ledger = LedgerFolder.open(folder, Sample.wiring())) {
            assertThat(ledger.size()).isEqualTo(refusedAt + 50);
        }
    }

    /** Appends until refused, which must be for lack of space, twice. Returns how many were taken. */
    private static long fill(Ledger ledger) {
        long index = 0;
        try {
            while (index < 1_000) {
                append(ledger, index);
                index++;
            }
        } catch (LedgerUnavailable full) {
            assertThat(full.reason()).isEqualTo(Reason.FULL);
        }
        long refused = index;
        assertThatThrownBy(() -> append(ledger, refused))
                .isInstanceOfSatisfying(
                        LedgerUnavailable.class,
                        full -> assertThat(full.reason()).isEqualTo(Reason.FULL));
        return index;
    }

    // each in a stream of its own, so that streams given in a refused block are given again
    private static long append(Ledger ledger, long i) {
        return ledger.append(List.of(Sample.fact("e" + i, "a/" + i, 0)), null).firstIndex();
    }
}
