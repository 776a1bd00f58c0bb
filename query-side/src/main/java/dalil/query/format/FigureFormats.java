package dalil.query.format;

import dalil.query.figure.FigureListing;
import dalil.query.figure.FigureListing.Listed;
import dalil.query.figure.PublishedFigure;
import dalil.query.problem.BadQuestion;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Figures as files: all of them, or a page where {@code limit} or {@code cursor} asks for one. */
@RestController
public class FigureFormats {

    private final FigureListing figures;
    private final JsonMapper json;

    public FigureFormats(FigureListing figures, JsonMapper json) {
        this.figures = figures;
        this.json = json;
    }

    @GetMapping(path = "/api/figures", params = "format")
    void figures(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        Download.Format format = Download.Format.of(parameters);
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>(parameters);
        asked.remove("format");
        boolean part = format == Download.Format.JSON || asked.keySet().stream().anyMatch(FigureListing.PAGE::contains);
        Listed listed = part ? figures.page(asked) : figures.all(asked);
        response.setHeader("Dalil-Position", Long.toString(listed.index()));
        switch (format) {
            case JSON -> Download.json(json, listed, response);
            case GEOJSON, TIMELINEJS ->
                throw new BadQuestion("format", "unknown-word", "figures are given as json, csv or parquet");
            case PARQUET -> {
                Download.begin(response, format, "figures", listed.index());
                Download.write(
                        response,
                        () -> new Parquet(Dictionary.FIGURES, json)
                                .write(
                                        response.getOutputStream(),
                                        table -> listed.figures().forEach(figure -> table.row(row(figure)))));
            }
            case CSV -> {
                Download.begin(response, format, "figures", listed.index());
                Download.write(response, () -> {
                    Csv csv = new Csv(response.getOutputStream(), Dictionary.names(Dictionary.FIGURES));
                    for (PublishedFigure figure : listed.figures()) {
                        csv.row(row(figure));
                    }
                    csv.close();
                });
            }
        }
    }

    private static List<Object> row(PublishedFigure figure) {
        PublishedFigure.AsOf asOf = figure.asOf();
        return Arrays.asList(
                figure.id(),
                figure.publisher().source(),
                told(figure.publisher().name()),
                figure.origin(),
                told(figure.reportedVia()),
                told(figure.reportedViaName()),
                told(figure.published()),
                asOf == null ? "" : asOf.date(),
                asOf == null ? "" : told(asOf.to() == null ? asOf.from() : asOf.to()),
                figure.measure(),
                figure.unit(),
                figure.period(),
                figure.population(),
                figure.includes().dead(),
                figure.includes().securityForces(),
                figure.includes().medics(),
                figure.qualifier(),
                figure.least(),
                figure.greatest(),
                told(figure.partOf()),
                figure.place() == null ? "" : String.join("/", figure.place()),
                yes(figure.disputed()),
                yes(figure.withdrawnByPublisher()),
                yes(figure.retracted()),
                figure.record());
    }

    private static String yes(boolean so) {
        return so ? "yes" : "";
    }

    private static String told(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
