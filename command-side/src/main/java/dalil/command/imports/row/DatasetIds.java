package dalil.command.imports.row;

import java.util.UUID;

/**
 * The ids of everything that one dataset brings. They follow from the dataset's name and what the publisher says, and from nothing
 * else: whoever imports the same file under the same name gets the same ids.
 *
 * @param dataset UUID of the dataset
 */
public record DatasetIds(UUID dataset) {

    /** The namespace of all datasets; drawn once at random, for ever. */
    public static final UUID NAMESPACE = UUID.fromString("e0e9b443-6003-4b2b-bc8d-b19722759167");

    /** The ids of the dataset that is imported under this name. */
    public static DatasetIds named(String name) {
        return new DatasetIds(NameBasedUuid.of(NAMESPACE, name));
    }

    /** A row that has columns to name it. */
    public UUID row(String... id) {
        return NameBasedUuid.of(dataset, id);
    }

    /** A row that has no name: its content, and the how many-th row with this content it is. */
    public UUID unnamedRow(String contentHash, int occurrence) {
        return NameBasedUuid.of(dataset, contentHash, Integer.toString(occurrence));
    }

    /** A source that rows bring: its address, or what else the profile names it by. */
    public UUID source(String... id) {
        return NameBasedUuid.of(NameBasedUuid.of(dataset, "source"), id);
    }

    /** The dataset's own source: whoever published it. */
    public UUID publisher() {
        return NameBasedUuid.of(dataset, "publisher");
    }

    /** A use of force in an incident, and the how many-th of this name in it. */
    public static UUID forceUse(UUID incident, int occurrence, String... id) {
        return NameBasedUuid.of(
                NameBasedUuid.of(NameBasedUuid.of(incident, "force-use"), id), Integer.toString(occurrence));
    }
}
