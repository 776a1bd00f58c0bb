package dalil.command.imports.mapping.identity;

import dalil.command.imports.row.Datum;
import dalil.command.imports.row.Datum.Fields;
import dalil.command.imports.row.Datum.Items;
import dalil.command.imports.row.Datum.Scalar;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content of a row as a hash: SHA-256 over its columns in the order of their names, without the empty ones. So neither the order
 * of columns nor a new, empty one makes it another row. Each part is written with its length before it, so that two contents never
 * look alike.
 */
final class RowContent {

    private final MessageDigest sha256;

    private RowContent(MessageDigest sha256) {
        this.sha256 = sha256;
    }

    static String hash(Datum datum) {
        try {
            RowContent content = new RowContent(MessageDigest.getInstance("SHA-256"));
            content.add(datum);
            return HexFormat.of().formatHex(content.sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private void add(Datum datum) {
        if (datum instanceof Scalar scalar) {
            add('s', scalar.text());
        } else if (datum instanceof Items items) {
            List<Datum> full =
                    items.items().stream().filter(item -> !isEmpty(item)).toList();
            add('l', Integer.toString(full.size()));
            full.forEach(this::add);
        } else if (datum instanceof Fields fields) {
            Map<String, Datum> full = new TreeMap<>(fields.byName());
            full.values().removeIf(RowContent::isEmpty);
            add('f', Integer.toString(full.size()));
            full.forEach((name, value) -> {
                add('n', name);
                add(value);
            });
        }
    }

    private void add(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update((kind + Integer.toString(bytes.length) + ":").getBytes(StandardCharsets.US_ASCII));
        sha256.update(bytes);
    }

    private static boolean isEmpty(Datum datum) {
        if (datum instanceof Scalar scalar) {
            return scalar.text().isBlank();
        }
        return datum instanceof Items items && items.items().stream().allMatch(RowContent::isEmpty)
                || datum instanceof Fields fields
                        && fields.byName().values().stream().allMatch(RowContent::isEmpty);
    }
}
