package dalil.command.imports.mapping;

import dalil.command.Streams;
import dalil.command.imports.mapping.identity.Placed;
import dalil.command.imports.profile.Emit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The records that a row gives, as far as they are known while it is read: if it is rejected in the middle, these are on record. */
final class RowRecords {

    final UUID row;
    final List<Placed<Emit.Casualty>> casualties = new ArrayList<>();
    final List<Placed<Emit.Figure>> figures = new ArrayList<>();
    private final boolean incident;

    /** @param incident whether the row gives one */
    RowRecords(UUID row, boolean incident) {
        this.row = row;
        this.incident = incident;
    }

    /** What names the row in an import. */
    static String key(UUID row) {
        return "row/" + row;
    }

    /** In the order in which they are recorded. */
    List<String> streams() {
        List<String> streams = new ArrayList<>();
        if (incident) {
            streams.add(Streams.incident(row.toString()));
        }
        casualties.forEach(placed -> streams.add(Streams.casualty(placed.id().toString())));
        figures.forEach(placed -> streams.add(Streams.figure(placed.id().toString())));
        return streams;
    }
}
