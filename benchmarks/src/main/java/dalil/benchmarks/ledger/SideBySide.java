package dalil.benchmarks.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rounds of one trial: on each store in turn, so that what changes on the machine meanwhile changes for both; or on ours alone. */
final class SideBySide {

    static final int ROUNDS = 3;

    private final List<Outcome> ours = new ArrayList<>();
    private final List<Outcome> peers = new ArrayList<>();

    /** A trial on a store. */
    interface On {
        Outcome run(Store store) throws IOException;
    }

    static SideBySide both(On trial) throws IOException {
        SideBySide both = new SideBySide();
        for (int round = 0; round < ROUNDS; round++) {
            both.ours.add(trial.run(Store.DALIL));
            both.peers.add(trial.run(Store.POSTGRES));
        }
        return both;
    }

    static SideBySide alone(On trial) throws IOException {
        SideBySide alone = new SideBySide();
        for (int round = 0; round < ROUNDS; round++) {
            alone.ours.add(trial.run(Store.DALIL));
        }
        return alone;
    }

    Line line(String what, String figure, Goal goal) {
        double others = 0;
        for (List<Outcome> side : List.of(ours, peers)) {
            for (Outcome outcome : side) {
                others = Math.max(others, outcome.others());
            }
        }
        return new Line(what, rounds(ours, figure), peers.isEmpty() ? null : rounds(peers, figure), goal, others);
    }

    private static Rounds rounds(List<Outcome> side, String figure) {
        Rounds rounds = new Rounds();
        side.forEach(outcome -> rounds.add(outcome.figure(figure)));
        return rounds;
    }
}
