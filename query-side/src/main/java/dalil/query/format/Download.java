package dalil.query.format;

import dalil.query.problem.BadQuestion;
import dalil.query.question.Question;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** How an answer that is a file begins. */
final class Download {

    private Download() {}

    /** The parameter {@code format}. */
    enum Format {
        JSON("json", MediaType.APPLICATION_JSON_VALUE),
        CSV("csv", "text/csv; charset=utf-8"),
        GEOJSON("geojson", "application/geo+json"),
        TIMELINEJS("timelinejs", "application/json"),
        PARQUET("parquet", "application/vnd.apache.parquet");

        private final String word;
        private final String mediaType;

        Format(String word, String mediaType) {
            this.word = word;
            this.mediaType = mediaType;
        }

        static Format of(Map<String, List<String>> parameters) {
            String asked = Question.one("format", parameters.getOrDefault("format", List.of()));
            for (Format format : values()) {
                if (format.word.equals(asked)) {
                    return format;
                }
            }
            throw new BadQuestion("format", "unknown-word", "format is one of json, csv, geojson, timelinejs, parquet");
        }
    }

    /** Media type, and a plain ASCII file name that says at which index the file was made. */
    static void begin(HttpServletResponse response, Format format, String name, long index) {
        response.setContentType(format.mediaType);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"dalil-" + name + "-index-" + index + "." + format.word + "\"");
    }

    /** The rest of a file. */
    @FunctionalInterface
    interface Rest {
        void write() throws IOException;
    }

    /**
     * Writes the rest of a file. Where that fails, nothing is closed, so that half a file cannot look whole: what was not sent yet
     * is taken back and the reader gets a problem; otherwise the connection is broken off.
     */
    static void write(HttpServletResponse response, Rest rest) throws IOException {
        try {
            rest.write();
        } catch (RuntimeException failed) {
            if (response.isCommitted()) {
                throw new BrokenOff(failed);
            }
            response.reset();
            response.setHeader("Cache-Control", "no-store");
            throw failed;
        }
    }

    /** A file that could not be finished. Not its cause, whose words may quote a record and would be logged. */
    static final class BrokenOff extends RuntimeException {
        BrokenOff(RuntimeException cause) {
            super("an export was broken off: " + cause.getClass().getName());
        }
    }

    static void json(JsonMapper json, Object answer, HttpServletResponse response) throws IOException {
        response.setContentType(Format.JSON.mediaType);
        json.writeValue(response.getOutputStream(), answer);
    }
}
