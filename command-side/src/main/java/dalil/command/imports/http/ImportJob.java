package dalil.command.imports.http;

import dalil.command.Actor;
import dalil.command.imports.ImportReport;
import dalil.command.imports.ImportRequest;
import dalil.command.imports.ImportRun;
import dalil.command.imports.Progress;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import that somebody asked for, and how far it is. */
final class ImportJob {

    private final UUID id;
    private final ImportRequest request;
    private final Actor actor;
    private final Instant submitted;

    private volatile Progress progress = new Progress(0, 0, 0);
    private @Nullable ImportRun run;
    private @Nullable ImportReport report;
    private boolean cancelled;

    ImportJob(UUID id, ImportRequest request, Actor actor, Instant submitted) {
        this.id = id;
        this.request = request;
        this.actor = actor;
        this.submitted = submitted;
    }

    UUID id() {
        return id;
    }

    ImportRequest request() {
        return request;
    }

    Actor actor() {
        return actor;
    }

    Instant submitted() {
        return submitted;
    }

    Progress progress() {
        return progress;
    }

    void progress(Progress now) {
        progress = now;
    }

    synchronized @Nullable ImportReport report() {
        return report;
    }

    synchronized boolean hasEnded() {
        return report != null;
    }

    /** {@code queued}, {@code running}, {@code finished}, {@code cancelled} or {@code failed}. */
    synchronized String state() {
        if (report != null) {
            return report.state().name().toLowerCase(Locale.ROOT);
        }
        return run == null ? "queued" : "running";
    }

    synchronized void begin(ImportRun now) {
        run = now;
        if (cancelled) {
            now.cancel();
        }
    }

    synchronized void end(ImportReport now) {
        report = now;
    }

    /** Without effect on an import that has ended. */
    synchronized void cancel() {
        cancelled = true;
        if (run != null) {
            run.cancel();
        }
    }
}
