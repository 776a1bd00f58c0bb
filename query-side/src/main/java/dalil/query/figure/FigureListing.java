package dalil.query.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dalil.query.facts.FactsTable;
import dalil.query.problem.BadQuestion;
import dalil.query.question.Moments;
import dalil.query.question.Question;
import dalil.query.record.answer.Streams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which figures there are. */
public final class FigureListing {

    /** The parameters that ask for a part of the list. */
    public static final Set<String> PAGE = Set.of("limit", "cursor");

    private static final int USUAL = 100;
    private static final int MOST = 1_000;
    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,15})_([0-9]{1,9})");

    private final FigureList figures;
    private final Moments moments;

    public FigureListing(FactsTable table, Streams streams, Moments moments) {
        this.figures = new FigureList(table, streams);
        this.moments = moments;
    }

    /**
     * Figures in the order of what they are about.
     *
     * @param index ledger index of the last fact that it reflects
     * @param next cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Listed(
            long index,
            Map<String, String> filters,
            List<PublishedFigure> figures,
            @Nullable String next) {}

    /**
     * How far the pages before went.
     *
     * @param index ledger index that all pages of one list keep to, so that a number says where to go on
     */
    private record Cursor(long index, int told) {}

    /**
     * All of them.
     *
     * @param parameters of the request, each with all its values
     */
    public Listed all(Map<String, List<String>> parameters) {
        Map<String, String> filters = filters(parameters, Set.of());
        long index = moments.of(parameters);
        return new Listed(index, filters, figures.read(filters, index), null);
    }

    /**
     * Some of them, from {@code cursor} on.
     *
     * @param parameters of the request, each with all its values
     */
    public Listed page(Map<String, List<String>> parameters) {
        Map<String, String> filters = filters(parameters, PAGE);
        int limit = limit(parameters.getOrDefault("limit", List.of()));
        Cursor cursor = cursor(parameters.getOrDefault("cursor", List.of()));
        long index = cursor == null ? moments.of(parameters) : moments.await(cursor.index());
        if (cursor != null && parameters.containsKey("asOf") && moments.of(parameters) != index) {
            throw new BadQuestion("cursor", "bad-cursor", "the cursor belongs to another index than asOf");
        }
        int told = cursor == null ? 0 : cursor.told();
        List<PublishedFigure> found = figures.read(filters, index, told, limit + 1);
        boolean more = found.size() > limit;
        return new Listed(
                index, filters, more ? found.subList(0, limit) : found, more ? index + "_" + (told + limit) : null);
    }

    private static Map<String, String> filters(Map<String, List<String>> parameters, Set<String> others) {
        Map<String, String> filters = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (FigureList.filters().contains(name)) {
                filters.put(name, Question.one(name, values));
            } else if (!Moments.PARAMETERS.contains(name) && !others.contains(name)) {
                throw new BadQuestion(
                        name,
                        "unknown-parameter",
                        "the parameters here are " + String.join(", ", FigureList.filters()) + ", asOf, atLeast"
                                + (others.isEmpty() ? "" : ", limit, cursor"));
            }
        });
        return filters;
    }

    private static int limit(List<String> values) {
        if (values.isEmpty()) {
            return USUAL;
        }
        String limit = Question.one("limit", values);
        if (!limit.matches("[0-9]{1,4}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw new BadQuestion("limit", "bad-number", "between 1 and " + MOST);
        }
        return Integer.parseInt(limit);
    }

    private static @Nullable Cursor cursor(List<String> values) {
        if (values.isEmpty()) {
            return null;
        }
        Matcher parts = CURSOR.matcher(Question.one("cursor", values));
        if (!parts.matches()) {
            throw new BadQuestion("cursor", "bad-cursor", "the value of next in the page before");
        }
        return new Cursor(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)));
    }
}
