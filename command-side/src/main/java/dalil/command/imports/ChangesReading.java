package dalil.command.imports;

import dalil.command.imports.mapping.Mapped;
import dalil.command.imports.mapping.RowMapper;
import dalil.command.imports.mapping.log.Change;
import dalil.command.imports.mapping.log.ChangeLog;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.row.RawRow;
import dalil.command.imports.row.Reject;
import dalil.command.rule.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of changes version by version: after each, what the publisher lists then is recorded. Versions that were listed by an
 * earlier import are only followed. A crash right here leaves some records of the next version on record: the same import again
 * finds them unchanged.
 */
final class ChangesReading {

    private final RowMapper mapper;
    private final Passage passage;
    private final RowResults results;
    private final Listings listings;
    private final @Nullable String last;
    private final ChangeLog log;
    private final Set<String> versions = new HashSet<>();
    private boolean following;
    private @Nullable String version;
    private String day = "";
    private long lines;
    private @Nullable Long position;

    /** Where a listing is recorded. */
    interface Listings {

        /**
         * @param lines of the file, up to the end of the version
         * @return the ledger's position after it; null where nothing is recorded
         */
        @Nullable Long list(String asOf, String version, long lines);
    }

    /** @param last the version that was listed last; null if none was */
    ChangesReading(RowMapper mapper, Passage passage, RowResults results, Listings listings, @Nullable String last) {
        this.mapper = mapper;
        this.passage = passage;
        this.results = results;
        this.listings = listings;
        this.last = last;
        this.following = last != null;
        this.log = mapper.changeLog();
    }

    /** ISO date of the last version that was read; empty before the first. */
    String day() {
        return day;
    }

    /** Of the ledger after the last listing; null if there was none. */
    @Nullable Long position() {
        return position;
    }

    void take(RawRow line) throws InterruptedException {
        follow(line);
        lines++;
    }

    private void follow(RawRow line) throws InterruptedException {
        Change change = null;
        try {
            change = line.problem() == null ? log.read(line) : null;
        } catch (RowProblem problem) {
            Reject reject = new Reject(line.number(), problem.column(), problem.code(), problem.detail());
            results.rejected(reject, "", List.of());
            return;
        }
        if (change == null) {
            passage.take(mapper.map(line), line.number());
            return;
        }
        if (!change.version().equals(version)) {
            endVersion();
            begin(change);
        }
        if (change.removed()) {
            passage.takeRemoval(mapper.key(change.row()));
            return;
        }
        Mapped mapped = mapper.map(change.row());
        if (following) {
            passage.takeAsBefore(mapped, line.number());
        } else {
            passage.take(mapped, line.number());
        }
    }

    private void begin(Change change) {
        if (!versions.add(change.version())) {
            throw Refusal.because(
                    "unordered-versions",
                    "the version " + change.version() + " comes again after another one; its lines stand together");
        }
        version = change.version();
        day = change.day();
        mapper.asOf(day);
    }

    private void endVersion() throws InterruptedException {
        if (version == null || passage.isStopped()) {
            return;
        }
        if (following) {
            following = !version.equals(last);
            return;
        }
        passage.pause();
        position = listings.list(day, version, lines);
    }

    /** After the last line. */
    void end() throws InterruptedException {
        endVersion();
        if (following && !passage.isStopped()) {
            throw Refusal.because(
                    "unknown-version",
                    "the dataset was last listed at the version " + last + ", which is not in the file");
        }
    }
}
