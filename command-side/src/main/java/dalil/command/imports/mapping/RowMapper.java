package dalil.command.imports.mapping;

import dalil.command.StreamCommand;
import dalil.command.Streams;
import dalil.command.imports.mapping.SourceMapper.RowSource;
import dalil.command.imports.mapping.value.Conditions;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.profile.Column;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.reading.JoinedTable;
import dalil.command.imports.row.DatasetIds;
import dalil.command.imports.row.Datum;
import dalil.command.imports.row.Datum.Fields;
import dalil.command.imports.row.Datum.Scalar;
import dalil.command.imports.row.ImportedRow;
import dalil.command.imports.row.RawRow;
import dalil.command.imports.row.Reject;
import dalil.command.source.SourceCommand.RegisterSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns rows into commands, as a profile says. For one file after another, by one thread. */
public final class RowMapper {

    private final Profile profile;
    private final List<JoinedTable> tables;
    private final RowIdentity identity;
    private final SourceMapper sources;
    private final IncidentMapper incidents;
    private final Set<Column> found = new HashSet<>();

    /**
     * @param asOf ISO date of the file
     * @param claimIds gives each claim an id
     */
    public RowMapper(Profile profile, DatasetIds ids, String asOf, List<JoinedTable> tables, Supplier<UUID> claimIds) {
        this.profile = profile;
        this.tables = tables;
        this.identity = new RowIdentity(profile, ids);
        this.sources = new SourceMapper(ids);
        this.incidents = new IncidentMapper(profile, ids, identity, asOf, claimIds);
    }

    /** The source that the dataset itself is. */
    public RegisterSource publisher() {
        return sources.publisher(profile.publisher());
    }

    /** How many rows had the id of an earlier one, and so say something new about it. */
    public long repeated() {
        return identity.repeated();
    }

    /** What the profile reads and no row had: perhaps a name that is spelled otherwise. */
    public List<Column> neverFound() {
        return profile.columns().stream()
                .filter(column -> !found.contains(column))
                .distinct()
                .toList();
    }

    public Mapped map(RawRow raw) {
        if (raw.problem() != null) {
            return new Mapped.Rejected(new Reject(raw.number(), "", "malformed-row", raw.problem()), null);
        }
        UUID incident = null;
        try {
            Scope alone = Scope.of(profile, raw.fields(), found);
            if (profile.incident() != null) {
                incident = identity.of(alone);
            }
            return map(incident, Scope.of(profile, joined(raw.fields()), found));
        } catch (RowProblem problem) {
            return new Mapped.Rejected(
                    new Reject(raw.number(), problem.column(), problem.code(), problem.detail()), incident);
        }
    }

    private Mapped map(@Nullable UUID incident, Scope scope) {
        if (profile.incident() != null && !Conditions.holds(profile.incident().when(), scope)) {
            return new Mapped.Skipped();
        }
        Map<String, RowSource> ofRow = sources.of(profile.sources(), scope);
        List<StreamCommand> commands = new ArrayList<>();
        // always in the same order, so that two rows with the same sources do not wait for each other
        ofRow.values().stream()
                .sorted(Comparator.comparing(RowSource::id))
                .forEach(source -> commands.add(source.command()));
        if (incident != null) {
            commands.add(incidents.report(incident, ofRow, scope));
        }
        if (commands.isEmpty()) {
            return new Mapped.Skipped();
        }
        String key =
                incident != null ? Streams.incident(incident.toString()) : ((RegisterSource) commands.get(0)).stream();
        return new Mapped.Row(new ImportedRow(key, commands), incident);
    }

    private Fields joined(Fields row) {
        if (tables.isEmpty()) {
            return row;
        }
        Map<String, Datum> with = new HashMap<>(row.byName());
        for (JoinedTable table : tables) {
            String equalTo =
                    row.byName().get(table.join().equalTo().text()) instanceof Scalar scalar ? scalar.text() : null;
            with.put(table.join().name(), table.rowsOf(equalTo));
            if (equalTo != null) {
                found.add(table.join().equalTo());
            }
        }
        return new Fields(with);
    }
}
