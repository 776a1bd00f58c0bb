package dalil.app;

import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.audit.Holdings;
import dalil.ledger.audit.sqlite.SqliteHoldings;
import dalil.ledger.copy.CopyTarget;
import dalil.ledger.copy.FolderTarget;
import dalil.ledger.fault.LedgerAlreadyHere;
import dalil.ledger.mongo.MongoAddress;
import dalil.ledger.mongo.MongoLedger;
import dalil.ledger.mongo.MongoTarget;
import dalil.ledger.mongo.MongoTimes;
import dalil.ledger.mongo.audit.MongoHoldings;
import dalil.ledger.sqlite.LedgerFolder;
import dalil.ledger.store.SealedCase;
import java.nio.file.Path;

/** Where a ledger lies. */
sealed interface LedgerPlace {

    /** A folder of a register, or the address of a MongoDB database. */
    static LedgerPlace of(String text) {
        return MongoAddress.looksLike(text)
                ? new OnMongo(MongoAddress.parse(text))
                : new InFolder(new DataFolder(Path.of(text)).ledger());
    }

    boolean hasLedger();

    Ledger open(LedgerWiring wiring);

    Ledger create(LedgerCase ledgerCase, LedgerWiring wiring);

    Holdings holdings();

    CopyTarget target(SealedCase sealed);

    /** Keeps writers out, where that can be done from here. */
    AutoCloseable still();

    /** One SQLite file, one process. */
    record InFolder(Path folder) implements LedgerPlace {

        @Override
        public boolean hasLedger() {
            return folder.toFile().isDirectory();
        }

        @Override
        public Ledger open(LedgerWiring wiring) {
            return LedgerFolder.open(folder, wiring);
        }

        @Override
        public Ledger create(LedgerCase ledgerCase, LedgerWiring wiring) {
            return LedgerFolder.create(folder, ledgerCase, wiring);
        }

        @Override
        public Holdings holdings() {
            return SqliteHoldings.in(folder);
        }

        @Override
        public CopyTarget target(SealedCase sealed) {
            return new FolderTarget(folder, sealed);
        }

        @Override
        public AutoCloseable still() {
            return LedgerFolder.keepWritersOut(folder);
        }

        @Override
        public String toString() {
            return folder.toString();
        }
    }

    /** A database, several processes. */
    record OnMongo(MongoAddress address) implements LedgerPlace {

        @Override
        public boolean hasLedger() {
            return MongoLedger.at(address).isThere();
        }

        @Override
        public Ledger open(LedgerWiring wiring) {
            return MongoLedger.at(address).open(wiring);
        }

        /** Of two processes that start at once, one makes it and both open it. */
        @Override
        public Ledger create(LedgerCase ledgerCase, LedgerWiring wiring) {
            try {
                return MongoLedger.at(address).create(ledgerCase, wiring);
            } catch (LedgerAlreadyHere another) {
                if (hasLedger()) {
                    return open(wiring);
                }
                throw another;
            }
        }

        @Override
        public Holdings holdings() {
            return MongoHoldings.open(address, MongoTimes.USUAL);
        }

        @Override
        public CopyTarget target(SealedCase sealed) {
            return new MongoTarget(address, MongoTimes.USUAL, sealed);
        }

        /** Nobody can; the copy notices what was appended meanwhile. */
        @Override
        public AutoCloseable still() {
            return () -> {};
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }
}
