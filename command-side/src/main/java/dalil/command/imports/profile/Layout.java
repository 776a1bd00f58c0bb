package dalil.command.imports.profile;

import java.nio.charset.Charset;
import java.util.List;

/**
 * Where the rows are in a file and how they are written.
 *
 * @param at names that lead to the list of rows; empty if the file itself is the list. JSON only
 * @param delimiter between two cells. CSV only
 * @param quote around a cell; CSV only
 * @param skip how many lines stand before the header or the first row. CSV only
 * @param header names of the columns where the file has no header line; else empty. CSV only
 * @param optional columns that older or newer files of the publisher lack
 */
public record Layout(
        Format format,
        List<String> at,
        Charset charset,
        char delimiter,
        char quote,
        int skip,
        List<String> header,
        List<String> optional) {

    /** The forms of files. */
    public enum Format {
        /** A list of objects somewhere in a JSON document. */
        JSON,
        /** One JSON object a line. */
        JSON_LINES,
        /** Cells with a header (RFC 4180, any delimiter). */
        CSV,
        /** Plain text: each line is a row with the one column {@code line}. */
        LINES
    }
}
