package dalil.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.Ledger;
import dalil.ledger.Sample;
import dalil.ledger.audit.Audit;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.store.AttestationStore.Attestation;
import dalil.ledger.store.AttestationStore.Kind;
import dalil.ledger.store.AttestationStoreContract;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAttestationsTest extends AttestationStoreContract {

    private static final Attestation TOKEN = new Attestation(Kind.TIMESTAMP, 1, "a.example", new byte[10_000]);

    private final Path folder;

    SqliteAttestationsTest(@TempDir Path folder) {
        this.folder = folder.resolve("ledger");
    }

    @Override
    protected Ledger open() {
        return Files.isDirectory(folder)
                ? LedgerFolder.open(folder, Sample.wiring())
                : LedgerFolder.create(folder, Sample.CASE, Sample.wiring());
    }

    @Test
    void a_ledger_open_for_reading_keeps_none() {
        open().close();
        try (Ledger ledger = LedgerFolder.openReadOnly(folder)) {
            assertThatThrownBy(() -> ledger.attestations().keep(TOKEN))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.READ_ONLY));
            assertThat(ledger.attestations().of(Kind.TIMESTAMP, 1)).isEmpty();
        }
    }

    @Test
    void a_full_disk_refuses_one_without_damage() throws Exception {
        open().close();
        Path file = SqliteFile.in(folder);
        Session session = new Session(SqliteFile.forWriting(file));
        try (Ledger ledger = Ledger.writing(new SqliteStore(file, new SqliteWriter(session), null), Sample.wiring())) {
            session.run("PRAGMA max_page_count = 30");
            for (int i = 0; i < 30; i++) {
                long number = i;
                try {
                    ledger.attestations().keep(new Attestation(Kind.TIMESTAMP, number, "a.example", new byte[10_000]));
                } catch (LedgerUnavailable full) {
                    assertThat(full.reason()).isEqualTo(Reason.FULL);
                    session.run("PRAGMA max_page_count = 1000000");
                    ledger.attestations().keep(new Attestation(Kind.TIMESTAMP, number, "a.example", new byte[10_000]));
                    assertThat(ledger.attestations().last(Kind.TIMESTAMP)).hasValue(number);
                    assertThat(ledger.health().failed()).isFalse();
                    return;
                }
            }
        }
        throw new AssertionError("thirty tokens fitted into thirty pages");
    }

    @Test
    void the_form_of_the_file_is_known_to_the_audit() {
        open().close();
        assertThat(Audit.of(folder).findings()).isEmpty();
    }
}
