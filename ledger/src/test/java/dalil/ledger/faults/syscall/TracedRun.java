package dalil.ledger.faults.syscall;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link SmallRun} in a process of its own, with strace at it from one phase on. */
record TracedRun(int exit, List<String> said, List<String> log) {

    private static final int KILLED = 128 + 9;

    /**
     * @param inject see {@link Strace#attach}
     * @param alone whether the run ends after the phase
     */
    static TracedRun of(Path folder, Phase phase, String calls, String inject, boolean alone) throws Exception {
        Process run = SmallRun.process(folder, phase, alone).start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = run.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.equals("at " + phase)) {
                said.add(line);
                line = lines.readLine();
            }
            if (line == null) {
                throw new IOException("it ended before " + phase + ": " + said);
            }
            Path log = folder.resolve("strace.log");
            try (Strace strace = Strace.attach(run.pid(), SmallRun.files(folder), calls, inject, log)) {
                try (OutputStream go = run.getOutputStream()) {
                    go.write('\n');
                }
                lines.lines().forEach(said::add);
                if (!run.waitFor(60, TimeUnit.SECONDS)) {
                    throw new IOException("it does not end: " + said);
                }
                return new TracedRun(run.exitValue(), said, strace.log());
            }
        } finally {
            run.destroyForcibly();
        }
    }

    boolean killed() {
        return exit == KILLED;
    }

    boolean injected() {
        return log.stream().anyMatch(line -> line.contains("(INJECTED)"));
    }

    /** Whether anything was made durable after the call that failed. */
    boolean syncedAgain() {
        boolean failed = false;
        for (String line : log) {
            if (failed && (line.contains("fsync(") || line.contains("fdatasync("))) {
                return true;
            }
            failed |= line.contains("(INJECTED)");
        }
        return false;
    }

    List<Strace.Call> calls() {
        return Strace.calls(log);
    }
}
