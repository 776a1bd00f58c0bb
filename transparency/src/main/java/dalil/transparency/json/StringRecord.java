package dalil.transparency.json;

import dalil.transparency.MalformedException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The canonical bytes of a flat object of strings. {@link #parse} accepts exactly what {@link #format} can give. */
public final class StringRecord {

    /** The longest entry a tile bundle can hold (C2SP tlog-tiles). */
    public static final int MAX_BYTES = 65_535;

    private StringRecord() {}

    /**
     * Throws {@link IllegalArgumentException} for a lone surrogate or more than {@link #MAX_BYTES}: canonical bytes of such a
     * record do not exist.
     */
    public static byte[] format(Map<String, String> members) {
        CanonicalWriter out = new CanonicalWriter();
        out.writeAscii('{');
        boolean first = true;
        for (Map.Entry<String, String> member : inCanonicalOrder(members).entrySet()) {
            if (!first) {
                out.writeAscii(',');
            }
            first = false;
            out.writeString(member.getKey());
            out.writeAscii(':');
            out.writeString(member.getValue());
        }
        out.writeAscii('}');
        return out.toBytes();
    }

    /** The members in their order. Throws {@link MalformedException}, naming the byte, for anything not canonical. */
    public static Map<String, String> parse(byte[] json) {
        return new CanonicalReader(json).readObject();
    }

    // RFC 8785 §3.2.3 sorts by UTF-16 code unit, which is how String compares.
    private static SortedMap<String, String> inCanonicalOrder(Map<String, String> members) {
        if (members instanceof SortedMap<String, String> sorted && sorted.comparator() == null) {
            return sorted;
        }
        return new TreeMap<>(members);
    }
}
