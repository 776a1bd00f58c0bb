package dalil.ledger.faults.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.checkpoint.Register;
import dalil.ledger.faults.syscall.Strace.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders a run begins with: 300 facts, a checkpoint over 260 of them, and a log that its last process did not move. */
final class Template {

    static final int FACTS = 300;

    private final Path folder;

    private Template(Path folder) {
        this.folder = folder;
    }

    static Template in(Path folder) throws IOException {
        Path live = folder.resolve("live");
        Files.createDirectories(live);
        Path kept = folder.resolve("template");
        try (Register register = Register.in(live)) {
            register.append(260);
            register.checkpointer.checkpoint();
            register.append(FACTS - 260);
            // as a kill would leave them
            Register.copy(live.resolve("data"), kept.resolve("data"));
            Files.delete(kept.resolve("data").resolve("ledger.sqlite-shm"));
            Register.copy(live.resolve("keys"), kept.resolve("keys"));
        }
        return new Template(kept);
    }

    /** Makes what a run of this phase begins with. */
    void layOut(Path run, Phase phase) throws IOException {
        Files.createDirectories(run);
        if (!SmallRun.begins(phase)) {
            copy(run, "data");
        }
        if (SmallRun.signs(phase)) {
            copy(run, "keys");
            Files.writeString(run.resolve("keys").resolve("passphrase"), Register.PASSPHRASE.text() + "\n");
        }
    }

    /** The calls of a phase, all from one thread, so that a number names one. */
    List<Call> calls(Path folder, Phase phase, String names) throws Exception {
        Path run = folder.resolve("calls-" + phase);
        layOut(run, phase);
        List<Call> calls = TracedRun.of(run, phase, names, "", true).calls();
        assertThat(calls).isNotEmpty();
        assertThat(calls)
                .as("of one thread")
                .extracting(Call::thread)
                .containsOnly(calls.get(0).thread());
        return calls;
    }

    private void copy(Path run, String name) throws IOException {
        Files.createDirectories(run.resolve(name));
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, run.resolve(name).resolve(file.getFileName().toString()));
            }
        }
    }
}
