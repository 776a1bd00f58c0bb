package dalil.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.Ledger;
import dalil.ledger.Sample;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.store.AttestationStore.Attestation;
import dalil.ledger.store.AttestationStore.Kind;
import dalil.ledger.store.AttestationStoreContract;
import org.junit.jupiter.api.Test;

class MongoAttestationsTest extends AttestationStoreContract {

    private static final Attestation TOKEN = new Attestation(Kind.TIMESTAMP, 1, "a.example", new byte[10_000]);

    private final MongoLedger place = MongoLedger.at(FakeMongo.database());

    @Override
    protected Ledger open() {
        return place.isThere() ? place.open(Sample.wiring()) : place.create(Sample.CASE, Sample.wiring());
    }

    @Test
    void a_ledger_open_for_reading_keeps_none() {
        open().close();
        try (Ledger ledger = place.openReadOnly()) {
            assertThatThrownBy(() -> ledger.attestations().keep(TOKEN))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.READ_ONLY));
            assertThat(ledger.attestations().of(Kind.TIMESTAMP, 1)).isEmpty();
        }
    }

    @Test
    void two_processes_that_keep_at_once_lose_none_and_keep_none_twice() throws InterruptedException {
        try (Ledger one = open();
                Ledger two = open()) {
            Thread other = new Thread(() -> keep(two, "two"));
            other.start();
            keep(one, "one");
            other.join();
            for (long checkpoint = 1; checkpoint <= 100; checkpoint++) {
                assertThat(one.attestations().of(Kind.TIMESTAMP, checkpoint))
                        .extracting(Attestation::by)
                        .containsExactlyInAnyOrder("one", "two", "either");
            }
        }
    }

    private static void keep(Ledger ledger, String by) {
        for (long checkpoint = 1; checkpoint <= 100; checkpoint++) {
            ledger.attestations().keep(new Attestation(Kind.TIMESTAMP, checkpoint, by, new byte[] {1}));
            ledger.attestations().keep(new Attestation(Kind.TIMESTAMP, checkpoint, "either", new byte[] {1}));
        }
    }
}
