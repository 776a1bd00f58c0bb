package dalil.command.imports.profile;

import dalil.command.imports.dates.DateFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a text comes from. */
public sealed interface Value {

    /** The columns that it reads. */
    default List<Column> columns() {
        return List.of();
    }

    /**
     * What the file has there.
     *
     * @param split what stands between several values in one; empty if it is one
     * @param take which part of it counts
     * @param answers tokens that stand for one of the ways of not saying, each with that way
     * @param dates a date format through which it is read to an EDTF date; null if it is not a date
     */
    record OfColumn(
            Column column,
            String split,
            Take take,
            List<String> nulls,
            Map<String, String> answers,
            @Nullable WordMap words,
            @Nullable DateFormat dates)
            implements Value {

        @Override
        public List<Column> columns() {
            return List.of(column);
        }
    }

    /** The same for every row. */
    record Constant(String text) implements Value {}

    /** One of the four ways of not saying. */
    record NoAnswer(String answer) implements Value {}

    /**
     * Text with values in it; nothing if one of them is missing.
     *
     * @param texts stand before, between and after the columns: one more than there are columns
     */
    record Template(List<String> texts, List<Column> columns) implements Value {}

    /** The first of them that has a value. */
    record First(List<Value> values) implements Value {

        @Override
        public List<Column> columns() {
            return values.stream().flatMap(value -> value.columns().stream()).toList();
        }
    }

    /** All of them. */
    record Several(List<Value> values) implements Value {

        @Override
        public List<Column> columns() {
            return values.stream().flatMap(value -> value.columns().stream()).toList();
        }
    }
}
