package dalil.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file system in memory of a few megabytes, which only root may make. */
final class SmallDisk implements AutoCloseable {

    private static final int STEP = 4096;

    final Path root;

    private SmallDisk(Path root) {
        this.root = root;
    }

    /** Prints and skips the test where none can be made. */
    static SmallDisk of(Path root, int kibibytes) throws IOException, InterruptedException {
        Files.createDirectories(root);
        String refused = run("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "dalil-test", root.toString());
        if (!refused.isEmpty()) {
            System.out.println("skipped: no small disk can be mounted here: " + refused);
        }
        assumeTrue(refused.isEmpty(), refused);
        return new SmallDisk(root);
    }

    /** What it says if it fails. */
    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : "failed: " + said.strip();
    }

    /** Takes all space but so many pages of 4 KiB. */
    void leave(int pages) throws IOException {
        free();
        long take = root.toFile().getUsableSpace() / STEP - pages;
        try (OutputStream ballast = Files.newOutputStream(ballast(), StandardOpenOption.CREATE)) {
            for (long i = 0; i < take; i++) {
                ballast.write(new byte[STEP]);
            }
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return root.resolve("ballast");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", root.toString());
    }
}
