package dalil.command.imports.reading;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text in which no row may be longer than {@link RowReader#MAX_ROW}, so that a quote never closed does not fill the memory. */
final class BoundedText extends FilterReader {

    private long sinceRow;

    BoundedText(Reader in) {
        super(in);
    }

    void startRow() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        sinceRow += Math.max(count, 0);
        if (sinceRow > RowReader.MAX_ROW + length) {
            throw new MalformedInput("longer than " + RowReader.MAX_ROW
                    + " characters; is a quote opened and never closed, or the delimiter another one?");
        }
        return count;
    }
}
