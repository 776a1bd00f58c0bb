package dalil.benchmarks.ledger;

import java.util.Map;

/**
 * What a trial found.
 *
 * @param figures by name
 * @param others what other processes used of the processors meanwhile, in per cent
 */
record Outcome(Map<String, Double> figures, double others) {

    double figure(String name) {
        Double figure = figures.get(name);
        if (figure == null) {
            throw new IllegalArgumentException("no figure " + name + " among " + figures.keySet());
        }
        return figure;
    }
}
