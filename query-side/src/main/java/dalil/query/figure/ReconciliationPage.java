package dalil.query.figure;

import static dalil.query.page.PlainPage.escaped;

import dalil.query.figure.Reconciliation.Beside;
import dalil.query.figure.Reconciliation.Series;
import dalil.query.page.PlainPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reconciliation as a page: one table for each publisher, a row for what it said at one time. */
final class ReconciliationPage {

    /** The measures that most publishers give, in the order in which they are read; any other stands below the table. */
    private static final List<String> COLUMNS = List.of(
            "sought-medical-help", "treated-as-outpatient", "hospitalised", "in-intensive-care", "injured", "dead");

    private static final Map<String, String> WORDS = Map.of(
            "at-least", "\u2265 ", "more-than", "> ", "at-most", "\u2264 ", "fewer-than", "< ", "about", "about ");

    private ReconciliationPage() {}

    static String of(Reconciliation reconciliation) {
        Map<String, Beside> figures = new HashMap<>();
        for (Series series : reconciliation.series()) {
            series.figures().forEach(beside -> figures.put(beside.figure().id(), beside));
        }
        StringBuilder body = new StringBuilder("<h1>What was published, and what is documented here</h1>\n");
        body.append("<p>").append(escaped(reconciliation.note())).append("</p>\n");
        body.append(
                        "<p>Published totals stay as they were published, also where they contradict each other. They are set beside"
                                + " the people documented here only where both count the same thing in the same way. Nothing is added to"
                                + " anything. Under a total stand the documented people, <em>corroborated / reported</em>. State of the register:"
                                + " index ")
                .append(reconciliation.index())
                .append(".</p>\n");
        if (reconciliation.bulletins().isEmpty()) {
            body.append("<p>No published totals are recorded.</p>\n");
        }
        byPublisher(reconciliation.bulletins()).values().forEach(bulletins -> publisher(body, bulletins, figures));
        body.append("<p><a href=\"/api/reconciliation?asOf=")
                .append(reconciliation.index())
                .append("\">The same for programs</a>, <a href=\"/api/figures?asOf=")
                .append(reconciliation.index())
                .append("\">all figures</a>, <a href=\"/\">the register</a></p>");
        return PlainPage.of("Published and documented", body.toString());
    }

