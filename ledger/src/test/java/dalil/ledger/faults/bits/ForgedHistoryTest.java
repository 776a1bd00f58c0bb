package dalil.ledger.faults.bits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.Ledger;
import dalil.ledger.NewFact;
import dalil.ledger.RequestInProgress;
import dalil.ledger.Sample;
import dalil.ledger.StoredFact;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.checkpoint.Register;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.sqlite.LedgerFolder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A history written anew from its first byte, one payload changed, that agrees with itself in everything. Only what is kept elsewhere
 * can show it, and without that no audit may call it proved.
 */
class ForgedHistoryTest {

    private static final int CHANGED = 433;

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit, before all
    static Path made;

    @SuppressWarnings("NullAway.Init")
    private static Filled real;

    private final Path forged;

    ForgedHistoryTest(@TempDir Path folder) {
        this.forged = folder.resolve("data");
    }

    @BeforeAll
    static void fill() throws SQLException {
        real = Filled.closed(made, 1);
    }

    /** @param signs whether the forger signs, with a key of the same name */
    private void forge(boolean signs) {
        Path keys = forged.resolveSibling("forged-keys");
        KeyFolder.make(keys, Sample.CASE.origin(), Register.PASSPHRASE, new SecureRandom());
        try (Ledger original = LedgerFolder.openReadOnly(real.data());
                Ledger ledger = LedgerFolder.create(forged, Sample.CASE, Sample.wiring());
                KeyFolder key = KeyFolder.open(keys, Sample.CASE.origin(), Register.PASSPHRASE)) {
            Checkpointer checkpointer = Checkpointer.start(ledger, key, Clock.systemUTC());
            for (StoredFact fact : original.read(0, Filled.FACTS)) {
                ledger.append(List.of(again(fact)), null);
                if (signs && Filled.SIGNED.contains((int) ledger.size())) {
                    checkpointer.checkpoint();
                }
            }
        }
    }

    private static NewFact again(StoredFact fact) {
        Map<String, String> meta = new HashMap<>(fact.meta());
        meta.remove(RequestInProgress.META_ID);
        meta.remove(RequestInProgress.META_DIGEST);
        return new NewFact(
                fact.id(),
                fact.at(),
                fact.type(),
                fact.revision(),
                fact.stream(),
                fact.record().sequence(),
                fact.index() == CHANGED ? "{\"note\":\"forged\"}".getBytes(UTF_8) : fact.payload(),
                fact.sealed(),
                meta);
    }

    private AuditReport audit(AuditKeys keys) {
        return Audit.of(forged, keys);
    }

    private static AuditKeys pinnedKey() {
        return AuditKeys.of(List.of(KeyFolder.publicKey(real.keys())));
    }

    private static void assertFound(AuditReport report, Kind kind, long index) {
        assertThat(report.outcome()).isEqualTo(Outcome.ALTERED);
        assertThat(report.findings())
                .as(report.findings().toString())
                .anyMatch(finding -> finding.kind() == kind && finding.index().orElse(-1) == index);
    }

    private static void assertProvedByNobody(AuditReport report) {
        assertThat(report.findings()).isEmpty();
        assertThat(report.signed().authentic()).as("exit code 2").isFalse();
    }

    @Test
    void a_key_that_was_pinned_did_not_sign_it() {
        forge(true);
        assertFound(audit(pinnedKey()), Kind.BAD_SIGNATURE, Filled.SIGNED.get(0) - 1);
        assertProvedByNobody(audit(AuditKeys.NONE));
    }

    @Test
    void the_last_checkpoint_outside_says_another_root() {
        forge(true);
        assertFound(audit(AuditKeys.of(real.keys(), List.of())), Kind.BROKEN_LINK, Filled.SIGNED.get(2) - 1);
    }

    @Test
    void without_any_checkpoint_a_pinned_key_proves_nothing_and_the_key_folder_misses_them() {
        forge(false);
        AuditReport pinned = audit(pinnedKey());
        assertProvedByNobody(pinned);
        assertThat(pinned.unseen()).anyMatch(what -> what.startsWith("whether the facts from 0 on"));
        AuditReport beside = audit(AuditKeys.of(real.keys(), List.of()));
        assertFound(beside, Kind.BROKEN_LINK, Filled.SIGNED.get(2) - 1);
        assertThat(beside.findings()).anyMatch(finding -> finding.kind() == Kind.MISSING);
    }

    @Test
    void the_checkpoints_that_were_really_signed_contradict_it_from_the_first_that_covers_the_change()
            throws Exception {
        forge(false);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + forged.resolve("ledger.sqlite"));
                var statement = connection.createStatement()) {
            statement.execute("ATTACH '" + real.file() + "' AS o");
            statement.execute("INSERT INTO checkpoint SELECT * FROM o.checkpoint");
        }
        assertFound(audit(AuditKeys.NONE), Kind.BROKEN_LINK, Filled.SIGNED.get(0) - 1);
        assertFound(audit(pinnedKey()), Kind.BROKEN_LINK, Filled.SIGNED.get(1) - 1);
    }
}
