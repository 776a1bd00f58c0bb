package dalil.command.imports.row;

import dalil.command.StreamCommand;
import java.util.List;

/**
 * A row as commands, in the order in which they are sent: the sources first, then the incident that cites them.
 *
 * @param key names what the row is about; rows of the same key are sent one after another, in the order of the file
 * @param commands of {@code SourceCommand.RegisterSource} and {@code IncidentCommand.ReportListedIncident}
 */
public record ImportedRow(String key, List<StreamCommand> commands) {

    public ImportedRow {
        commands = List.copyOf(commands);
    }
}
