package dalil.ledger.audit.sqlite;

import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The first 100 bytes of the file (sqlite.org/fileformat2.html, section 1.3): some of them SQLite does not look at, or only when it
 * writes. What is left out here counts changes or names SQLite's version, and says nothing of what is stored.
 */
final class HeaderCheck {

    private static final int LENGTH = 100;

    private HeaderCheck() {}

    static void of(Path file, Findings findings) throws IOException {
        byte[] header;
        try (InputStream in = Files.newInputStream(file)) {
            header = in.readNBytes(LENGTH);
        }
        // read and written with a log, nothing reserved at the end of a page, the shares of a page
        expect(findings, header, 18, 2, 2, 0, 64, 32, 32);
        // schema format 4, no cache size of its own
        expect(findings, header, 44, 0, 0, 0, 4, 0, 0, 0, 0);
        // not vacuumed by itself, UTF-8
        expect(findings, header, 52, 0, 0, 0, 0, 0, 0, 0, 1);
        expect(findings, header, 64, 0, 0, 0, 0);
        expect(findings, header, 72, new int[20]);
    }

    private static void expect(Findings findings, byte[] header, int from, int... values) {
        for (int i = 0; i < values.length && from + i < header.length; i++) {
            int found = header[from + i] & 0xff;
            if (found != values[i]) {
                findings.ofLedger(
                        Kind.ALTERED_COLUMN, "byte " + (from + i) + " of the file is " + found + ", not " + values[i]);
            }
        }
    }
}
