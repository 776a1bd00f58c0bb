package dalil.query.record.answer;

import dalil.events.report.ReportCode;
import dalil.events.report.ReportCode.Fault;
import dalil.events.report.ReportCode.NotACode;
import dalil.ledger.Ledger;
import dalil.query.problem.BadQuestion;
import dalil.query.problem.TooManyGuesses;
import dalil.query.problem.UnknownRecord;
import dalil.query.record.answer.RecordReader.Question;
import dalil.query.report.GuessBound;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A report by the code that its teller was given. */
@RestController
@RequestMapping(path = "/api/reports/by-code/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
public class ReportByCodeEndpoint {

    private static final String KIND = "report";

    private final RecordReader reader;
    private final Ledger ledger;
    private final GuessBound guesses;

    public ReportByCodeEndpoint(Streams streams, Ledger ledger, GuessBound guesses) {
        this.reader = new RecordReader(streams);
        this.ledger = ledger;
        this.guesses = guesses;
    }

    /** @throws TooManyGuesses also for a right code: whoever guesses must not learn from the difference */
    @GetMapping
    ReportAnswer report(
            @PathVariable("code") String said,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "atLeast", required = false) @Nullable String atLeast,
            HttpServletResponse response) {
        String id = code(said).id(ledger::digest).toString();
        if (!guesses.take()) {
            throw new TooManyGuesses(guesses.secondsPerGuess());
        }
        try {
            ReportAnswer found = reader.answer(
                    new Question(KIND, id, asOf, atLeast), response, facts -> ReportAnswer.of(facts.facts()));
            guesses.giveBack();
            return found;
        } catch (UnknownRecord wrong) {
            throw UnknownRecord.ofCode();
        } catch (RuntimeException notAGuess) {
            guesses.giveBack();
            throw notAGuess;
        }
    }

    private static ReportCode code(String said) {
        try {
            return ReportCode.said(said);
        } catch (NotACode wrong) {
            throw wrong.fault() == Fault.CHECK_DIGIT
                    ? new BadQuestion(
                            "code",
                            "wrong-check-digit",
                            "the last digit does not fit the others: one was misheard, or two were swapped; ask again")
                    : new BadQuestion("code", "malformed-code", "a code has nine digits and does not begin with zero");
        }
    }
}
