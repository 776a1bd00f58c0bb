package dalil.command.imports.reading;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.zip.ZipException;

/** Says where a file cannot be read on, without repeating what stands there. */
final class RowPlace {

    private RowPlace() {}

    /** @param form what the rest of it should have been */
    static MalformedInput malformed(IOException cause, long row, long line, Charset charset, String form) {
        String place = "row " + row + (line > 0 ? " (line " + line + ")" : "") + ": ";
        if (cause instanceof MalformedInput known) {
            return new MalformedInput(place + known.getMessage());
        }
        if (cause instanceof CharacterCodingException) {
            return new MalformedInput(place + "bytes that are not "
                    + charset.name().toLowerCase(Locale.ROOT) + "; the profile declares it in records.charset");
        }
        if (cause instanceof ZipException || cause instanceof EOFException) {
            return new MalformedInput(place + "the gzip file is damaged or cut off");
        }
        return new MalformedInput(place + "not well-formed " + form);
    }
}
