package dalil.query.format;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/dictionary}: what the columns of the tables mean. */
@RestController
public class DictionaryEndpoint {

    private static final Set<String> OF_A_TALLY =
            new TreeSet<>(Set.of("corroborated", "reported", "records", "rule", "index"));

    @GetMapping("/api/dictionary")
    Map<String, List<Column>> dictionary() {
        return Map.of(
                "timeline", Dictionary.TIMELINE,
                "figures", Dictionary.FIGURES,
                "tallies", Dictionary.tally(List.copyOf(OF_A_TALLY)));
    }
}
