package dalil.ledger.faults.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowDiskTest {

    @Test
    void a_disk_that_takes_a_third_of_a_second_for_each_sync_makes_everything_late_and_nothing_wrong(
            @TempDir Path folder) throws Exception {
        Strace.assumeAvailable();
        Template template = Template.in(folder);
        Path own = folder.resolve("run");
        template.layOut(own, Phase.SIGN);
        TracedRun run = TracedRun.of(own, Phase.SIGN, "fsync", "fsync:delay_enter=330000", false);
        assertThat(run.calls()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(run.exit()).isZero();
        assertThat(run.said())
                .contains("signing SIGNING", "closed")
                .filteredOn(line -> line.startsWith("ack "))
                .hasSize(3);
        WholeAfter.check(own, run.said(), new Random(1), "slow disk");
    }
}
