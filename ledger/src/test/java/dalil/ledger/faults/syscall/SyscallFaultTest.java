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

/**
 * Every call of a small run that opens a file or changes the disk: once it fails with EIO, once with ENOSPC, once the process is killed
 * there. Some by a seed; with {@code -Pthorough} all, save that one of the two errors, and of many writes alike in one phase some, stand
 * for the rest; with {@code -Ddalil.every=true} really all.
 */
class SyscallFaultTest {

    private static final boolean EVERY = Boolean.getBoolean("dalil.every");
    private static final boolean THOROUGH = EVERY || Boolean.getBoolean("dalil.thorough");
    private static final int SOME = 5;

    /** How many of the writes of one phase. */
    private static final int WRITES = 10;

    private enum Kind {
        EIO,
        ENOSPC,
        KILL
    }

    private record Fault(Phase phase, Call call, Kind kind) {

        String inject() {
            String what = kind == Kind.KILL ? "signal=KILL" : "error=" + kind;
            return call.name() + ":" + what + ":when=" + call.number();
        }

        @Override
        public String toString() {
            return phase + ", " + inject() + ": " + call.rest();
        }
    }

    @Test
    void whichever_call_fails_or_is_the_last_one_the_ledger_is_whole_and_nothing_acknowledged_is_gone(
            @TempDir Path folder) throws Exception {
        Strace.assumeAvailable();
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Template template = Template.in(folder);
        List<Fault> faults = faults(template, folder, new Random(seed));
        Runs runs = new Runs(template, folder, seed);
        for (Fault fault : faults) {
            runs.add(fault.toString(), fault.phase(), fault.call().name(), fault.inject(), run -> happened(run, fault));
        }
        runs.allRight();
    }

    private static List<Fault> faults(Template template, Path folder, Random random) throws Exception {
        List<Fault> all = new ArrayList<>();
        for (Phase phase : THOROUGH ? List.of(Phase.values()) : somePhases(random)) {
            List<Call> calls = template.calls(folder, phase, Strace.CHANGING);
            List<Call> writes =
                    new ArrayList<>(calls.stream().filter(Call::isWrite).toList());
            System.out.println(phase + ": " + calls.size() + " calls, " + writes.size() + " of them writes");
            if (!EVERY && writes.size() > WRITES) {
                Collections.shuffle(writes, random);
                calls.removeAll(writes.subList(WRITES, writes.size()));
            }
            for (Call call : calls) {
                for (Kind kind : kinds(random)) {
                    all.add(new Fault(phase, call, kind));
                }
            }
        }
        return THOROUGH ? all : some(all, random);
    }

    /** Each call is the last one, and fails; in which of the two ways the seed says where all of them are tried. */
    private static List<Kind> kinds(Random random) {
        return THOROUGH && !EVERY
                ? List.of(Kind.KILL, random.nextBoolean() ? Kind.EIO : Kind.ENOSPC)
                : List.of(Kind.values());
    }

    private static List<Phase> somePhases(Random random) {
        List<Phase> others = List.of(Phase.OPEN, Phase.MOVE, Phase.KEY, Phase.SIGN, Phase.CLOSE);
        return List.of(Phase.CREATE, Phase.APPEND, others.get(random.nextInt(others.size())));
    }

    /** By the seed, and always one of each that matters most. */
    private static List<Fault> some(List<Fault> all, Random random) {
        Collections.shuffle(all, random);
        List<Fault> some = new ArrayList<>(all.subList(0, SOME));
        some.add(first(all, Phase.CREATE, "rename", Kind.KILL));
        some.add(first(all, Phase.APPEND, "fsync", Kind.EIO));
        some.add(first(all, Phase.APPEND, "pwrite64", Kind.ENOSPC));
        return some;
    }

    private static Fault first(List<Fault> all, Phase phase, String call, Kind kind) {
        return all.stream()
                .filter(one -> one.phase() == phase && one.call().name().equals(call) && one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static void happened(TracedRun run, Fault fault) {
        if (fault.kind() == Kind.KILL) {
            assertThat(run.killed()).isTrue();
            return;
        }
        assertThat(run.injected()).isTrue();
        if (fault.phase() == Phase.KEY) {
            withoutKey(run, fault);
        }
        boolean appending = fault.phase() == Phase.APPEND || fault.phase() == Phase.MOVE;
        if (appending && (fault.call().makesDurable() || fault.kind() == Kind.EIO)) {
            assertThat(run.exit()).isEqualTo(SmallRun.FAILED);
            assertThat(run.said()).contains("failed");
        } else if (appending && fault.call().isWrite()) {
            assertThat(run.said())
                    .contains("refused ledger-full", "closed")
                    .doesNotContain("failed")
                    .filteredOn(line -> line.startsWith("ack "))
                    .hasSize(fault.phase() == Phase.MOVE ? 2 : 3);
        }
        if (appending && fault.call().makesDurable()) {
            assertThat(run.syncedAgain()).isFalse();
        }
    }

    /** What was not made durable is not signed with; a folder that could not be made at first is tried again by the JDK. */
    private static void withoutKey(TracedRun run, Fault fault) {
        if (fault.call().name().startsWith("mkdir") && run.exit() == 0) {
            return;
        }
        assertThat(run.exit()).isEqualTo(SmallRun.NO_KEY);
        assertThat(run.said()).hasSize(1).allMatch(line -> line.startsWith("no key: key folder "));
        assertThat(run.syncedAgain()).isFalse();
    }
}
