package dalil.query.record.answer;

import dalil.query.problem.BadQuestion;
import dalil.query.problem.UnknownRecord;
import dalil.query.record.SourceState;
import dalil.query.wire.Standpoint;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one record's stream at the reader's index, and gives the answer its headers. */
final class RecordReader {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private final Streams streams;
    private final Positions positions;

    /** As far as the ledger has come. */
    RecordReader(Streams streams) {
        this(streams, (asOf, atLeast) -> Standpoint.of(asOf, atLeast).in(streams));
    }

    RecordReader(Streams streams, Positions positions) {
        this.streams = streams;
        this.positions = positions;
    }

    /** The ledger index at which a record is read, from what was asked. */
    @FunctionalInterface
    interface Positions {
        long at(@Nullable String asOf, @Nullable String atLeast);
    }

    /**
     * A question about one record.
     *
     * @param kind the first part of its stream's name
     * @param id as it stands in the path
     * @param asOf index or instant; null if not given
     * @param atLeast index; null if not given
     */
    record Question(
            String kind,
            String id,
            @Nullable String asOf,
            @Nullable String atLeast) {}

    /**
     * A record's facts up to the reader's index.
     *
     * @param id lower-case UUID
     * @param position index of the last fact that was looked at
     * @param facts at least one
     */
    record Found(String id, long position, List<RecordedFact> facts) {}

    /**
     * The answer to a question, with {@code Dalil-Position} and {@code ETag}.
     *
     * @throws BadQuestion if the id is malformed
     * @throws UnknownRecord if nothing of that id was recorded until then
     */
    <T> T answer(Question question, HttpServletResponse response, Function<Found, T> answer) {
        if (!ID.matcher(question.id()).matches()) {
            throw new BadQuestion(
                    "id", "malformed-id", "an id is a UUID, such as 6f1c2d3e-0000-4000-8000-000000000001");
        }
        String id = question.id().toLowerCase(Locale.ROOT);
        long position = positions.at(question.asOf(), question.atLeast());
        List<RecordedFact> facts = streams.stream(question.kind() + "/" + id, position + 1);
        if (facts.isEmpty()) {
            throw new UnknownRecord(question.kind());
        }
        response.setHeader(Standpoint.HEADER, Long.toString(position));
        // set here and not on a ResponseEntity, which would answer 304 by itself: a source's origin may change with its
        // origins
        response.setHeader("ETag", "\"" + facts.get(facts.size() - 1).sequence() + "\"");
        return answer.apply(new Found(id, position, facts));
    }

    /** Other sources at the index of an answer. */
    Function<String, Optional<SourceState>> sourcesAt(long position) {
        return id -> {
            List<RecordedFact> facts = streams.stream("source/" + id, position + 1);
            return facts.isEmpty() ? Optional.empty() : Optional.of(SourceAnswer.state(facts));
        };
    }
}
