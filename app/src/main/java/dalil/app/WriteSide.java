package dalil.app;

import dalil.command.CommandSide;
import dalil.command.Recorder;
import dalil.command.dataset.Listings;
import dalil.events.Facts;
import dalil.ledger.Ledger;
import dalil.ledger.axon.FactSerializer;
import dalil.ledger.axon.LedgerEventStorageEngine;
import java.time.Clock;

/** The write side on an open ledger, for the command line; the server wires the same parts as beans. */
final class WriteSide implements AutoCloseable {

    private final Ledger ledger;
    private final CommandSide commandSide;

    WriteSide(Ledger ledger) {
        this.ledger = ledger;
        this.commandSide = new CommandSide(ledger, engine(ledger));
    }

    /** The ledger as Axon sees it. */
    static LedgerEventStorageEngine engine(Ledger ledger) {
        FactSerializer serializer = new FactSerializer(Facts.CATALOGUE);
        return LedgerEventStorageEngine.builder()
                .ledger(ledger)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    Recorder recorder() {
        return new Recorder(commandSide, Clock.systemUTC());
    }

    Listings listings() {
        return new Listings(commandSide.events());
    }

    @Override
    public void close() {
        commandSide.close();
        ledger.close();
    }
}
