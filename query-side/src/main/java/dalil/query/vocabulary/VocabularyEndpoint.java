package dalil.query.vocabulary;

import dalil.events.vocabulary.Vocabularies;
import dalil.query.problem.BadQuestion;
import dalil.query.problem.UnknownRecord;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists of codes. They come with the program and not from the ledger, so no position belongs to them. */
@RestController
@RequestMapping(path = "/api/vocabularies", produces = MediaType.APPLICATION_JSON_VALUE)
public class VocabularyEndpoint {

    @GetMapping
    VocabularyAnswer.Index all(@RequestParam(name = "language", defaultValue = "en") String language) {
        return VocabularyAnswer.Index.in(known(language));
    }

    @GetMapping("/{list}")
    VocabularyAnswer one(
            @PathVariable("list") String list, @RequestParam(name = "language", defaultValue = "en") String language) {
        String in = known(language);
        return VocabularyAnswer.of(Vocabularies.find(list).orElseThrow(UnknownRecord::list), in);
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
