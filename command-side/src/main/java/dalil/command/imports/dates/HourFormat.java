package dalil.command.imports.dates;

import dalil.events.claim.Occurred.Hours;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ways in which a publisher writes times of day that stand apart from their date, tried in order. */
public final class HourFormat {

    /** What one hour alone stands for. */
    public enum Means {
        /** That moment. */
        MOMENT,
        /** From then on. */
        FROM,
        /** Until then. */
        UNTIL
    }

    private final String name;
    private final List<Function<String, Optional<Hours>>> ways;
    private final Set<String> untimed;

    private HourFormat(String name, List<Function<String, Optional<Hours>>> ways, Set<String> untimed) {
        this.name = name;
        this.ways = List.copyOf(ways);
        this.untimed = Set.copyOf(untimed);
    }

    /**
     * The hours that a text tells; null where it tells none.
     *
     * @throws IllegalArgumentException saying what is wrong, without repeating the text
     */
    public @Nullable Hours read(String text) {
        if (untimed.contains(PlainWord.of(text))) {
            return null;
        }
        for (Function<String, Optional<Hours>> way : ways) {
            Optional<Hours> hours = way.apply(text);
            if (hours.isPresent()) {
                return hours.get();
            }
        }
        throw new IllegalArgumentException("written in none of the ways that hours." + name + " declares");
    }

    /** Puts a format together. */
    public static final class Builder {

        private final String name;
        private final List<Function<String, Optional<Hours>>> ways = new ArrayList<>();
        private final Set<String> untimed = new HashSet<>();

        public Builder(String name) {
            this.name = name;
        }

        /** @throws IllegalArgumentException if the pattern has no hour */
        public Builder pattern(String text, Means means, boolean about) {
            WrittenPattern pattern = WrittenPattern.of(text);
            if (!pattern.tokens().contains("hour")) {
                throw new IllegalArgumentException(
                        "a time of day has {hour}, mostly {minute}, and {hour2}, {minute2} where it ends");
            }
            ways.add(written -> pattern.read(written).map(parts -> hours(parts, means, about)));
            return this;
        }

        /** Words that tell no hour, such as {@code evening}. */
        public Builder untimed(List<String> words) {
            words.forEach(word -> untimed.add(PlainWord.of(word)));
            return this;
        }

        public HourFormat build() {
            return new HourFormat(name, ways, untimed);
        }

        private static Hours hours(WrittenPattern.Parts parts, Means means, boolean about) {
            String first = Clock24.read(parts, "");
            String second = Clock24.read(parts, "2");
            if (second != null) {
                return new Hours(first, second, about);
            }
            return switch (means) {
                case MOMENT -> new Hours(first, first, about);
                case FROM -> new Hours(first, null, about);
                case UNTIL -> new Hours(null, first, about);
            };
        }
    }
}
