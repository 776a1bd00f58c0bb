package dalil.benchmarks.ledger;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of the processors others used meanwhile: all that was used, less what this process, those it started and waited for, and the
 * PostgreSQL that it started did. From /proc, so on Linux only; elsewhere NaN.
 */
final class Processors {

    private static final Path PROC = Path.of("/proc");
    private static final double HERTZ = 100;

    private final long postgres;
    private final double busy;
    private final double own;
    private final long at;

    private Processors(long postgres, double busy, double own, long at) {
        this.postgres = postgres;
        this.busy = busy;
        this.own = own;
        this.at = at;
    }

    /** @param postgres process id of the server; 0 if there is none */
    static Processors now(long postgres) {
        try {
            return new Processors(postgres, busy(), own(postgres), System.nanoTime());
        } catch (IOException | RuntimeException notLinux) {
            return new Processors(postgres, Double.NaN, Double.NaN, System.nanoTime());
        }
    }

    /** What others used since, of all processors together, in per cent. */
    double othersSince() {
        Processors now = now(postgres);
        double elapsed = (now.at - at) / 1e9 * Runtime.getRuntime().availableProcessors();
        return Math.max(0, 100 * (now.busy - busy - (now.own - own)) / elapsed);
    }

    private static double busy() throws IOException {
        String[] all = Files.readAllLines(PROC.resolve("stat")).get(0).trim().split(" +");
        // user, nice, system, irq, softirq
        return (number(all[1]) + number(all[2]) + number(all[3]) + number(all[6]) + number(all[7])) / HERTZ;
    }

    private static double own(long postgres) throws IOException {
        double own = used(PROC.resolve("self"), true);
        if (postgres == 0) {
            return own;
        }
        own += used(PROC.resolve(Long.toString(postgres)), true);
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                own += child(process, postgres);
            }
        }
        return own;
    }

    private static double child(Path process, long parent) {
        try {
            return number(fields(process)[1]) == parent ? used(process, false) : 0;
        } catch (IOException endedMeanwhile) {
            return 0;
        }
    }

    private static double used(Path process, boolean withEnded) throws IOException {
        String[] fields = fields(process);
        double used = number(fields[11]) + number(fields[12]);
        return (withEnded ? used + number(fields[13]) + number(fields[14]) : used) / HERTZ;
    }

    /** proc(5), from the state on: the name before it may hold anything. */
    private static String[] fields(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }
}
