package dalil.query.format;

import dalil.query.problem.BadQuestion;
import dalil.query.tally.Tally;
import dalil.query.tally.TallyQuery;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /api/tallies?format=csv}: one row a cell. Rule and index stand in every row, since a table is soon parted from the
 * answer that it came in.
 */
@RestController
public class TallyFormats {

    private final TallyQuery tallies;
    private final JsonMapper json;

    public TallyFormats(TallyQuery tallies, JsonMapper json) {
        this.tallies = tallies;
        this.json = json;
    }

    @GetMapping(path = "/api/tallies", params = "format")
    void tally(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        Download.Format format = Download.Format.of(parameters);
        if (format == Download.Format.GEOJSON || format == Download.Format.TIMELINEJS) {
            throw new BadQuestion("format", "unknown-word", "a tally is given as json, csv or parquet");
        }
        Tally tally = tallies.ask(parameters);
        response.setHeader("Dalil-Position", Long.toString(tally.index()));
        if (format == Download.Format.JSON) {
            Download.json(json, tally, response);
            return;
        }
        Download.begin(response, format, "tally-" + tally.unit(), tally.index());
        List<String> columns = with(tally.columns(), "rule", "index");
        if (format == Download.Format.PARQUET) {
            Download.write(
                    response,
                    () -> new Parquet(Dictionary.tally(columns), json)
                            .write(
                                    response.getOutputStream(),
                                    table -> tally.rows()
                                            .forEach(cells -> table.row(with(cells, tally.rule(), tally.index())))));
            return;
        }
        Download.write(response, () -> {
            Csv csv = new Csv(response.getOutputStream(), columns);
            for (List<Object> cells : tally.rows()) {
                csv.row(with(cells, tally.rule(), tally.index()));
            }
            csv.close();
        });
    }

    @SafeVarargs
    private static <T> List<T> with(List<T> list, T... more) {
        List<T> longer = new ArrayList<>(list);
        longer.addAll(List.of(more));
        return longer;
    }
}