    private static Map<String, List<Bulletin>> byPublisher(List<Bulletin> bulletins) {
        Map<String, List<Bulletin>> by = new LinkedHashMap<>();
        bulletins.forEach(bulletin -> by.computeIfAbsent(bulletin.publisher().source(), any -> new ArrayList<>())
                .add(bulletin));
        List<Map.Entry<String, List<Bulletin>>> most = new ArrayList<>(by.entrySet());
        most.sort((one, other) ->
                Integer.compare(other.getValue().size(), one.getValue().size()));
        Map<String, List<Bulletin>> sorted = new LinkedHashMap<>();
        most.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static void publisher(StringBuilder body, List<Bulletin> bulletins, Map<String, Beside> figures) {
        String name = bulletins.get(0).publisher().name();
        body.append("<h2><bdi>").append(escaped(named(name))).append("</bdi></h2>\n");
        body.append("<table>\n<tr><th scope=\"col\">as of</th>");
        COLUMNS.forEach(column -> body.append("<th scope=\"col\">")
                .append(column.replace('-', ' '))
                .append("</th>"));
        body.append("</tr>\n");
        for (Bulletin bulletin : bulletins) {
            row(body, bulletin, figures);
        }
        body.append("</table>\n");
    }

    private static void row(StringBuilder body, Bulletin bulletin, Map<String, Beside> figures) {
        List<Beside> all = bulletin.figures().stream().map(figures::get).toList();
        List<PublishedFigure> told = all.stream().map(Beside::figure).toList();
        List<Beside> inTable = all.stream()
                .filter(beside -> COLUMNS.stream().anyMatch(column -> ofEverybody(beside.figure(), column)))
                .filter(beside -> !Bulletin.isPartOfTheSame(beside.figure(), told))
                .toList();
        body.append("<tr><th scope=\"row\">")
                .append(escaped(when(bulletin)))
                .append(via(bulletin))
                .append("</th>");
        for (String column : COLUMNS) {
            body.append("<td class=\"n\">")
                    .append(inTable.stream()
                            .filter(beside -> ofEverybody(beside.figure(), column))
                            .map(ReconciliationPage::cell)
                            .collect(Collectors.joining("<br>")))
                    .append("</td>");
        }
        body.append("</tr>\n");
        List<String> below = new ArrayList<>();
        bulletin.remarks().forEach(remark -> below.add(escaped(remark)));
        all.stream().filter(beside -> !inTable.contains(beside)).forEach(beside -> below.add(other(beside)));
        all.stream()
                .map(beside -> beside.figure().originName())
                .filter(origin -> origin != null)
                .distinct()
                .forEach(origin -> below.add("repeats <bdi>" + escaped(origin) + "</bdi>: not an origin of its own"));
        if (!below.isEmpty()) {
            body.append("<tr><td></td><td colspan=\"")
                    .append(COLUMNS.size())
                    .append("\"><small>")
                    .append(String.join("<br>", below))
                    .append("</small></td></tr>\n");
        }
    }

    private static String via(Bulletin bulletin) {
        return bulletin.reportedVia() == null
                ? ""
                : "<br><small>via <bdi>" + escaped(named(bulletin.reportedVia().name())) + "</bdi></small>";
    }

    private static String named(@Nullable String name) {
        return name == null ? "a source without a name" : name;
    }

    private static boolean ofEverybody(PublishedFigure figure, String measure) {
        return figure.measure().equals(measure)
                && figure.unit().equals("persons")
                && figure.population().equals("all")
                && !figure.period().equals("in-period");
    }

    private static String when(Bulletin bulletin) {
        String where = bulletin.place() == null ? "" : ", " + String.join(", ", bulletin.place());
        return time(bulletin) + where;
    }

    private static String time(Bulletin bulletin) {
        PublishedFigure.AsOf asOf = bulletin.asOf();
        if (asOf == null) {
            return bulletin.published() == null ? "undated" : "published " + bulletin.published();
        }
        String hour = asOf.to() != null ? asOf.to() : asOf.from();
        return hour == null ? asOf.date() : asOf.date() + " " + hour;
    }

    private static String cell(Beside beside) {
        StringBuilder cell = new StringBuilder();
        cell.append("<a href=\"")
                .append(escaped(beside.figure().record()))
                .append("\">")
                .append(number(beside.figure()))
                .append("</a>");
        if (beside.documented() != null) {
            cell.append("<br><small><a href=\"")
                    .append(escaped(beside.documented().tally()))
                    .append("\">documented ")
                    .append(beside.documented().corroborated())
                    .append(" / ")
                    .append(beside.documented().reported())
                    .append("</a></small>");
        } else if (beside.notComparable() != null) {
            cell.append("<br><small>").append(escaped(beside.notComparable())).append("</small>");
        }
        return cell.toString();
    }

    private static String other(Beside beside) {
        PublishedFigure figure = beside.figure();
        String part = figure.partOf() == null ? "" : "a part: ";
        return escaped(part + figure.measure().replace('-', ' ') + ", " + figure.unit() + ", "
                        + stated("population", figure.population()) + ", " + stated("period", figure.period()) + ": ")
                + cell(beside);
    }

    private static String stated(String what, String word) {
        return word.equals("not-stated") ? what + " not stated" : word.replace('-', ' ');
    }

    private static String number(PublishedFigure figure) {
        String number = figure.least() == figure.greatest()
                ? Long.toString(figure.least())
                : figure.least() + "\u2013" + figure.greatest();
        return escaped(WORDS.getOrDefault(figure.qualifier(), "") + number);
    }
}
