package dalil.command.imports.mapping;

import dalil.command.imports.row.ImportedRow;
import dalil.command.imports.row.Reject;
import java.util.List;

/** What a row came to. */
public sealed interface Mapped {

    record Row(ImportedRow row) implements Mapped {}

    /**
     * The profile's condition leaves it out.
     *
     * @param key what names the row; empty where that is not known
     */
    record Skipped(String key) implements Mapped {}

    /**
     * @param key what names the row; empty where that is not known
     * @param records the streams of the records that it is about, as far as they are known
     */
    record Rejected(Reject reject, String key, List<String> records) implements Mapped {}
}
