package dalil.ledger.faults.syscall;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * strace on a running process and on some files only. It counts calls for each thread from the moment it is attached, so a call is
 * named by its phase and its number.
 */
final class Strace implements AutoCloseable {

    /** Calls that open a file, change what a disk holds, or make it hold it. */
    static final String CHANGING =
            "openat,write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,fallocate,rename,renameat,renameat2,"
                    + "unlink,unlinkat,mkdir,mkdirat";

    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((.*)");

    private final Process process;
    private final Path log;

    private Strace(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * A call that was made.
     *
     * @param number counted from 1 among the calls of this name in its thread
     */
    record Call(long thread, String name, int number, String rest) {

        boolean isWrite() {
            return name.contains("write");
        }

        boolean makesDurable() {
            return name.equals("fsync") || name.equals("fdatasync");
        }
    }

    /** Prints and skips where it cannot be used. */
    static void assumeAvailable() {
        Optional<String> unavailable = unavailable();
        unavailable.ifPresent(why -> System.out.println("skipped: " + why));
        assumeTrue(unavailable.isEmpty(), unavailable.orElse(""));
    }

    private static Optional<String> unavailable() {
        try {
            Process sleeping = new ProcessBuilder("sleep", "10").start();
            try (Strace tracer = attach(sleeping.pid(), List.of(), "getppid", "", Files.createTempFile("strace", ""))) {
                Files.delete(tracer.log);
                return Optional.empty();
            } finally {
                sleeping.destroyForcibly();
            }
        } catch (IOException cannot) {
            return Optional.of("no strace here, or it may not trace: " + cannot.getMessage());
        }
    }

    /**
     * @param files what a call has to be about to count
     * @param calls names, between commas
     * @param inject strace's own words, such as {@code fsync:error=EIO:when=1}; empty to look on only
     */
    static Strace attach(long pid, List<Path> files, String calls, String inject, Path log) throws IOException {
        List<String> options = new ArrayList<>(List.of("-s", "0", "-e", "trace=" + calls));
        if (!inject.isEmpty()) {
            options.addAll(List.of("-e", "inject=" + inject));
        }
        return attach(pid, files, options, log);
    }

    /** Looks on only, and writes down every byte that is written, in hexadecimal. */
    static Strace record(long pid, List<Path> files, Path log) throws IOException {
        return attach(pid, files, List.of("-xx", "-s", "65536", "-e", "trace=" + CHANGING), log);
    }

    private static Strace attach(long pid, List<Path> files, List<String> options, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-y", "-o", log.toString(), "-p", "" + pid));
        command.addAll(options);
        for (Path file : files) {
            command.addAll(List.of("-P", file.toString()));
        }
        Process strace = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader says = strace.inputReader(StandardCharsets.UTF_8);
        List<String> said = new ArrayList<>();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            if (line.contains("attached")) {
                drain(says);
                return new Strace(strace, log);
            }
            said.add(line);
        }
        throw new IOException(String.join(" / ", said));
    }

    private static void drain(BufferedReader says) {
        Thread drain = new Thread(
                () -> {
                    try {
                        while (says.readLine() != null) {
                            // what it says besides its log
                        }
                    } catch (IOException closed) {
                        // it ended
                    }
                },
                "strace");
        drain.setDaemon(true);
        drain.start();
    }

    /** What the log says once the process that was looked at has ended. */
    List<String> log() throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IOException("strace does not end");
        }
        return Files.readAllLines(log);
    }

    static List<Call> calls(List<String> log) {
        List<Call> calls = new ArrayList<>();
        for (String line : log) {
            Matcher call = CALL.matcher(line);
            if (call.matches()) {
                long thread = Long.parseLong(call.group(1));
                String name = call.group(2);
                int before = (int) calls.stream()
                        .filter(made -> made.thread() == thread && made.name().equals(name))
                        .count();
                calls.add(new Call(thread, name, before + 1, call.group(3)));
            }
        }
        return calls;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
