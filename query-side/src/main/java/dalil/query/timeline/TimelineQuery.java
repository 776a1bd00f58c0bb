package dalil.query.timeline;

import dalil.query.facts.FactsTable;
import dalil.query.problem.BadQuestion;
import dalil.query.question.Moments;
import dalil.query.question.Page;
import dalil.query.question.Page.Content;
import dalil.query.question.Page.Cursor;
import dalil.query.question.Question;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which units, in the order of time. */
public final class TimelineQuery {

    /** Entries on a page. */
    public static final int MOST = 1_000;

    private static final int USUAL = 100;
    private static final Set<String> OTHERS = others();

    private final FactsTable table;
    private final Moments moments;

    public TimelineQuery(FactsTable table, Moments moments) {
        this.table = table;
        this.moments = moments;
    }

    private static Set<String> others() {
        Set<String> others = new HashSet<>(Moments.PARAMETERS);
        others.addAll(Set.of("limit", "cursor", "format"));
        return Set.copyOf(others);
    }

    /** @param parameters of the request, each with all its values */
    public Timeline ask(Map<String, List<String>> parameters) {
        Question question = Question.of(parameters, OTHERS);
        int limit = limit(parameters.getOrDefault("limit", List.of()));
        Cursor cursor = cursor(parameters.getOrDefault("cursor", List.of()));
        long index = index(parameters, cursor);
        Content content = table.read(
                index, connection -> new Page(question, table.words(), index).read(connection, cursor, limit));
        Cursor next = content.next();
        return new Timeline(
                index,
                question.filters(),
                question.unit().word(),
                content.units().stream()
                        .map(found -> TimelineEntry.of(found, index))
                        .toList(),
                next == null ? null : next.text());
    }

    private long index(Map<String, List<String>> parameters, @Nullable Cursor cursor) {
        if (cursor == null) {
            return moments.of(parameters);
        }
        if (parameters.containsKey("asOf") && moments.of(parameters) != cursor.index()) {
            throw new BadQuestion("cursor", "bad-cursor", "the cursor belongs to another index than asOf");
        }
        return moments.await(cursor.index());
    }

    private static @Nullable Cursor cursor(List<String> values) {
        return values.isEmpty() ? null : Cursor.parse(Question.one("cursor", values));
    }

    private static int limit(List<String> values) {
        if (values.isEmpty()) {
            return USUAL;
        }
        try {
            int limit = Integer.parseInt(Question.one("limit", values));
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new BadQuestion("limit", "bad-number", "between 1 and " + MOST);
    }
}
