package dalil.command.imports.row;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The ids of everything that one dataset brings. They follow from the dataset's name, what the publisher says and the key of the
 * register: whoever imports the same file under the same name into the same register gets the same ids.
 *
 * @param dataset UUID of the dataset
 * @param key through which goes whatever may be protected
 */
public record DatasetIds(UUID dataset, ContentKey key) {

    /** The namespace of all datasets; drawn once at random, for ever. */
    public static final UUID NAMESPACE = UUID.fromString("e0e9b443-6003-4b2b-bc8d-b19722759167");

    // what is keyed says first what it is, so that it equals nothing else under the same secret
    private static final String ROW = "dalil import row\n";
    private static final String NAME = "dalil import name\n";
    private static final String SOURCE = "dalil import source\n";

    /** The ids of the dataset that is imported under this name. */
    public static DatasetIds named(String name, ContentKey key) {
        return new DatasetIds(dataset(name), key);
    }

    /** The id of the dataset itself. */
    public static UUID dataset(String name) {
        return NameBasedUuid.of(NAMESPACE, name);
    }

    /** A row that has columns to name it; those that are protected go through {@link #keyed} before. */
    public UUID row(String... id) {
        return NameBasedUuid.of(dataset, id);
    }

    /** A row that has no name: its content, and the how many-th row with this content it is. */
    public UUID unnamedRow(String contentHash, int occurrence) {
        return NameBasedUuid.of(dataset, digest(ROW, contentHash), Integer.toString(occurrence));
    }

    /** A source that rows bring: its address, or what else the profile names it by. */
    public UUID source(String... id) {
        return NameBasedUuid.of(NameBasedUuid.of(dataset, "source"), digest(SOURCE, id));
    }

    /** The dataset's own source: whoever published it. */
    public UUID publisher() {
        return NameBasedUuid.of(dataset, "publisher");
    }

    /** A use of force in an incident, and the how many-th of this name in it. */
    public static UUID forceUse(UUID incident, int occurrence, String... id) {
        return part(incident, "force-use", occurrence, id);
    }

    /**
     * Something that a row gives beside its incident, or a part of that.
     *
     * @param of the row, or the record that it is a part of
     * @param kind {@code casualty}, {@code figure}, {@code injury}
     * @param occurrence the how many-th of this name it is there
     */
    public static UUID part(UUID of, String kind, int occurrence, String... id) {
        return NameBasedUuid.of(NameBasedUuid.of(NameBasedUuid.of(of, kind), id), Integer.toString(occurrence));
    }

    /** What stands in an id for a name that is protected. */
    public String keyed(String... name) {
        return digest(NAME, name);
    }

    private String digest(String what, String... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(what.getBytes(StandardCharsets.UTF_8));
        for (String part : parts) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            content.writeBytes((text.length + ":").getBytes(StandardCharsets.US_ASCII));
            content.writeBytes(text);
        }
        return HexFormat.of().formatHex(key.of(content.toByteArray()));
    }
}
