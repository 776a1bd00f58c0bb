package dalil.ledger.record;

import dalil.transparency.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What the leaf says of one fact. {@link RecordCodec} holds its bytes.
 *
 * @param index place in the ledger, from 0 without gaps
 * @param id event id, unique in the ledger
 * @param at the event's own time, milliseconds since 1970
 * @param recorded the sequencer's time, milliseconds since 1970, never less than that of the index before
 * @param type literal of the catalogue
 * @param revision revision of the type's JSON
 * @param stream the aggregate, or null for a fact of none
 * @param sequence position in the stream; 0 where there is no stream
 * @param payload hash of the payload section
 * @param meta hash of the meta section
 * @param sealed hash of the sealed section, or null if the fact never had one
 */
public record FactRecord(
        long index,
        String id,
        long at,
        long recorded,
        String type,
        String revision,
        @Nullable String stream,
        long sequence,
        Hash payload,
        Hash meta,
        @Nullable Hash sealed) {

    /** A name longer than this is refused, so that a record always fits a tile (65,535 bytes). */
    public static final int MAX_NAME = 1024;

    /**
     * Checks an id, type, revision or stream: 1 to {@value #MAX_NAME} printable ASCII characters without quote and backslash.
     * So a record never needs an escape, has one spelling, and holds nothing that looks like something else.
     *
     * @throws IllegalArgumentException naming {@code what} and the position, not the content
     */
    public static String checkedName(String what, String name) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException(what + " has " + name.length() + " characters, not 1 to " + MAX_NAME);
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isPlain(name.charAt(i))) {
                throw new IllegalArgumentException(what + " has a character at " + i + " that a record does not hold");
            }
        }
        return name;
    }

    static boolean isPlain(int character) {
        return character >= 0x20 && character < 0x7f && character != '"' && character != '\\';
    }
}
