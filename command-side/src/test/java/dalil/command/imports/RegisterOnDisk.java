package dalil.command.imports;

import dalil.command.Actor;
import dalil.command.CommandSide;
import dalil.command.Recorder;
import dalil.command.dataset.Listings;
import dalil.events.FactMapper;
import dalil.events.Facts;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.StoredFact;
import dalil.ledger.axon.FactSerializer;
import dalil.ledger.axon.LedgerEventStorageEngine;
import dalil.ledger.sqlite.LedgerFolder;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A register with a ledger on disk, into which tests import. */
final class RegisterOnDisk implements AutoCloseable {

    private final Ledger ledger;
    private final CommandSide commandSide;

    RegisterOnDisk(Path folder) {
        LedgerWiring wiring = new LedgerWiring(Clock.systemUTC(), new SecureRandom(), failure -> {});
        LedgerCase invented = new LedgerCase(
                UUID.randomUUID(), "An invented case", ZoneId.of("Asia/Bishkek"), List.of("en"), "dalil.invalid/1");
        ledger = LedgerFolder.create(folder, invented, wiring);
        FactSerializer serializer = new FactSerializer(Facts.CATALOGUE);
        LedgerEventStorageEngine engine = LedgerEventStorageEngine.builder()
                .ledger(ledger)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        commandSide = new CommandSide(ledger, engine);
    }

    Ledger ledger() {
        return ledger;
    }

    RowSink sink() {
        return new RecordingSink(
                new Recorder(commandSide, Clock.systemUTC()),
                ledger::exists,
                () -> ledger.size() - 1,
                new Listings(commandSide.events()),
                new Actor("a tester", "documenter", "import"),
                "test");
    }

    ImportRun importing(ImportRequest request, RowSink sink, RejectsFile rejects) {
        return new ImportRun(
                request,
                sink,
                ledger::exists,
                ledger::digest,
                UUID::randomUUID,
                Clock.systemUTC(),
                rejects,
                progress -> {});
    }

    ImportReport run(ImportRequest request, Writer rejected) {
        try (RejectsFile rejects = new RejectsFile(rejected)) {
            return importing(request, sink(), rejects).run();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** How many facts there are of each type. */
    Map<String, Integer> types() {
        Map<String, Integer> types = new TreeMap<>();
        for (long from = 0; from < ledger.size(); from += 1_000) {
            ledger.read(from, 1_000).forEach(fact -> types.merge(fact.type(), 1, Integer::sum));
        }
        return types;
    }

    /** The facts of a stream. */
    List<Object> facts(String stream) {
        FactMapper mapper = new FactMapper(Facts.CATALOGUE);
        List<Object> facts = new ArrayList<>();
        for (StoredFact fact : ledger.stream(stream, 0, Long.MAX_VALUE)) {
            facts.add(mapper.read(fact.type(), fact.revision(), fact.payload(), null));
        }
        return facts;
    }

    @Override
    public void close() {
        commandSide.close();
        ledger.close();
    }
}
