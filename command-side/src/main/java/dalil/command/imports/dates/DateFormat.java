package dalil.command.imports.dates;

import dalil.events.time.Edtf;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ways in which a publisher writes dates, tried in the order in which the profile has them. */
public final class DateFormat {

    /** ISO dates and date-times, and nothing else. */
    public static final DateFormat ISO = new Builder("iso", null).iso("").build();

    private final String name;
    private final List<Function<String, Optional<ReadDate>>> ways;

    private DateFormat(String name, List<Function<String, Optional<ReadDate>>> ways) {
        this.name = name;
        this.ways = List.copyOf(ways);
    }

    public String name() {
        return name;
    }

    /** @throws IllegalArgumentException saying what is wrong, without repeating the text */
    public ReadDate read(String text) {
        for (Function<String, Optional<ReadDate>> way : ways) {
            Optional<ReadDate> read = way.apply(text);
            if (read.isPresent()) {
                String edtf = read.get().edtf();
                if (edtf != null) {
                    Edtf.parse(edtf);
                }
                return read.get();
            }
        }
        throw new IllegalArgumentException("written in none of the ways that dates." + name + " declares");
    }

    /** Puts a format together. */
    public static final class Builder {

        private final String name;
        private final @Nullable ZoneId zone;
        private final List<Function<String, Optional<ReadDate>>> ways = new ArrayList<>();

        /** @param zone of the case; null to keep hours as they are written */
        public Builder(String name, @Nullable ZoneId zone) {
            this.name = name;
            this.zone = zone;
        }

        /** ISO dates and date-times. */
        public Builder iso(String mark) {
            ways.add(text -> IsoDate.read(text, zone).map(date -> marked(date, mark)));
            return this;
        }

        /** Dates that are EDTF already. */
        public Builder edtf(String mark) {
            ways.add(text ->
                    isEdtf(text) ? Optional.of(marked(new ReadDate(text.strip(), null), mark)) : Optional.empty());
            return this;
        }

        /** @throws IllegalArgumentException if the pattern can make no date */
        public Builder pattern(String pattern, String mark) {
            DateRule rule = DateRule.of(pattern, mark);
            ways.add(rule::read);
            return this;
        }

        /** Words that mean that there is no date. */
        public Builder undated(List<String> words) {
            Set<String> plain = new HashSet<>();
            words.forEach(word -> plain.add(PlainWord.of(word)));
            ways.add(text -> plain.contains(PlainWord.of(text)) ? Optional.of(ReadDate.UNDATED) : Optional.empty());
            return this;
        }

        public DateFormat build() {
            return new DateFormat(name, ways);
        }

        private static ReadDate marked(ReadDate date, String mark) {
            return mark.isEmpty() ? date : new ReadDate(date.edtf() + mark, date.hours());
        }

        private static boolean isEdtf(String text) {
            try {
                Edtf.parse(text.strip());
                return true;
            } catch (IllegalArgumentException | DateTimeException not) {
                return false;
            }
        }
    }
}
