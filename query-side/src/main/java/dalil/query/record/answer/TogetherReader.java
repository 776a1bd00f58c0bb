package dalil.query.record.answer;

import dalil.query.record.AbsorbedRecords;
import dalil.query.record.RecordState;
import dalil.query.record.Together;
import dalil.query.record.answer.RecordReader.Found;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes of the facts of a record what they say, together with those of the records that it stands for.
 *
 * @param kind the first part of the streams' names
 * @param blank a state without facts
 */
record TogetherReader<S extends RecordState>(
        String kind, Streams streams, AbsorbedRecords absorbed, Supplier<S> blank) {

    Together<S> read(Found found) {
        S own = state(found.facts());
        return new Together<>(
                own,
                absorbed.of(kind, own.firstIndex(), found.position()).stream()
                        .map(other -> new Together.Absorbed<>(
                                state(streams.stream(kind + "/" + other.id(), found.position() + 1)), other.since()))
                        .toList());
    }

    private S state(List<RecordedFact> facts) {
        S state = blank.get();
        facts.forEach(fact -> state.apply(fact.index(), fact.fact(), fact.meta()));
        return state;
    }
}
