package dalil.query.facts;

import dalil.events.source.SourceFact;
import dalil.query.facts.FactSource.SourcedFact;
import dalil.query.unit.SourceNumbers;
import dalil.query.unit.Words;
import java.util.List;
import java.util.Map;

/** What sort of source each is, and its number; they never change. The ones asked for last are remembered. */
final class SourceTypes {

    /** So many are some megabytes; a source that is not remembered is read from the ledger for every fact that names it. */
    private static final int MOST = 20_000;

    private final FactSource source;
    private final Map<String, Known> types;

    private record Known(String type, long number) {}

    SourceTypes(FactSource source) {
        this.source = source;
        this.types = Recent.most(MOST);
    }

    /** The number of the word for a source's type; a source that is not on record has none. */
    int of(String id, Words words) {
        return words.number(known(id).type());
    }

    /** The ledger index of a source's first fact; {@link SourceNumbers#NONE} of one that is not on record. */
    long number(String id) {
        return known(id).number();
    }

    /** Both, as rows ask for them. */
    SourceNumbers with(Words words) {
        return new SourceNumbers() {
            @Override
            public int applyAsInt(String source) {
                return of(source, words);
            }

            @Override
            public long number(String source) {
                return SourceTypes.this.number(source);
            }
        };
    }

    private Known known(String id) {
        Known known = types.get(id);
        if (known == null) {
            known = read(id);
            types.put(id, known);
        }
        return known;
    }

    /** Passing by on the way. */
    void know(SourceFact.Registered registered, long index) {
        types.put(registered.id(), new Known(registered.type(), index));
    }

    private Known read(String id) {
        List<SourcedFact> facts = source.stream("source/" + id, Long.MAX_VALUE);
        return !facts.isEmpty() && facts.get(0).fact() instanceof SourceFact.Registered registered
                ? new Known(registered.type(), facts.get(0).index())
                : new Known(Words.NOT_STATED, SourceNumbers.NONE);
    }
}
