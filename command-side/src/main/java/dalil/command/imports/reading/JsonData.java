package dalil.command.imports.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dalil.command.imports.row.Datum;
import dalil.command.imports.row.Datum.Fields;
import dalil.command.imports.row.Datum.Items;
import dalil.command.imports.row.Datum.Scalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as parts of rows: numbers keep their characters, null is no value, and a row has a bound. */
final class JsonData {

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(RowReader.MAX_ROW)
                    .maxNestingDepth(100)
                    .maxNameLength(1_000)
                    .maxNumberLength(1_000)
                    .build())
            // the file is read on after its last row, to hash all of it
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    /** A part that is null is there and empty: a line of changes may say that it is gone. */
    private static final Datum NOTHING = new Scalar("");

    private final JsonParser in;
    private long room = RowReader.MAX_ROW;

    private JsonData(JsonParser in) {
        this.in = in;
    }

    /** The value at whose first token the parser stands. */
    static @Nullable Datum read(JsonParser in) throws IOException {
        return new JsonData(in).value();
    }

    private @Nullable Datum value() throws IOException {
        JsonToken token = in.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return fields();
        }
        if (token == JsonToken.START_ARRAY) {
            List<Datum> items = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                Datum item = value();
                if (item != null) {
                    items.add(item);
                }
            }
            return new Items(items);
        }
        String text = token == JsonToken.VALUE_NULL ? null : in.getText();
        take(text == null ? 4 : text.length() + 1);
        return text == null ? null : new Scalar(text);
    }

    private Fields fields() throws IOException {
        Map<String, Datum> fields = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            take(name.length() + 1);
            in.nextToken();
            Datum value = value();
            if (fields.put(name, value == null ? NOTHING : value) != null) {
                throw new MalformedInput("an object has the same name twice");
            }
        }
        return new Fields(fields);
    }

    private void take(int characters) throws MalformedInput {
        room -= characters;
        if (room < 0) {
            throw new MalformedInput("longer than " + RowReader.MAX_ROW + " characters");
        }
    }
}
