package dalil.ledger.faults.syscall;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.Ledger;
import dalil.ledger.faults.syscall.Writes.Step;
import dalil.ledger.sqlite.LedgerFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Power is lost: strace writes down every byte of a small run and every sync, and from that the files are put together as a disk might
 * hold them at some moment that keeps its word about syncs and about nothing else. The shared index of the log is memory and is left out.
 */
class LostWritesTest {

    private static final int IMAGES = Boolean.getBoolean("dalil.thorough") ? 80 : 15;

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"OPEN", "MOVE"})
    void what_was_acknowledged_is_there_whichever_unsynced_writes_are_lost_or_torn(Phase from, @TempDir Path folder)
            throws Exception {
        Strace.assumeAvailable();
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path run = folder.resolve("run");
        Template.in(folder).layOut(run, from);
        Path said = run.resolve("said");
        List<Path> files = List.of(
                run.resolve("data").resolve("ledger.sqlite"),
                run.resolve("data").resolve("ledger.sqlite-wal"));
        List<Path> looked = new ArrayList<>(files);
        looked.add(said);

        Process process =
                SmallRun.process(run, from, false).redirectOutput(said.toFile()).start();
        StringBuilder heard = new StringBuilder();
        List<Step> steps;
        LosingDisk disk;
        try {
            await(process, said, "at " + from);
            // it waits, and all that it wrote was synced before it was acknowledged
            disk = LosingDisk.holding(run, files);
            heard.append(Files.readString(said));
            Path log = folder.resolve("strace.log");
            try (Strace strace = Strace.record(process.pid(), looked, log)) {
                process.getOutputStream().write('\n');
                process.getOutputStream().close();
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isZero();
                steps = Writes.of(strace.log());
            }
        } finally {
            process.destroyForcibly();
        }
        List<Integer> moments = moments(steps, random);
        int unsynced = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Write write && write.file().equals(said)) {
                heard.append(new String(write.bytes(), StandardCharsets.UTF_8));
            } else {
                disk.add(steps.get(i));
            }
            unsynced += moments.contains(i) ? disk.unsynced() : 0;
            for (int image = 0; image < Collections.frequency(moments, i); image++) {
                Path left = folder.resolve("left-" + i + "-" + image);
                disk.leave(left, random);
                String where = "seed " + seed + ", from " + from + ", after step " + i + " of " + steps.size();
                whole(left, heard.toString().lines().toList(), random, where);
                deleted(left);
            }
        }
        assertThat(heard.toString()).contains("closed").contains("ack ");
        assertThat(unsynced).as("writes that could be lost").isPositive();
        System.out.println(from + ": " + steps.size() + " steps, " + IMAGES + " images");
    }

    /** After which steps power is lost. */
    private static List<Integer> moments(List<Step> steps, Random random) {
        List<Integer> moments = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            moments.add(random.nextInt(steps.size()));
        }
        return moments;
    }

    private static void whole(Path left, List<String> heard, Random random, String where) {
        try {
            WholeAfter.check(left, heard, random, where);
            try (Ledger ledger = LedgerFolder.openReadOnly(left.resolve("data"))) {
                assertThat(ledger.size()).as(where).isGreaterThanOrEqualTo(Template.FACTS);
            }
        } catch (RuntimeException refused) {
            throw new AssertionError(where + ", heard " + heard, refused);
        }
    }

    private static void await(Process process, Path said, String line) throws Exception {
        while (!Files.readString(said).contains(line)) {
            assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
            Thread.sleep(20);
        }
    }

    private static void deleted(Path image) throws IOException {
        try (var all = Files.walk(image)) {
            for (Path one : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(one);
            }
        }
    }
}
