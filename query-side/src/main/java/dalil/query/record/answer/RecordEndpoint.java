package dalil.query.record.answer;

import dalil.query.record.answer.RecordReader.Found;
import dalil.query.record.answer.RecordReader.Question;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One record and its history, at the address of its kind.
 *
 * @param <A> what is answered
 */
abstract class RecordEndpoint<A> {

    private final String kind;
    private final String plural;
    private final BiFunction<RecordReader, Found, A> answer;
    private final Function<List<RecordedFact>, List<HistoryEntry>> history;
    private final RecordReader reader;
    private final RecordReader histories;

    /** @param kind the first part of its streams' names */
    RecordEndpoint(
            String kind,
            String plural,
            Streams streams,
            BiFunction<RecordReader, Found, A> answer,
            Function<List<RecordedFact>, List<HistoryEntry>> history) {
        this(kind, plural, new RecordReader(streams), new RecordReader(streams), answer, history);
    }

    /** @param reader of records; histories are read as far as the ledger has come */
    RecordEndpoint(
            String kind,
            String plural,
            RecordReader reader,
            RecordReader histories,
            BiFunction<RecordReader, Found, A> answer,
            Function<List<RecordedFact>, List<HistoryEntry>> history) {
        this.kind = kind;
        this.plural = plural;
        this.reader = reader;
        this.histories = histories;
        this.answer = answer;
        this.history = history;
    }

    @GetMapping
    A record(
            @PathVariable("id") String id,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "atLeast", required = false) @Nullable String atLeast,
            HttpServletResponse response) {
        return reader.answer(new Question(kind, id, asOf, atLeast), response, found -> answer.apply(reader, found));
    }

    @GetMapping("/history")
    HistoryAnswer history(
            @PathVariable("id") String id,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "atLeast", required = false) @Nullable String atLeast,
            HttpServletResponse response) {
        return histories.answer(
                new Question(kind, id, asOf, atLeast),
                response,
                found -> HistoryAnswer.of(kind, plural, found, history.apply(found.facts())));
    }
}
