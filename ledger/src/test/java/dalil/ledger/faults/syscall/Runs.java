package dalil.ledger.faults.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs with one fault each, two at a time, each followed by {@link WholeAfter}. */
final class Runs {

    private final Template template;
    private final Path folder;
    private final long seed;
    private final List<Callable<String>> runs = new ArrayList<>();

    Runs(Template template, Path folder, long seed) {
        this.template = template;
        this.folder = folder;
        this.seed = seed;
    }

    /** @param happened throws if the run did not do what such a fault must lead to */
    void add(String fault, Phase phase, String calls, String inject, Consumer<TracedRun> happened) {
        int number = runs.size();
        String where = fault.replace(folder.toString(), "");
        runs.add(() -> run(where, number, phase, calls, inject, happened));
    }

    private String run(
            String where, int number, Phase phase, String calls, String inject, Consumer<TracedRun> happened) {
        Path own = folder.resolve("run-" + number);
        try {
            template.layOut(own, phase);
            TracedRun run = TracedRun.of(own, phase, calls, inject, false);
            try {
                happened.accept(run);
                WholeAfter.check(own, run.said(), new Random(seed + number), where);
                return "";
            } catch (Throwable wrong) {
                return where + ": exit " + run.exit() + ", said " + run.said() + ": " + wrong;
            }
        } catch (Exception broken) {
            return where + ": " + broken;
        }
    }

    void allRight() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<String> wrong = new ArrayList<>();
            for (Future<String> run : threads.invokeAll(runs)) {
                if (!run.get().isEmpty()) {
                    wrong.add(run.get());
                }
            }
            assertThat(wrong).as("of " + runs.size() + " faults, seed " + seed).isEmpty();
            System.out.println(runs.size() + " faults");
        } finally {
            threads.shutdownNow();
        }
    }
}
