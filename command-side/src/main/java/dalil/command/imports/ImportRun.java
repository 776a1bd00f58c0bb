package dalil.command.imports;

import dalil.command.KnownRecords;
import dalil.command.Streams;
import dalil.command.dataset.DatasetCommand.ListDataset;
import dalil.command.dataset.ListedBefore;
import dalil.command.imports.ImportReport.NoLonger;
import dalil.command.imports.ImportReport.State;
import dalil.command.imports.mapping.Mapped;
import dalil.command.imports.mapping.RowMapper;
import dalil.command.imports.profile.Join;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.reading.InputFile;
import dalil.command.imports.reading.JoinedTable;
import dalil.command.imports.reading.RowFile;
import dalil.command.imports.row.ContentKey;
import dalil.command.imports.row.DatasetIds;
import dalil.command.imports.row.ImportedRow;
import dalil.command.imports.row.RawRow;
import dalil.command.rule.Refusal;
import dalil.events.dataset.DatasetFact.ReadFile;
import dalil.ledger.fault.LedgerException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One import, from the first byte to the listing. A crash right here leaves whole rows on record and no listing: the same import
 * again finds them unchanged and goes on.
 */
public final class ImportRun {

    private static final int ROWS_BETWEEN_REPORTS = 200;

    private final ImportRequest request;
    private final RowSink sink;
    private final KnownRecords known;
    private final Supplier<UUID> claimIds;
    private final Clock clock;
    private final Consumer<Progress> progress;

    private final DatasetIds ids;
    private final ImportTally tally = new ImportTally();
    private final Listing listing = new Listing();
    private final RowResults results;
    private final List<ReadFile> files = new ArrayList<>();
    private String asOf = "";
    private ListedBefore before = ListedBefore.NOTHING;
    private NoLonger noLonger = NoLonger.NONE;
    private @Nullable RowMapper mapper;
    private long bytes;
    private long totalBytes;
    private volatile boolean cancelled;

    /**
     * @param known which records there are, for a dry run and for what becomes of rejected rows
     * @param key of the register, for ids that follow from content
     * @param claimIds random ids for claims
     * @param rejects told each row that is not recorded; closed by whoever made it
     * @param progress told now and then how far it is
     */
    public ImportRun(
            ImportRequest request,
            RowSink sink,
            KnownRecords known,
            ContentKey key,
            Supplier<UUID> claimIds,
            Clock clock,
            RejectsFile rejects,
            Consumer<Progress> progress) {
        this.request = request;
        this.sink = sink;
        this.known = known;
        this.claimIds = claimIds;
        this.clock = clock;
        this.results = new RowResults(tally, listing, rejects, request.dryRun());
        this.progress = progress;
        this.ids = DatasetIds.named(request.datasetName(), key);
    }

    /** A dry run where there is no register yet: nothing is on record, and the ids are not those of the import. */
    public static ImportRun withoutRegister(
            ImportRequest request,
            Supplier<UUID> claimIds,
            Clock clock,
            RejectsFile rejects,
            Consumer<Progress> progress) {
        if (!request.dryRun()) {
            throw new IllegalArgumentException("only a dry run goes without a register");
        }
        KnownRecords none = stream -> false;
        return new ImportRun(
                request, new DryRunSink(none), none, ContentKey.ofNoRegister(), claimIds, clock, rejects, progress);
    }

    /** Finishes the rows in flight, then stops without the listing. */
    public void cancel() {
        cancelled = true;
    }

    /** Imports. What goes wrong is in the report; nothing is thrown. */
    public ImportReport run() {
        Instant started = clock.instant();
        try {
            @Nullable Long position = importAll();
            return report(cancelled ? State.CANCELLED : State.FINISHED, position, null, started);
        } catch (IOException | RuntimeException failure) {
            return report(State.FAILED, null, told(failure), started);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return report(State.CANCELLED, null, null, started);
        }
    }

    private @Nullable Long importAll() throws IOException, InterruptedException {
        ImportInputs inputs = new ImportInputs(request.profile(), request.inputs());
        totalBytes = inputs.totalBytes();
        asOf = inputs.asOf(request.asOf());
        before = sink.listedBefore(Streams.dataset(ids.dataset().toString()));
        List<JoinedTable> tables = new ArrayList<>();
        for (Map.Entry<Join, InputFile> join : inputs.joined().entrySet()) {
            tables.add(JoinedTable.read(join.getKey(), join.getValue(), this::count, files));
        }
        RowMapper toCommands = new RowMapper(request.profile(), ids, asOf, tables, claimIds);
        mapper = toCommands;
        RowSink to = request.dryRun() ? new DryRunSink(known) : sink;
        if (!request.dryRun()) {
            sink.accept(ImportedRow.of("publisher", List.of(toCommands.publisher())));
        }
        Passage passage = new Passage(to, tally, listing, results);
        try {
            return request.profile().changes() == null
                    ? rows(inputs, toCommands, passage)
                    : changes(inputs, toCommands, passage);
        } catch (IOException | RuntimeException failure) {
            passage.stop();
            throw failure;
        } finally {
            passage.end();
            report();
        }
    }

