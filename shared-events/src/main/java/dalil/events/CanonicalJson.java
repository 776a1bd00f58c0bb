package dalil.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Canonical JSON (RFC 8785) of a tree without fractions: names sorted by UTF-16 code unit, no white space, integers within
 * ±(2⁵³−1). Everything that JSON readers disagree about is refused: fractions, larger numbers, lone surrogates, deep nesting.
 */
public final class CanonicalJson {

    /** Deeper than any fact; a hostile body must not exhaust the stack. */
    static final int MAX_DEPTH = 64;

    private static final long MAX_INTEGER = (1L << 53) - 1;

    private CanonicalJson() {}

    /** The canonical bytes, UTF-8; {@link IllegalArgumentException} for a tree that has no canonical form here. */
    public static byte[] write(JsonNode tree) {
        StringBuilder out = new StringBuilder(512);
        write(tree, out, 0);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode node, StringBuilder out, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("nested deeper than " + MAX_DEPTH + " levels");
        }
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, out, depth);
            case ARRAY -> writeArray(node, out, depth);
            case STRING -> writeString(node.textValue(), out);
            case NUMBER -> writeNumber(node, out);
            case BOOLEAN, NULL -> out.append(node.asText());
            default -> throw new IllegalArgumentException("no canonical form for " + node.getNodeType());
        }
    }

    private static void writeObject(JsonNode node, StringBuilder out, int depth) {
        List<String> names = new ArrayList<>(node.size());
        node.fieldNames().forEachRemaining(names::add);
        names.sort(null); // String order is UTF-16 code unit order, which section 3.2.3 asks for
        char separator = '{';
        for (String name : names) {
            out.append(separator);
            writeString(name, out);
            out.append(':');
            write(node.get(name), out, depth + 1);
            separator = ',';
        }
        out.append(names.isEmpty() ? "{}" : "}");
    }

    private static void writeArray(JsonNode node, StringBuilder out, int depth) {
        out.append('[');
        for (Iterator<JsonNode> items = node.elements(); items.hasNext(); ) {
            write(items.next(), out, depth + 1);
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static void writeNumber(JsonNode node, StringBuilder out) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || Math.abs(node.longValue()) > MAX_INTEGER) {
            throw new IllegalArgumentException(
                    "a number that is not an integer within ±(2^53-1): write it as a string");
        }
        out.append(node.longValue());
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else if (Character.isSurrogate(c)) {
                        i = writePair(text, i, out);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static int writePair(String text, int at, StringBuilder out) {
        if (at + 1 == text.length() || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
            throw new IllegalArgumentException("a lone surrogate at position " + at);
        }
        out.append(text, at, at + 2);
        return at + 1;
    }
}
