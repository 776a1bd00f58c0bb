package dalil.ledger;

import dalil.ledger.sequence.Sequencer;
import dalil.ledger.store.AttestationStore;
import java.util.List;
import java.util.OptionalLong;

/** The store's attestations, written only while the sequencer does not write. */
record SequencedAttestations(AttestationStore kept, Sequencer sequencer) implements AttestationStore {

    @Override
    public void keep(Attestation attestation) {
        sequencer.between(() -> kept.keep(attestation));
    }

    @Override
    public List<Attestation> of(Kind kind, long checkpoint) {
        return kept.of(kind, checkpoint);
    }

    @Override
    public OptionalLong last(Kind kind, String by) {
        return kept.last(kind, by);
    }

    @Override
    public OptionalLong last(Kind kind) {
        return kept.last(kind);
    }

    @Override
    public OptionalLong first(Kind kind, long from) {
        return kept.first(kind, from);
    }
}
