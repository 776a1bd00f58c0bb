package dalil.ledger.faults.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.faults.syscall.Strace.Call;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two reads in a row fail while the ledger is opened, appended to, or read back for signing: nothing is sequenced on a half-read state. */
class TransientReadTest {

    private static final boolean THOROUGH = Boolean.getBoolean("dalil.thorough");
    private static final String READS = "pread64,read";
    private static final int SOME = 2;
    private static final int MOST = 15;

    @Test
    void two_failed_reads_end_in_a_refusal_or_in_nothing_and_the_next_start_has_everything(@TempDir Path folder)
            throws Exception {
        Strace.assumeAvailable();
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Template template = Template.in(folder);
        Runs runs = new Runs(template, folder, seed);
        List<Phase> phases = List.of(Phase.OPEN, random.nextBoolean() ? Phase.APPEND : Phase.SIGN);
        for (Phase phase : THOROUGH ? List.of(Phase.OPEN, Phase.APPEND, Phase.SIGN) : phases) {
            List<Call> reads = new ArrayList<>(template.calls(folder, phase, READS));
            System.out.println(phase + ": " + reads.size() + " reads");
            Collections.shuffle(reads, random);
            for (Call read : reads.subList(0, Math.min(reads.size(), THOROUGH ? MOST : SOME))) {
                String twice = read.name() + ":error=EIO:when=" + read.number() + ".." + (read.number() + 1);
                runs.add(phase + ", " + twice, phase, READS, twice, run -> happened(run, phase));
            }
        }
        runs.allRight();
    }

    private static void happened(TracedRun run, Phase phase) {
        assertThat(run.injected()).isTrue();
        boolean ended = run.exit() != 0;
        if (phase == Phase.OPEN && ended) {
            assertThat(run.said()).noneMatch(line -> line.startsWith("ack "));
        }
        if (phase == Phase.APPEND && ended) {
            assertThat(run.exit()).isEqualTo(SmallRun.FAILED);
        }
        if (!ended) {
            assertThat(run.said()).contains("closed");
        }
    }
}
