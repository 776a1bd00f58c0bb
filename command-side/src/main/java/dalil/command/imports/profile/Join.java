package dalil.command.imports.profile;

/**
 * A second file whose rows belong to rows of the first. They appear in the row as a list of this name.
 *
 * @param file which of the inputs it is, by its name
 * @param key column of the second file
 * @param equalTo column of the row that has the same value
 */
public record Join(String name, Glob file, Layout layout, Column key, Column equalTo, int line) {}
