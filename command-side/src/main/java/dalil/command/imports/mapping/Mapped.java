package dalil.command.imports.mapping;

import dalil.command.imports.row.ImportedRow;
import dalil.command.imports.row.Reject;
import java.util.List;

/** What a row came to. */
public sealed interface Mapped {

    /** The same, where the files say something later of its records. */
    default Mapped whenOvertaken() {
        return this;
    }

    record Row(ImportedRow row) implements Mapped {

        @Override
        public Mapped whenOvertaken() {
            return new Row(row.whenOvertaken());
        }
    }

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
