package dalil.ledger.audit.sqlite;

import dalil.ledger.sqlite.LedgerFolder;
import dalil.ledger.sqlite.WriteAheadLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** Whether SQLite will take all of the log that it should. */
final class LogCheck {

    static final String TORN =
            "the last transaction in the log is torn: a crash before it was acknowledged, or damage after;"
                    + " the next start goes on without it";

    static final String DAMAGED = "the facts from here on that stand in the log behind a damaged place";

    /** Found so often in a row, it is not a writer at work. */
    private static final int TIMES = 4;

    private static final int MOST = 40;
    private static final long PAUSE_MILLIS = 25;

    private LogCheck() {}

    static WriteAheadLog.End of(Path file) throws IOException, InterruptedException {
        WriteAheadLog.Found found = WriteAheadLog.beside(file, false);
        if (found.end() == WriteAheadLog.End.WHOLE) {
            return found.end();
        }
        boolean written = isWritten(file);
        int same = 1;
        for (int looks = 1; looks < MOST && found.end() != WriteAheadLog.End.WHOLE && same < TIMES; looks++) {
            Thread.sleep(PAUSE_MILLIS);
            WriteAheadLog.Found again = WriteAheadLog.beside(file, written);
            same = again.equals(found) ? same + 1 : 1;
            found = again;
        }
        return same < TIMES ? WriteAheadLog.End.WHOLE : found.end();
    }

    private static boolean isWritten(Path file) {
        try {
            return LedgerFolder.isWritten(
                    Objects.requireNonNull(file.toAbsolutePath().getParent()));
        } catch (IOException notOursToLock) {
            return false;
        }
    }
}
