package dalil.query.vocabulary;

import dalil.events.vocabulary.Vocabularies;
import dalil.query.problem.BadQuestion;
import dalil.query.problem.UnknownRecord;
import dalil.query.wire.Standpoint;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The lists of codes. They come with the program and are the same at every index, since a code is for ever; the position is given
 * and waited for as everywhere, so that a reader need not make an exception.
 */
@RestController
@RequestMapping(path = "/api/vocabularies", produces = MediaType.APPLICATION_JSON_VALUE)
public class VocabularyEndpoint {

    private final Standpoint.Reflection ledger;

    public VocabularyEndpoint(Standpoint.Reflection ledger) {
        this.ledger = ledger;
    }

    @GetMapping
    VocabularyAnswer.Index all(
            @RequestParam(name = "language", defaultValue = "en") String language,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "atLeast", required = false) @Nullable String atLeast,
            HttpServletResponse response) {
        String in = known(language);
        position(asOf, atLeast, response);
        return VocabularyAnswer.Index.in(in);
    }

    @GetMapping("/{list}")
    VocabularyAnswer one(
            @PathVariable("list") String list,
            @RequestParam(name = "language", defaultValue = "en") String language,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            @RequestParam(name = "atLeast", required = false) @Nullable String atLeast,
            HttpServletResponse response) {
        String in = known(language);
        VocabularyAnswer answer = VocabularyAnswer.of(Vocabularies.find(list).orElseThrow(UnknownRecord::list), in);
        position(asOf, atLeast, response);
        return answer;
    }

    private void position(@Nullable String asOf, @Nullable String atLeast, HttpServletResponse response) {
        response.setHeader(
                Standpoint.HEADER, Long.toString(Standpoint.of(asOf, atLeast).in(ledger)));
    }

    private static String known(String language) {
        if (!Vocabularies.languages().contains(language)) {
            throw new BadQuestion(
                    "language",
                    "unknown-language",
                    "there are labels in " + String.join(", ", Vocabularies.languages()));
        }
        return language;
    }
}
