package dalil.ledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.Ledger;
import dalil.ledger.Sample;
import dalil.ledger.store.AttestationStore.Attestation;
import dalil.ledger.store.AttestationStore.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link AttestationStore} does, seen through a ledger that takes appends. */
public abstract class AttestationStoreContract {

    /** The ledger, made on the first call and opened again on each later one; the caller closes it. */
    protected abstract Ledger open();

    private static Attestation token(long checkpoint, String by, String content) {
        return new Attestation(Kind.TIMESTAMP, checkpoint, by, content.getBytes(UTF_8));
    }

    private static List<String> shown(List<Attestation> attestations) {
        return attestations.stream()
                .map(one -> one.kind() + " " + one.checkpoint() + " " + one.by() + " " + new String(one.bytes(), UTF_8))
                .toList();
    }

    @Test
    void what_was_kept_is_there_in_its_order_also_after_a_restart() {
        try (Ledger ledger = open()) {
            ledger.attestations().keep(token(1, "b.example", "first"));
            ledger.attestations().keep(token(1, "a.example", "second"));
            ledger.attestations().keep(new Attestation(Kind.COSIGNATURE, 1, "w+00000001", new byte[] {1, 2}));
        }
        try (Ledger ledger = open()) {
            assertThat(shown(ledger.attestations().of(Kind.TIMESTAMP, 1)))
                    .containsExactly("TIMESTAMP 1 b.example first", "TIMESTAMP 1 a.example second");
            assertThat(ledger.attestations().of(Kind.COSIGNATURE, 1)).hasSize(1);
            assertThat(ledger.attestations().of(Kind.COSIGNATURE, 2)).isEmpty();
        }
    }

    @Test
    void the_first_by_a_maker_for_a_checkpoint_stays() {
        try (Ledger ledger = open()) {
            ledger.attestations().keep(token(4, "a.example", "first"));
            ledger.attestations().keep(token(4, "a.example", "another"));
            assertThat(shown(ledger.attestations().of(Kind.TIMESTAMP, 4)))
                    .containsExactly("TIMESTAMP 4 a.example first");
        }
    }

    @Test
    void finds_the_last_by_a_maker_and_the_first_from_a_checkpoint_on() {
        try (Ledger ledger = open()) {
            AttestationStore store = ledger.attestations();
            assertThat(store.last(Kind.TIMESTAMP)).isEmpty();
            assertThat(store.last(Kind.TIMESTAMP, "a.example")).isEmpty();
            assertThat(store.first(Kind.TIMESTAMP, 0)).isEmpty();
            store.keep(token(7, "a.example", "x"));
            store.keep(token(3, "b.example", "x"));
            store.keep(token(5, "b.example", "x"));
            store.keep(new Attestation(Kind.COSIGNATURE, 9, "a.example", new byte[] {1}));
            assertThat(store.last(Kind.TIMESTAMP)).hasValue(7);
            assertThat(store.last(Kind.TIMESTAMP, "b.example")).hasValue(5);
            assertThat(store.last(Kind.TIMESTAMP, "c.example")).isEmpty();
            assertThat(store.last(Kind.COSIGNATURE, "a.example")).hasValue(9);
            assertThat(store.first(Kind.TIMESTAMP, 0)).hasValue(3);
            assertThat(store.first(Kind.TIMESTAMP, 4)).hasValue(5);
            assertThat(store.first(Kind.TIMESTAMP, 8)).isEmpty();
        }
    }

    @Test
    void appends_and_attestations_do_not_disturb_each_other() throws InterruptedException {
        try (Ledger ledger = open()) {
            long before = ledger.size();
            Thread keeper = new Thread(() -> {
                for (int i = 1; i <= 50; i++) {
                    ledger.attestations().keep(token(i, "a.example", "token " + i));
                }
            });
            keeper.start();
            for (int i = 0; i < 50; i++) {
                ledger.append(List.of(Sample.fact("beside-" + i, null, 0)), null);
            }
            keeper.join();
            assertThat(ledger.size()).isEqualTo(before + 50);
            assertThat(ledger.attestations().last(Kind.TIMESTAMP)).hasValue(50);
        }
    }
}
