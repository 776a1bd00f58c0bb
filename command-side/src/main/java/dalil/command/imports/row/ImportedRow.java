package dalil.command.imports.row;

import dalil.command.ListedCommand;
import dalil.command.StreamCommand;
import java.util.List;

/**
 * A row as commands, in the order in which they are sent: the sources first, then the incident that cites them, casualties, figures.
 *
 * @param key names what the row is about
 * @param turn rows of the same turn are sent one after another, in the order of the file: the row's own key, or that of the row to
 *     which it refers
 * @param commands together they are one append
 * @param records the streams of the records that it gives
 * @param links to records of other rows; they are sent when all rows are
 */
public record ImportedRow(
        String key, String turn, List<StreamCommand> commands, List<String> records, List<StreamCommand> links) {

    public ImportedRow {
        commands = List.copyOf(commands);
        records = List.copyOf(records);
        links = List.copyOf(links);
    }

    /** The same, of which the files say something later. */
    public ImportedRow whenOvertaken() {
        List<StreamCommand> later = commands.stream()
                .map(command -> command instanceof ListedCommand listed ? listed.whenOvertaken() : command)
                .toList();
        return new ImportedRow(key, turn, later, records, links);
    }

    /** Commands that give no record: sources. */
    public static ImportedRow of(String key, List<? extends StreamCommand> commands) {
        return new ImportedRow(key, key, List.copyOf(commands), List.of(), List.of());
    }
}
