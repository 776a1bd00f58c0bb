package dalil.query.record.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.query.problem.BadQuestion;
import dalil.query.report.OpenReports;
import dalil.query.report.OpenReports.Entry;
import dalil.query.report.OpenReports.Page;
import dalil.query.wire.Standpoint;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reports that are still to be worked up, the oldest first. It is about now: what was open then is in each report's history. */
@RestController
@RequestMapping(path = "/api/reports", produces = MediaType.APPLICATION_JSON_VALUE)
public class ReportsEndpoint {

    private static final int LIMIT = 50;
    private static final int MOST = 200;

    private final Streams streams;
    private final OpenReports open;

    public ReportsEndpoint(Streams streams, OpenReports open) {
        this.streams = streams;
        this.open = open;
    }

    /**
     * Some of them, without anything protected.
     *
     * @param open how many there are
     * @param urgent in how many of them somebody is in danger or needs care now
     * @param next cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reports(
            int open,
            int urgent,
            List<ReportAnswer> reports,
            @Nullable String next) {}

    @GetMapping
    Reports reports(
            @RequestParam(name = "urgent", required = false) @Nullable String urgent,
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "atLeast", required = false) @Nullable String atLeast,
            HttpServletResponse response) {
        int most = limit(limit);
        long after = after(cursor);
        boolean onlyUrgent = only(urgent);
        Standpoint.of(null, atLeast).in(streams); // waits for a fact that is asked for
        Page page = open.page(after, onlyUrgent, most + 1);
        boolean more = page.entries().size() > most;
        List<Entry> shown = more ? page.entries().subList(0, most) : page.entries();
        response.setHeader(Standpoint.HEADER, Long.toString(page.position()));
        return new Reports(
                page.open(),
                page.urgent(),
                shown.stream()
                        .map(entry -> ReportAnswer.of(streams.stream(entry.stream(), page.position() + 1))
                                .inTheOpen())
                        .toList(),
                more ? Long.toString(shown.get(most - 1).index()) : null);
    }

    private static boolean only(@Nullable String urgent) {
        if (urgent == null || urgent.equals("false")) {
            return false;
        }
        if (!urgent.equals("true")) {
            throw new BadQuestion("urgent", "bad-value", "true or false");
        }
        return true;
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return LIMIT;
        }
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw new BadQuestion("limit", "bad-number", "a number from 1 to " + MOST);
        }
        return Integer.parseInt(limit);
    }

    private static long after(@Nullable String cursor) {
        if (cursor == null) {
            return -1;
        }
        if (!cursor.matches("[0-9]{1,15}")) {
            throw new BadQuestion("cursor", "bad-cursor", "the value of next in the page before");
        }
        return Long.parseLong(cursor);
    }
}
