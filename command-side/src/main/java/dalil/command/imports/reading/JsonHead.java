package dalil.command.imports.reading;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** Finds one value of a JSON document without holding the document. */
public final class JsonHead {

    private JsonHead() {}

    /** The text or number at this path of names; nothing if there is none, or if the document is broken before it. */
    public static Optional<String> find(InputFile file, Charset charset, List<String> path) throws IOException {
        try (OpenInput input = new OpenInput(file, charset, count -> {});
                JsonParser in = JsonData.FACTORY.createParser(input.text())) {
            in.nextToken();
            for (String name : path) {
                if (in.currentToken() != JsonToken.START_OBJECT || !enter(in, name)) {
                    return Optional.empty();
                }
            }
            return in.currentToken().isScalarValue() ? Optional.of(in.getText()) : Optional.empty();
        } catch (com.fasterxml.jackson.core.JacksonException broken) {
            return Optional.empty();
        }
    }

    private static boolean enter(JsonParser in, String name) throws IOException {
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
}
