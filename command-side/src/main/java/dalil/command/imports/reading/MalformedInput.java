package dalil.command.imports.reading;

import java.io.IOException;

/** A file that cannot be read on: nothing after this place is known. The message says where, never what stands there. */
public final class MalformedInput extends IOException {

    public MalformedInput(String message) {
        super(message);
    }
}
