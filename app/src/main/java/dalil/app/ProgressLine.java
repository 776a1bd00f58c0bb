package dalil.app;

import dalil.command.imports.Progress;
import java.io.OutputStream;
import java.io.PrintStream;

/** How far an import is: a bar on a terminal, now and then a line in a pipe. */
final class ProgressLine implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final long BAR_NANOS = 100_000_000L;
    private static final long LINE_NANOS = 5_000_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private long last;
    private boolean open;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** For what nobody waits for. */
    static ProgressLine silent() {
        return new ProgressLine(new PrintStream(OutputStream.nullOutputStream()), false);
    }

    synchronized void show(Progress progress) {
        long now = System.nanoTime();
        if (last != 0 && now - last < (terminal ? BAR_NANOS : LINE_NANOS)) {
            return;
        }
        last = now;
        double part = progress.totalBytes() == 0 ? 0 : Math.min(1, (double) progress.bytes() / progress.totalBytes());
        String text = "%3d %%  %d rows".formatted((int) (100 * part), progress.rows());
        if (terminal) {
            int full = (int) (WIDTH * part);
            out.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + text);
            out.flush();
            open = true;
        } else {
            out.println(text);
        }
    }

    @Override
    public synchronized void close() {
        if (open) {
            out.println();
            open = false;
        }
    }
}
