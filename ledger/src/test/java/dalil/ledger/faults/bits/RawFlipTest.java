package dalil.ledger.faults.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.Sample;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.sqlite.LedgerFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flips single bits of the files as they lie on the disk. The audit may call a register intact only where the bit carries nothing: a
 * count of changes or the version of SQLite in the file's header, or a place in a page that belongs to no row, which is proved by
 * reading every row and every index.
 */
class RawFlipTest {

    private static final boolean THOROUGH = Boolean.getBoolean("dalil.thorough");
    private static final int HEADER_FLIPS = THOROUGH ? 200 : 25;
    private static final int FILE_FLIPS = THOROUGH ? 300 : 40;
    private static final int LOG_FLIPS = THOROUGH ? 150 : 15;
    private static final int HEADER = 100;
    private static final int PAGE = 4096;
    private static final int FRAME = PAGE + 24;

    private final long seed = Long.getLong("dalil.seed", System.nanoTime());
    private final Random random = new Random(seed);

    RawFlipTest() {
        System.out.println("seed " + seed);
    }

    private static boolean countsOnly(long at) {
        return at >= 24 && at < 28 || at >= 40 && at < 44 || at >= 92 && at < HEADER;
    }

    @Test
    void a_bit_of_the_file_is_found_or_carries_nothing(@TempDir Path folder) throws Exception {
        Filled filled = Filled.closed(folder, seed);
        String content = Content.of(filled.file());
        long length = Files.size(filled.file());
        int silent = 0;
        for (int i = 0; i < HEADER_FLIPS + FILE_FLIPS; i++) {
            long at = random.nextLong(i < HEADER_FLIPS ? HEADER : length);
            int bit = random.nextInt(8);
            flip(filled.file(), at, bit);
            if (filled.audit().outcome() == Outcome.INTACT) {
                silent++;
                String where = "seed " + seed + ", byte " + at + ", bit " + bit;
                assertThat(at >= HEADER || countsOnly(at)).as(where).isTrue();
                assertThat(Content.of(filled.file())).as(where).isEqualTo(content);
            }
            flip(filled.file(), at, bit);
        }
        assertThat(filled.audit().outcome()).isEqualTo(Outcome.INTACT);
        assertThat(silent).as("seed " + seed).isLessThan((HEADER_FLIPS + FILE_FLIPS) / 2);
    }

    /** Without the log's own check SQLite would drop everything behind the bit and the rest would look whole. */
    @Test
    void no_bit_of_a_log_that_is_not_moved_into_the_file_yet_is_passed_over(@TempDir Path folder) throws Exception {
        Filled filled = Filled.killed(folder, seed);
        assertThat(filled.audit().outcome()).isEqualTo(Outcome.INTACT);
        TreeMap<String, Integer> said = new TreeMap<>();
        for (int i = 0; i < LOG_FLIPS; i++) {
            long at = place(i, Files.size(filled.log()));
            int bit = random.nextInt(8);
            flip(filled.log(), at, bit);
            AuditReport report = filled.audit();
            assertThat(report.outcome())
                    .as("seed " + seed + ", byte " + at + " of the log, bit " + bit)
                    .isNotEqualTo(Outcome.INTACT);
            said.merge(report.outcome().name(), 1, Integer::sum);
            flip(filled.log(), at, bit);
            Files.deleteIfExists(filled.memory());
        }
        System.out.println(said);
        assertThat(filled.audit().outcome()).isEqualTo(Outcome.INTACT);
        assertThat(filled.audit().head()).isNotNull().matches(head -> head.size() == Filled.FACTS + 1);
    }

    /** All over it, and often in its last transaction, where a crash may have done the same. */
    private long place(int i, long length) {
        return i < 32 && THOROUGH ? i : i % 3 == 0 ? length - 1 - random.nextInt(8 * FRAME) : random.nextLong(length);
    }

    @Test
    void a_log_that_lost_more_than_a_crash_can_tear_is_not_opened_and_keeps_what_it_has(@TempDir Path folder)
            throws Exception {
        Filled filled = Filled.killed(folder, seed);
        long middle = Files.size(filled.log()) / 2;
        flip(filled.log(), middle, 3);
        assertThatThrownBy(() -> LedgerFolder.open(filled.data(), Sample.wiring()))
                .isInstanceOf(IntegrityFault.class)
                .hasMessageContaining("ledger.sqlite-wal is damaged");
        flip(filled.log(), middle, 3);
        try (var ledger = LedgerFolder.open(filled.data(), Sample.wiring())) {
            assertThat(ledger.size()).isEqualTo(Filled.FACTS + 1);
        }
    }

    @Test
    void a_last_transaction_that_a_crash_may_have_torn_is_left_behind_and_then_nobody_has_to_wonder(
            @TempDir Path folder) throws Exception {
        Filled filled = Filled.killed(folder, seed);
        flip(filled.log(), Files.size(filled.log()) - 1, 0);
        AuditReport torn = filled.audit();
        assertThat(torn.outcome()).isEqualTo(Outcome.COULD_NOT_TELL);
        assertThat(torn.reason()).startsWith("the last transaction in the log is torn");
        assertThat(filled.audit().outcome())
                .as("asked again, when the index of the log was made by who asked first")
                .isEqualTo(Outcome.COULD_NOT_TELL);
        try (var ledger = LedgerFolder.open(filled.data(), Sample.wiring())) {
            assertThat(ledger.size()).isEqualTo(Filled.FACTS);
            assertThat(filled.audit().outcome()).as("beside the server").isEqualTo(Outcome.INTACT);
        }
        assertThat(filled.audit().outcome()).isEqualTo(Outcome.INTACT);
    }

    @Test
    void where_the_killed_process_left_its_index_of_the_log_the_last_transaction_is_known_to_have_been_whole(
            @TempDir Path folder) throws Exception {
        Filled filled = Filled.killed(folder, seed);
        flip(filled.log(), Files.size(filled.log()) - 1, 0);
        filled.leaveMemory();
        assertThat(filled.audit().findings())
                .anyMatch(finding ->
                        finding.kind() == Kind.MISSING && finding.index().orElse(-1) == Filled.FACTS);
        filled.leaveMemory();
        assertThatThrownBy(() -> LedgerFolder.open(filled.data(), Sample.wiring()))
                .isInstanceOf(IntegrityFault.class);
    }

    @Test
    void the_index_of_the_log_is_made_anew_and_carries_nothing(@TempDir Path folder) throws Exception {
        Filled filled = Filled.killed(folder, seed);
        List<byte[]> contents = new ArrayList<>(List.of(new byte[32_768], new byte[7]));
        byte[] garbage = new byte[65_536];
        random.nextBytes(garbage);
        contents.add(garbage);
        for (byte[] content : contents) {
            Files.write(filled.memory(), content);
            assertThat(filled.audit().outcome()).as("seed " + seed).isEqualTo(Outcome.INTACT);
            assertThat(filled.audit().head()).isNotNull().matches(head -> head.size() == Filled.FACTS + 1);
        }
    }

    private static void flip(Path file, long at, int bit) throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(at);
            int octet = raw.read();
            raw.seek(at);
            raw.write(octet ^ 1 << bit);
        }
    }
}
