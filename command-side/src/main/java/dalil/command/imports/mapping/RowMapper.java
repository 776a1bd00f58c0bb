package dalil.command.imports.mapping;

import dalil.command.StreamCommand;
import dalil.command.imports.mapping.identity.RowIdentity;
import dalil.command.imports.mapping.log.ChangeLog;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns rows into commands, as a profile says. For one file after another, by one thread. */
public final class RowMapper {

    private final Profile profile;
    private final List<JoinedTable> tables;
    private final RowIdentity identity;
    private final SourceCommands sources;
    private final IncidentMapper incidents;
    private final CasualtyMapper casualties;
    private final FigureMapper figures;
    private final Set<Column> found = new HashSet<>();
    private String asOf;

    /**
     * @param asOf ISO date of the file
     * @param claimIds gives each claim an id
     */
    public RowMapper(Profile profile, DatasetIds ids, String asOf, List<JoinedTable> tables, Supplier<UUID> claimIds) {
        this.profile = profile;
        this.asOf = asOf;
        this.tables = tables;
        this.identity = new RowIdentity(profile, ids);
        this.sources = new SourceCommands(ids, profile.publisher());
        this.incidents = new IncidentMapper(profile, ids, identity, claimIds);
        this.casualties = new CasualtyMapper(profile, ids, identity, claimIds);
        this.figures = new FigureMapper(profile, ids, identity);
    }

    /** The source that the dataset itself is. */
    public RegisterSource publisher() {
        return sources.publisher();
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

    /** The changes that a file tells of, line by line. */
    public ChangeLog changeLog() {
        return new ChangeLog(profile, found);
    }

    /** From here on the file speaks as of this date. */
    public void asOf(String day) {
        asOf = day;
    }

    /** What names a row that says no more than that its record is gone. */
    public String key(RawRow raw) {
        return RowRecords.key(identity.of(Scope.of(profile, raw.fields(), found)));
    }

    public Mapped map(RawRow raw) {
        if (raw.problem() != null) {
            return new Mapped.Rejected(new Reject(raw.number(), "", "malformed-row", raw.problem()), "", List.of());
        }
        RowRecords records = null;
        try {
            if (profile.givesRecords()) {
                UUID row = identity.of(Scope.of(profile, raw.fields(), found));
                records = new RowRecords(row, profile.incident() != null);
            }
            return map(records, Scope.of(profile, joined(raw.fields()), found));
        } catch (RowProblem problem) {
            return new Mapped.Rejected(
                    new Reject(raw.number(), problem.column(), problem.code(), problem.detail()),
                    records == null ? "" : RowRecords.key(records.row),
                    records == null ? List.of() : records.streams());
        }
    }

    private Mapped map(@Nullable RowRecords records, Scope scope) {
        if (profile.incident() != null && !Conditions.holds(profile.incident().when(), scope)) {
            return new Mapped.Skipped(records == null ? "" : RowRecords.key(records.row));
        }
        if (records != null) {
            casualties.place(records.row, scope, records.casualties);
            figures.place(records.row, scope, records.figures);
        }
        RowSources ofRow = new RowSources(sources, asOf);
        ofRow.add(profile.sources(), scope);
        List<StreamCommand> links = new ArrayList<>();
        List<StreamCommand> commands = records == null ? List.of() : commands(records, ofRow, scope, links);
        // last, since a claim or a figure may name a source that nothing else does
        List<StreamCommand> all = new ArrayList<>(ofRow.commands());
        all.addAll(commands);
        if (all.isEmpty() || records != null && commands.isEmpty()) {
            return new Mapped.Skipped(records == null ? "" : RowRecords.key(records.row));
        }
        return new Mapped.Row(
                records == null
                        ? ImportedRow.of(all.get(0).stream(), all)
                        : new ImportedRow(RowRecords.key(records.row), turn(records), all, records.streams(), links));
    }

    private List<StreamCommand> commands(RowRecords records, RowSources ofRow, Scope scope, List<StreamCommand> links) {
        List<StreamCommand> commands = new ArrayList<>();
        if (profile.incident() != null) {
            commands.add(incidents.report(records.row, ofRow, scope));
            links.addAll(incidents.links(records.row, ofRow, scope));
        }
        records.casualties.forEach(placed -> commands.add(casualties.record(placed, records.row, ofRow)));
        records.figures.forEach(placed -> commands.add(figures.figure(placed, records.figures, ofRow)));
        return commands;
    }

    /** A row that refers to another one comes after it, if that stands before it. */
    private String turn(RowRecords records) {
        return Stream.concat(
                        records.casualties.stream().map(placed -> casualties.incident(placed, records.row)),
                        records.figures.stream().map(figures::rowOfWhole))
                .filter(Objects::nonNull)
                .findFirst()
                .map(RowRecords::key)
                .orElse(RowRecords.key(records.row));
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