    private @Nullable Long rows(ImportInputs inputs, RowMapper toCommands, Passage passage)
            throws IOException, InterruptedException {
        Set<Long> overtaken = overtaken(inputs);
        for (InputFile file : inputs.rows()) {
            files.add(read(file, inputs, passage, row -> {
                Mapped mapped = toCommands.map(row);
                passage.take(overtaken.contains(row.number()) ? mapped.whenOvertaken() : mapped, row.number());
            }));
        }
        passage.finish();
        refuseIfEmpty();
        if (cancelled || !request.profile().givesRecords()) {
            return null;
        }
        noLonger = listing.noLonger(before, request.profile().kinds(), known);
        return list(asOf, null, tally.read.get());
    }

    private Set<Long> overtaken(ImportInputs inputs) throws IOException {
        boolean recorded = !request.dryRun() && request.profile().givesRecords();
        return recorded ? OvertakenRows.in(inputs.rows(), request.profile(), ids, () -> cancelled) : Set.of();
    }

    /** The hash of each file stands in every listing of it, so it is taken before the first row. */
    private @Nullable Long changes(ImportInputs inputs, RowMapper toCommands, Passage passage)
            throws IOException, InterruptedException {
        for (InputFile file : inputs.rows()) {
            files.add(file.fingerprint());
        }
        String last = request.dryRun() ? null : before.version();
        ChangesReading reading = new ChangesReading(toCommands, passage, results, this::list, last);
        for (int i = 0; i < files.size(); i++) {
            ReadFile now = read(inputs.rows().get(i), inputs, passage, reading::take);
            if (!cancelled && !now.equals(files.get(i))) {
                throw Refusal.because("file-changed", "the file changed while it was read");
            }
        }
        reading.end();
        passage.finish();
        asOf = reading.day();
        refuseIfEmpty();
        return reading.position();
    }

    private void refuseIfEmpty() {
        if (tally.read.get() == 0 && !cancelled) {
            throw Refusal.because("no-rows", "the file has no rows; that everything is gone from it is not believed");
        }
    }

    /** What becomes of a row. */
    private interface Taker {
        void take(RawRow row) throws InterruptedException;
    }

    private ReadFile read(InputFile file, ImportInputs inputs, Passage passage, Taker taker)
            throws IOException, InterruptedException {
        long before = tally.read.get();
        try (RowFile rows = RowFile.open(file, request.profile().layout(), this::count)) {
            inputs.checkHeader(rows.header());
            for (RawRow row = rows.next(); row != null; row = rows.next()) {
                if (cancelled || passage.isStopped()) {
                    passage.stop();
                    break;
                }
                if (tally.read.incrementAndGet() % ROWS_BETWEEN_REPORTS == 0) {
                    report();
                }
                taker.take(new RawRow(before + row.number(), row.fields(), row.problem()));
            }
            return rows.finish();
        }
    }

    private @Nullable Long list(String day, @Nullable String version, long rows) {
        if (request.dryRun()) {
            return null;
        }
        Profile profile = request.profile();
        return sink.list(new ListDataset(
                Streams.dataset(ids.dataset().toString()),
                request.datasetName(),
                day,
                version,
                profile.name(),
                profile.sha256(),
                List.copyOf(files),
                rows,
                tally.rejected.get(),
                profile.kinds(),
                listing.ids(known)));
    }

    private void count(long read) {
        bytes += read;
    }

    private void report() {
        progress.accept(new Progress(tally.read.get(), bytes, totalBytes));
    }

    /** Messages of our own and of the ledger name no content; those of anything else might. */
    private static String told(Exception failure) {
        boolean ours = failure instanceof Refusal
                || failure instanceof LedgerException
                || failure instanceof dalil.command.imports.reading.MalformedInput;
        String kind = failure.getClass().getSimpleName();
        return ours ? String.valueOf(failure.getMessage()) : "it could not go on (" + kind + ")";
    }

    private ImportReport report(State state, @Nullable Long position, @Nullable String problem, Instant started) {
        List<String> warnings = new ArrayList<>();
        if (tally.linksNotMade.get() > 0) {
            warnings.add(
                    tally.linksNotMade + " links go to rows that are not on record; they stand in the rejects file");
        }
        if (before.asOf() != null && !asOf.isEmpty() && asOf.compareTo(before.asOf()) < 0) {
            warnings.add("the dataset was listed as of " + before.asOf() + " before, which is later than " + asOf
                    + ": what was new then is taken back; import the files in the order of their dates");
        }
        if (mapper != null && state == State.FINISHED && tally.rejected.get() < tally.read.get()) {
            mapper.neverFound()
                    .forEach(column -> warnings.add(
                            "line " + column.line() + " of the profile: no row had anything at " + column.text()));
        }
        return new ImportReport(
                state,
                request.datasetName(),
                ids.dataset(),
                asOf,
                request.dryRun(),
                tally.rows(mapper == null ? 0 : mapper.repeated()),
                tally.given(),
                noLonger,
                position,
                warnings,
                problem,
                started,
                clock.instant());
    }
}
