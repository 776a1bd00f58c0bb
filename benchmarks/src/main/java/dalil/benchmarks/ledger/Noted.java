package dalil.benchmarks.ledger;

import dalil.events.Fact;
import dalil.events.FactCatalogue;
import dalil.events.FactType;
import java.util.List;

/** What every store is asked to keep. */
record Noted(String note) implements Fact {

    static final FactCatalogue CATALOGUE = FactCatalogue.of(List.of(new FactType(Noted.class, "benchmark.noted", "1")));

    /** How much of the JSON is not the note. */
    static final int FRAME = "{\"note\":\"\"}".length();
}
