package dalil.command.imports.http;

import dalil.command.Actor;
import dalil.command.KnownRecords;
import dalil.command.imports.ImportReport;
import dalil.command.imports.ImportRequest;
import dalil.command.imports.ImportRun;
import dalil.command.imports.RejectsFile;
import dalil.command.imports.RowSink;
import dalil.command.imports.row.ContentKey;
import dalil.command.rule.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports one after another. What became of the last ones is kept in memory; what they recorded is in the ledger. */
final class ImportJobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final int MAX_WAITING = 16;
    private static final int MAX_KEPT = 100;
    private static final long SECONDS_TO_STOP = 8;

    private final Uploads uploads;
    private final BiFunction<Actor, UUID, RowSink> sinks;
    private final KnownRecords known;
    private final ContentKey key;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Map<UUID, ImportJob> jobs = new LinkedHashMap<>();
    private final Set<UUID> reserved = new HashSet<>();
    private final ExecutorService one = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "imports");
        thread.setDaemon(true);
        return thread;
    });

    /** @param sinks where the rows of an import go, by who imports and the import's id */
    ImportJobs(
            Uploads uploads,
            BiFunction<Actor, UUID, RowSink> sinks,
            KnownRecords known,
            ContentKey key,
            Supplier<UUID> ids,
            Clock clock) {
        this.uploads = uploads;
        this.sinks = sinks;
        this.known = known;
        this.key = key;
        this.ids = ids;
        this.clock = clock;
    }

    /** The import of this id; if there is none, its place in the queue is kept until {@link #submit} or {@link #giveUp}. */
    synchronized Optional<ImportJob> findOrReserve(UUID id) {
        if (jobs.containsKey(id)) {
            return find(id);
        }
        long waiting = jobs.values().stream().filter(job -> !job.hasEnded()).count() + reserved.size();
        if (waiting > MAX_WAITING) {
            throw Refusal.conflict("too-many-imports", MAX_WAITING + " imports wait already; try again later");
        }
        if (!reserved.add(id)) {
            throw Refusal.conflict("in-progress", "the same import is being uploaded just now");
        }
        return Optional.empty();
    }

    synchronized void giveUp(UUID id) {
        reserved.remove(id);
    }

    synchronized ImportJob submit(UUID id, ImportRequest request, Actor actor) {
        reserved.remove(id);
        ImportJob job = new ImportJob(id, request, actor, clock.instant());
        jobs.put(id, job);
        forgetOldest();
        one.execute(() -> run(job));
        return job;
    }

    private void forgetOldest() {
        List<ImportJob> ended =
                jobs.values().stream().filter(ImportJob::hasEnded).toList();
        for (ImportJob job : ended.subList(0, Math.max(0, ended.size() - MAX_KEPT))) {
            jobs.remove(job.id());
            uploads.discard(uploads.rejects(job.id()));
        }
    }

    synchronized Optional<ImportJob> find(UUID id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** The latest first. */
    synchronized List<ImportJob> all() {
        List<ImportJob> all = new ArrayList<>(jobs.values());
        java.util.Collections.reverse(all);
        return all;
    }

    Path rejects(ImportJob job) {
        return uploads.rejects(job.id());
    }

    private void run(ImportJob job) {
        @Nullable ImportReport report = null;
        try (RejectsFile rejects = new RejectsFile(uploads.rejects(job.id()))) {
            ImportRun run = new ImportRun(
                    job.request(), sinks.apply(job.actor(), job.id()), known, key, ids, clock, rejects, job::progress);
            job.begin(run);
            report = run.run();
        } catch (IOException | RuntimeException failure) {
            // its message may hold a path or content
            LOG.error(
                    "an import could not be carried out ({})",
                    failure.getClass().getName());
        } finally {
            uploads.discard(uploads.of(job.id()));
            job.end(report == null ? ImportReport.brokenOff(job.request(), clock.instant()) : report);
        }
    }

    @Override
    public void close() throws InterruptedException {
        all().forEach(ImportJob::cancel);
        one.shutdown();
        if (!one.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            one.shutdownNow();
        }
    }
}
