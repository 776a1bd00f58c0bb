package dalil.ledger.faults.syscall;

import dalil.ledger.faults.syscall.Writes.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk that keeps what was synced, and of everything later, file by file, whatever it likes: each write whole, not at all, or some of
 * its sectors, in any order.
 */
final class LosingDisk {

    private static final int SECTOR = 512;

    private final Path folder;
    private final Map<Path, Kept> files = new TreeMap<>();

    private static final class Kept {
        private byte[] synced;
        private final List<Step> since = new ArrayList<>();

        Kept(byte[] synced) {
            this.synced = synced;
        }
    }

    private LosingDisk(Path folder) {
        this.folder = folder;
    }

    /** Holding what these files hold now. */
    static LosingDisk holding(Path folder, List<Path> files) throws IOException {
        LosingDisk disk = new LosingDisk(folder);
        for (Path file : files) {
            disk.files.put(file, new Kept(Files.readAllBytes(file)));
        }
        return disk;
    }

    void add(Step step) {
        if (step instanceof Step.Sync sync) {
            Kept kept = files.get(sync.file());
            if (kept != null) {
                kept.synced = whole(kept);
                kept.since.clear();
            }
        } else {
            files.computeIfAbsent(file(step), any -> new Kept(new byte[0]))
                    .since
                    .add(step);
        }
    }

    private static Path file(Step step) {
        if (step instanceof Step.Write write) {
            return write.file();
        }
        return step instanceof Step.Cut cut ? cut.file() : ((Step.Delete) step).file();
    }

    /** How many writes may be lost. */
    int unsynced() {
        return files.values().stream().mapToInt(kept -> kept.since.size()).sum();
    }

    /** What a loss of power might leave. */
    void leave(Path image, Random random) throws IOException {
        for (Map.Entry<Path, Kept> file : files.entrySet()) {
            byte[] content = file.getValue().synced;
            boolean there = true;
            for (Step step : file.getValue().since) {
                int luck = random.nextInt(3);
                if (luck == 0) {
                    continue;
                }
                if (step instanceof Step.Delete) {
                    there = false;
                } else {
                    there = true;
                    content = after(content, step, luck == 1 ? random : null);
                }
            }
            Path to = image.resolve(folder.relativize(file.getKey()));
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            if (there) {
                Files.write(to, content);
            }
        }
    }

    private static byte[] whole(Kept kept) {
        byte[] content = kept.synced;
        for (Step step : kept.since) {
            content = step instanceof Step.Delete ? new byte[0] : after(content, step, null);
        }
        return content;
    }

    /** @param torn if not null, picks the sectors that are written */
    private static byte[] after(byte[] content, Step step, @Nullable Random torn) {
        if (step instanceof Step.Cut cut) {
            return Arrays.copyOf(content, (int) cut.length());
        }
        Step.Write write = (Step.Write) step;
        int at = (int) write.at();
        byte[] bytes = write.bytes();
        byte[] longer = Arrays.copyOf(content, Math.max(content.length, at + bytes.length));
        int from = 0;
        while (from < bytes.length) {
            // sectors of the disk, not of the write
            int to = Math.min(bytes.length, ((at + from) / SECTOR + 1) * SECTOR - at);
            if (torn == null || torn.nextBoolean()) {
                System.arraycopy(bytes, from, longer, at + from, to - from);
            }
            from = to;
        }
        return longer;
    }
}
