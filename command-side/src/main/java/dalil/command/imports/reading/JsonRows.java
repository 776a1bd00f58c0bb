package dalil.command.imports.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dalil.command.imports.profile.Layout;
import dalil.command.imports.row.Datum;
import dalil.command.imports.row.Datum.Fields;
import dalil.command.imports.row.RawRow;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a list in a JSON document, or of a file with one JSON object a line. */
final class JsonRows implements RowReader {

    private final Layout layout;
    private final JsonParser in;
    private long row;
    private boolean ended;

    JsonRows(Reader text, Layout layout) throws IOException {
        this.layout = layout;
        this.in = JsonData.FACTORY.createParser(text);
        if (layout.format() == Layout.Format.JSON) {
            try {
                enterList();
            } catch (IOException broken) {
                throw malformed(broken);
            }
        }
    }

    private void enterList() throws IOException {
        in.nextToken();
        for (String name : layout.at()) {
            if (!enter(name)) {
                throw notThere();
            }
        }
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw notThere();
        }
    }

    private MalformedInput notThere() {
        String path = String.join(".", layout.at()) + "[]";
        return new MalformedInput("the file has no list at " + path + ", where the profile's records.at says it is");
    }

    private boolean enter(String name) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = in.currentName().equals(name);
            in.nextToken();
            if (found) {
                return true;
            }
            in.skipChildren();
        }
        return false;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        if (ended) {
            return null;
        }
        row++;
        try {
            JsonToken token = in.nextToken();
            if (token == null && layout.format() == Layout.Format.JSON_LINES || token == JsonToken.END_ARRAY) {
                ended = true;
                readOn();
                return null;
            }
            Datum value = token == null ? null : JsonData.read(in);
            return value instanceof Fields fields
                    ? new RawRow(row, fields, null)
                    : new RawRow(row, new Fields(Map.of()), "a row is a JSON object with named values; this is none");
        } catch (IOException broken) {
            throw malformed(broken);
        }
    }

    /** What follows the rows is not of interest, but a document that ends in the middle was cut off. */
    private void readOn() throws IOException {
        while (in.nextToken() != null) {
            in.skipChildren();
        }
    }

    private MalformedInput malformed(IOException cause) {
        return RowPlace.malformed(
                cause, Math.max(row, 1), in.currentLocation().getLineNr(), layout.charset(), "JSON, or cut off");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
