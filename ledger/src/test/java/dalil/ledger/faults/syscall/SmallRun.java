package dalil.ledger.faults.syscall;

import dalil.ledger.Appended;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerWiring;
import dalil.ledger.NewFact;
import dalil.ledger.RequestInProgress;
import dalil.ledger.Sample;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.checkpoint.Register;
import dalil.ledger.fault.KeyUnavailable;
import dalil.ledger.fault.LedgerUnavailable;
import dalil.ledger.fault.LedgerUnavailable.Reason;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.Passphrase;
import dalil.ledger.key.QuickPassphrase;
import dalil.ledger.sqlite.LedgerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Opens, appends, signs and closes, and says at once what it was told. Waits for a line on its input before the phase that is looked
 * at. Ends as the server does when its ledger fails.
 */
public final class SmallRun {

    /** The exit code when the ledger failed. */
    static final int FAILED = 3;

    /** The exit code when there is no key to sign with. */
    static final int NO_KEY = 4;

    /** Above what the log may hold before it is moved into the file. */
    private static final int LONG = 5 << 20;

    private static final int TRIES = 3;

    private final Path folder;
    private final Phase looked;
    private final boolean alone;

    private SmallRun(Path folder, Phase looked, boolean alone) {
        this.folder = folder;
        this.looked = looked;
        this.alone = alone;
    }

    /** One in a process of its own, in a folder that is laid out for it. */
    static ProcessBuilder process(Path folder, Phase phase, boolean alone) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Dorg.sqlite.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                SmallRun.class.getName(),
                folder.toString(),
                phase.name()));
        if (alone) {
            command.add("alone");
        }
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr").toFile());
    }

    /** Folder, {@link Phase}, and {@code alone} to end after that phase. */
    public static void main(String[] arguments) throws IOException {
        new SmallRun(Path.of(arguments[0]), Phase.valueOf(arguments[1]), arguments.length > 2).run();
    }

    private void run() throws IOException {
        Path data = folder.resolve("data");
        // before anything is looked at: what a key folder does is tried elsewhere, and opening one takes long
        KeyFolder keys = looked == Phase.SIGN
                ? KeyFolder.open(folder.resolve("keys"), Sample.CASE.origin(), Register.PASSPHRASE)
                : null;
        if (looked == Phase.KEY) {
            keys = firstKey();
        }
        if (begins(looked)) {
            begin(Phase.CREATE);
            Ledger made = LedgerFolder.create(data, Sample.CASE, wiring());
            System.out.println("created");
            end(Phase.CREATE);
            made.close();
        }
        begin(Phase.OPEN);
        Ledger ledger = LedgerFolder.open(data, wiring());
        end(Phase.OPEN);
        if (looked == Phase.MOVE) {
            append(ledger, List.of(Sample.fact("long", null, 0, "\"" + "x".repeat(LONG) + "\"", null)), 100);
        }
        begin(Phase.MOVE);
        append(ledger, first(), 1);
        end(Phase.MOVE);
        if (looked != Phase.MOVE) {
            begin(Phase.APPEND);
            append(ledger, second(), 2);
            append(ledger, third(), 3);
            end(Phase.APPEND);
        }
        if (keys != null) {
            sign(ledger, keys);
        }
        begin(Phase.CLOSE);
        ledger.close();
        System.out.println("closed");
    }

    private KeyFolder firstKey() throws IOException {
        begin(Phase.KEY);
        try {
            KeyFolder opened = key(folder);
            System.out.println("key " + opened.verifierKey().format());
            end(Phase.KEY);
            return opened;
        } catch (KeyUnavailable refused) {
            System.out.println("no key: " + refused.getMessage());
            System.exit(NO_KEY);
            throw refused;
        }
    }

    /** As the server does: with the passphrase that lies beside the key, and is made before it. */
    static KeyFolder key(Path folder) {
        Path keys = folder.resolve("keys");
        Passphrase passphrase = Passphrase.of(keys, Map.of(), QuickPassphrase.MAKING);
        if (!KeyFolder.holdsKey(keys)) {
            KeyFolder.make(keys, Sample.CASE.origin(), passphrase, new SecureRandom());
        }
        return KeyFolder.open(keys, Sample.CASE.origin(), passphrase);
    }

    private static LedgerWiring wiring() {
        return new LedgerWiring(Clock.systemUTC(), new SecureRandom(), failure -> {
            System.out.println("failed");
            Runtime.getRuntime().halt(FAILED);
        });
    }

    static List<NewFact> first() {
        return List.of(Sample.fact("first-0", null, 0));
    }

    static List<NewFact> second() {
        return List.of(Sample.fact("second-0", "casualty/run", 0, "{\"n\":1}", "{\"v\":\"1\"}"));
    }

    static List<NewFact> third() {
        List<NewFact> facts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            facts.add(Sample.fact("third-" + i, "casualty/run", i + 1L));
        }
        return facts;
    }

    static RequestInProgress request(int number) {
        return new RequestInProgress(new UUID(7, number), new byte[] {(byte) number});
    }

    private static void append(Ledger ledger, List<NewFact> facts, int request) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                Appended appended = ledger.append(facts, request(request));
                StringBuilder line = new StringBuilder("ack ").append(appended.firstIndex());
                facts.forEach(fact -> line.append(' ').append(fact.id()));
                System.out.println(line.append(" end"));
                return;
            } catch (LedgerUnavailable refused) {
                System.out.println("refused " + refused.reason().code());
                if (refused.reason() == Reason.FAILED) {
                    return;
                }
            }
        }
    }

    private void sign(Ledger ledger, KeyFolder keys) throws IOException {
        begin(Phase.SIGN);
        Checkpointer checkpointer = Checkpointer.start(ledger, keys, Clock.systemUTC());
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            checkpointer.checkpoint();
            System.out.println("signing " + checkpointer.health().state());
            checkpointer
                    .published()
                    .ifPresent(seen -> System.out.println(
                            "published " + Base64.getEncoder().encodeToString(seen.format()) + " end"));
        }
        end(Phase.SIGN);
    }

    private void begin(Phase phase) throws IOException {
        if (phase == looked) {
            System.out.println("at " + phase);
            if (System.in.read() < 0) {
                throw new IOException("nobody looks");
            }
        }
    }

    private void end(Phase phase) {
        if (phase == looked && alone) {
            Runtime.getRuntime().halt(0);
        }
    }

    /** Whether a key folder has to be there before it. */
    static boolean signs(Phase phase) {
        return phase == Phase.SIGN;
    }

    /** Whether nothing may be there before it. */
    static boolean begins(Phase phase) {
        return phase == Phase.KEY || phase == Phase.CREATE;
    }

    /** What can be touched, for the path filter of a tracer. */
    static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("data", "data.new", "keys")) {
            files.add(folder.resolve(name));
        }
        for (String made : List.of("data", "data.new")) {
            for (String file : List.of("ledger.sqlite", "ledger.sqlite.new")) {
                for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
                    files.add(folder.resolve(made).resolve(file + suffix));
                }
            }
            files.add(folder.resolve(made).resolve("ledger.lock"));
        }
        for (String file : List.of("last-signed", "log.key", "passphrase")) {
            files.add(folder.resolve("keys").resolve(file));
            files.add(folder.resolve("keys").resolve(file + ".new"));
        }
        files.add(folder.resolve("keys").resolve("keys.lock"));
        return files;
    }

    /** Whether anything is left of a ledger's making. */
    static boolean made(Path folder) {
        return Files.isDirectory(folder.resolve("data"));
    }
}
