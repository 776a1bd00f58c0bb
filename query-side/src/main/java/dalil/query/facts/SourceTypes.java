package dalil.query.facts;

import dalil.events.source.SourceFact;
import dalil.query.facts.FactSource.SourcedFact;
import dalil.query.unit.SourceNumbers;
import dalil.query.unit.SourceRow;
import dalil.query.unit.Words;
import java.util.Map;

/**
 * What sort of source each is, its number, and from whom it has it, at the fact that is looked at. The ones asked for last are remembered.
 */
final class SourceTypes {

    /** So many are some megabytes; a source that is not remembered is read from the ledger for every fact that names it. */
    private static final int MOST = 20_000;

    private final FactSource source;
    private final Map<String, Known> types;
    private long reached;

    /** @param number {@link SourceNumbers#NONE} of a source that is not on record */
    private record Known(String type, long number, String origin) {

        static final Known NOTHING = new Known(Words.NOT_STATED, SourceNumbers.NONE, SourceFact.ORIGIN_UNKNOWN);

        static Known of(SourceFact.Registered registered, long index) {
            return new Known(registered.type(), index, registered.origin());
        }

        Known from(String other) {
            return new Known(type, number, other);
        }
    }

    SourceTypes(FactSource source) {
        this.source = source;
        this.types = Recent.most(MOST);
    }

    /** The fact that is looked at: nothing behind it is known. */
    void reach(long index) {
        reached = index;
    }

    /** The number of the word for a source's type; a source that is not on record has none. */
    int of(String id, Words words) {
        return words.number(known(id).type());
    }

    /** The ledger index of a source's first fact; {@link SourceNumbers#NONE} of one that is not on record. */
    long number(String id) {
        return known(id).number();
    }

    /** The number of the source in which the chain of one ends. */
    long origin(String id) {
        String at = id;
        for (int passed = 0; passed < SourceRow.LONGEST_CHAIN; passed++) {
            Known known = known(at);
            if (known.origin().equals(SourceFact.ORIGIN_SELF) || known.origin().equals(at)) {
                return known.number();
            }
            if (known.origin().equals(SourceFact.ORIGIN_UNKNOWN)) {
                return SourceNumbers.NONE;
            }
            at = known.origin();
        }
        return SourceNumbers.NONE;
    }

    /** Whether an origin is on record, or none that could be. */
    boolean isFollowed(String origin) {
        return origin.equals(SourceFact.ORIGIN_SELF)
                || origin.equals(SourceFact.ORIGIN_UNKNOWN)
                || number(origin) != SourceNumbers.NONE;
    }

    /** All of it, as rows ask for it. */
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

            @Override
            public long origin(String source) {
                return SourceTypes.this.origin(source);
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
        types.put(registered.id(), Known.of(registered, index));
    }

    /** Passing by on the way. */
    void correct(String id, String origin) {
        types.put(id, known(id).from(origin));
    }

    private Known read(String id) {
        Known known = Known.NOTHING;
        for (SourcedFact each : source.stream("source/" + id, reached + 1)) {
            if (each.fact() instanceof SourceFact.Registered registered) {
                known = Known.of(registered, each.index());
            } else if (each.fact() instanceof SourceFact.OriginCorrected corrected) {
                known = known.from(corrected.origin());
            }
        }
        return known;
    }
}
