package dalil.command.imports.profile;

import java.util.List;

/** Who says something. */
public sealed interface Saying {

    /** A source of the row, by what the profile calls it. */
    record Called(String name) implements Saying {}

    /** A source that another row or file of the dataset brings, by the id it has there. */
    record Elsewhere(List<Value> id) implements Saying {}

    /** A source of which the row has the name; each name is one source of the dataset. */
    record Named(SourceSpec source) implements Saying {}
}
