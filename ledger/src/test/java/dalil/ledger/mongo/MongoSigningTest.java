package dalil.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.EventIds;
import dalil.ledger.Ledger;
import dalil.ledger.NewFact;
import dalil.ledger.Sample;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.checkpoint.CheckpointHealth.State;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.checkpoint.FollowedCheckpoint;
import dalil.ledger.checkpoint.PublishedLog;
import dalil.ledger.fault.FolderInUse;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.Passphrase;
import dalil.ledger.key.QuickPassphrase;
import dalil.ledger.mongo.audit.MongoHoldings;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.transparency.checkpoint.Checkpoint;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.tile.TileAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process of two signs. */
class MongoSigningTest {

    private static final Passphrase PASSPHRASE = QuickPassphrase.FOR_TESTS;
    private static final EventIds IDS = new EventIds(Clock.systemUTC(), new SplittableRandom(1));

    /** Made once: opening a key is slow, and meant to be. */
    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit, before all
    static Path made;

    private final Path keys;
    private final MongoAddress address = FakeMongo.database();
    private final Ledger one = MongoLedger.at(address).create(Sample.CASE, Sample.wiring());
    private final Ledger two = MongoLedger.at(address).open(Sample.wiring());

    MongoSigningTest(@TempDir Path folder) throws IOException {
        this.keys = folder.resolve("keys");
        copyKey(keys);
    }

    @BeforeAll
    static void makeKey() {
        KeyFolder.make(made, Sample.CASE.origin(), PASSPHRASE, new SecureRandom());
    }

    private static void copyKey(Path to) throws IOException {
        Files.createDirectories(to);
        Files.copy(made.resolve("log.key"), to.resolve("log.key"));
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    private static void append(Ledger ledger, int count) {
        List<NewFact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(Sample.fact(IDS.next().toString(), null, 0));
        }
        ledger.append(facts, null);
    }

    private KeyFolder key(Path folder) {
        return KeyFolder.open(folder, Sample.CASE.origin(), PASSPHRASE);
    }

    private FollowedCheckpoint followed(KeyFolder key) {
        return new FollowedCheckpoint(two, List.of(key.verifierKey()), Duration.ZERO);
    }

    @Test
    void what_both_wrote_is_signed_by_one_and_shown_and_proved_by_both() {
        try (KeyFolder key = key(keys)) {
            assertThatThrownBy(() -> key(keys)).isInstanceOf(FolderInUse.class);
            Checkpointer checkpointer = Checkpointer.start(one, key, Clock.systemUTC());
            append(one, 300);
            append(two, 300);
            append(one, 1);
            checkpointer.checkpoint();
            assertThat(checkpointer.health().why()).isNull();
            assertThat(two.awaitSize(601, Duration.ofSeconds(30))).isTrue();

            FollowedCheckpoint followed = followed(key);
            assertThat(followed.get()).isEqualTo(checkpointer.published());
            PublishedLog here = new PublishedLog(one, checkpointer::published);
            PublishedLog there = new PublishedLog(two, followed);
            for (long index : new long[] {0, 255, 256, 511, 600}) {
                assertThat(there.receipt(index).orElseThrow().proof().format())
                        .isEqualTo(here.receipt(index).orElseThrow().proof().format());
            }
            assertThat(there.tile(new TileAddress(0, 1, 256))).isPresent();
            assertThat(there.tile(new TileAddress(1, 0, 2))).isPresent();
            assertThat(there.receipt(601)).isEmpty();
        }
        AuditReport report =
                Audit.of(() -> MongoHoldings.open(address, MongoTimes.USUAL), AuditKeys.of(keys, List.of()));
        assertThat(report.findings()).isEmpty();
        assertThat(report.signed()).isEqualTo(new AuditReport.Signed(1, true));
    }

    @Test
    void a_restart_of_the_signer_goes_on_from_the_last_checkpoint() {
        for (int round = 1; round <= 2; round++) {
            append(two, 200);
            try (KeyFolder key = key(keys);
                    Ledger signing = MongoLedger.at(address).open(Sample.wiring())) {
                Checkpointer checkpointer = Checkpointer.start(signing, key, Clock.systemUTC());
                checkpointer.checkpoint();
                assertThat(checkpointer.health().why()).isNull();
                assertThat(key.lastSigned().orElseThrow().number()).isEqualTo(round);
            }
        }
    }

    @Test
    void two_that_sign_with_copies_of_one_key_are_noticed_and_the_second_stops() throws IOException {
        Path copied = keys.resolveSibling("copied");
        copyKey(copied);
        try (KeyFolder key = key(keys);
                KeyFolder copy = key(copied)) {
            Checkpointer first = Checkpointer.start(one, key, Clock.systemUTC());
            Checkpointer second = Checkpointer.start(two, copy, Clock.systemUTC());
            append(one, 1);
            first.checkpoint();
            append(two, 1);
            second.checkpoint();
            assertThat(second.health().state()).isEqualTo(State.CONTRADICTED);
            assertThat(second.health().why()).contains("two processes sign for it");
            assertThat(second.published()).isEmpty();
            assertThatThrownBy(() -> append(two, 1))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.CONTRADICTS_CHECKPOINT));
            append(one, 1);
            first.checkpoint();
            assertThat(first.health().ok()).isTrue();
        }
    }

    @Test
    void keeping_the_same_checkpoint_again_is_without_effect_and_another_of_its_number_or_size_is_refused() {
        append(one, 2);
        Kept kept = new Kept(1, 1, new byte[] {1});
        one.checkpoints().keep(kept, List.of());
        one.checkpoints().keep(kept, List.of());
        for (Kept other : List.of(
                new Kept(1, 1, new byte[] {2}), new Kept(1, 2, new byte[] {1}), new Kept(2, 1, new byte[] {1}))) {
            assertThatThrownBy(() -> one.checkpoints().keep(other, List.of()))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.CONTRADICTS_CHECKPOINT));
        }
        assertThatThrownBy(() ->
                        MongoLedger.at(address).openReadOnly().checkpoints().keep(kept, List.of()))
                .isInstanceOf(LedgerUnavailable.class);
    }

    @Test
    void a_checkpoint_of_another_key_or_log_is_not_shown_by_who_follows() {
        try (KeyFolder key = key(keys)) {
            append(one, 2);
            Checkpointer checkpointer = Checkpointer.start(one, key, Clock.systemUTC());
            checkpointer.checkpoint();
            assertThat(two.awaitSize(2, Duration.ofSeconds(30))).isTrue();
            FollowedCheckpoint followed = followed(key);
            SignedCheckpoint good = followed.get().orElseThrow();

            append(one, 1);
            assertThat(two.awaitSize(3, Duration.ofSeconds(30))).isTrue();
            Checkpoint text =
                    new Checkpoint(Sample.CASE.origin(), 3, one.head().range().root());
            NoteSigner forger = NoteSigner.generate(Sample.CASE.origin(), new SecureRandom());
            one.checkpoints()
                    .keep(new Kept(2, 3, SignedCheckpoint.sign(text, forger).format()), List.of());
            assertThat(followed.get()).hasValue(good);
            assertThat(followed.refuses()).isTrue();
        }
    }
}
