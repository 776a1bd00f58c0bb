package dalil.command.imports.numbers;

import dalil.command.imports.dates.PlainWord;
import dalil.command.imports.dates.WrittenPattern;
import dalil.command.imports.dates.WrittenPattern.Parts;
import dalil.command.imports.dates.WrittenPattern.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ways in which a publisher writes numbers that are not simply a number, such as {@code 30s}, {@code 20-30} or {@code under 1}. */
public final class RangeFormat {

    /** Both ends, or the way of not saying. */
    public record Ends(long least, long greatest, String answer) {

        static Ends of(long least, long greatest) {
            return new Ends(least, greatest, "");
        }

        /** Whether there are no numbers. */
        public boolean isAnswer() {
            return !answer.isEmpty();
        }

        public static Ends none(String answer) {
            return new Ends(0, 0, answer);
        }
    }

    /**
     * What a profile says of a way beside its pattern or words.
     *
     * @param answer one of the ways of not saying; null where there are numbers
     */
    public record Stated(
            @Nullable Long least,
            @Nullable Long greatest,
            @Nullable String answer) {}

    private static final int IN_A_DECADE = 9;

    private final String name;
    private final Map<String, Ends> words;
    private final List<Way> ways;
    private final String thousands;

    private RangeFormat(String name, Map<String, Ends> words, List<Way> ways, String thousands) {
        this.name = name;
        this.words = Map.copyOf(words);
        this.ways = List.copyOf(ways);
        this.thousands = thousands;
    }

    private record Way(WrittenPattern pattern, Stated stated) {}

    /** Under which name the profile declares it. */
    public String name() {
        return name;
    }

    /** What stands there as one of the declared words, which go before anything else. */
    public Optional<Ends> word(String text) {
        return Optional.ofNullable(words.get(PlainWord.of(text)));
    }

    /** What stands there in one of the declared patterns, tried in order. */
    public Optional<Ends> pattern(String text) {
        for (Way way : ways) {
            Optional<Parts> parts = way.pattern().read(text);
            if (parts.isPresent()) {
                return Optional.of(ends(way.stated(), parts.get()));
            }
        }
        return Optional.empty();
    }

    private Ends ends(Stated stated, Parts parts) {
        if (stated.answer() != null) {
            return Ends.none(stated.answer());
        }
        Long least = stated.least();
        Long greatest = stated.greatest();
        for (String token : Builder.LEAST.keySet()) {
            String digits = parts.at(token);
            least = digits == null ? least : Long.valueOf(number(digits) + Builder.LEAST.get(token));
        }
        for (String token : Builder.GREATEST.keySet()) {
            String digits = parts.at(token);
            greatest = digits == null ? greatest : Long.valueOf(number(digits) + Builder.GREATEST.get(token));
        }
        if (least == null || greatest == null) {
            throw new IllegalStateException("a pattern with one end only");
        }
        return Ends.of(least, greatest);
    }

    private long number(String digits) {
        return Long.parseLong(thousands.isEmpty() ? digits : digits.replace(thousands, ""));
    }

    /** Puts a format together. */
    public static final class Builder {

        /** The tokens that give the least number, and what is added to what stands there. */
        private static final Map<String, Integer> LEAST = Map.of("number", 0, "least", 0, "above", 1, "decade", 0);

        private static final Map<String, Integer> GREATEST =
                Map.of("number", 0, "greatest", 0, "below", -1, "decade", IN_A_DECADE);

        private final String name;
        private final String thousands;
        private final Tokens tokens;
        private final Map<String, Ends> words = new HashMap<>();
        private final List<Way> ways = new ArrayList<>();

        /** @param thousands what stands between groups of digits; empty if nothing */
        public Builder(String name, String thousands) {
            this.name = name;
            this.thousands = thousands;
            String digits = thousands.isEmpty()
                    ? "[0-9]{1,15}"
                    : "(?:[0-9]{1,3}(?:" + Pattern.quote(thousands) + "[0-9]{3}){1,4}|[0-9]{1,15})";
            this.tokens = new Tokens(
                    Map.of(
                            "number", digits,
                            "least", digits,
                            "greatest", digits,
                            "above", digits,
                            "below", digits,
                            "decade", "[0-9]{1,3}0",
                            "any", ".*?"),
                    Set.of("any"),
                    false);
        }

        /** @throws IllegalArgumentException saying what is missing, or what is said twice */
        public Builder pattern(String text, Stated stated) {
            WrittenPattern pattern = WrittenPattern.of(text, tokens);
            boolean numbers = pattern.tokens().stream()
                    .anyMatch(token -> LEAST.containsKey(token) || GREATEST.containsKey(token));
            if (stated.answer() != null && (numbers || stated.least() != null || stated.greatest() != null)) {
                throw new IllegalArgumentException("an answer goes without numbers");
            }
            if (stated.answer() == null) {
                check(
                        pattern,
                        LEAST.keySet(),
                        stated.least(),
                        "the least number",
                        "{number}, {least}, {above}, {decade}");
                check(
                        pattern,
                        GREATEST.keySet(),
                        stated.greatest(),
                        "the greatest number",
                        "{number}, {greatest}, {below}, {decade}");
            }
            ways.add(new Way(pattern, stated));
            return this;
        }

        private static void check(
                WrittenPattern pattern, Set<String> giving, @Nullable Long stated, String what, String tokens) {
            long times = pattern.tokens().stream().filter(giving::contains).count() + (stated == null ? 0 : 1);
            if (times != 1) {
                throw new IllegalArgumentException(what + " is said " + (times == 0 ? "nowhere" : "twice") + ": one of "
                        + tokens + " in the pattern says it, or a number beside the pattern");
            }
        }

        /** @throws IllegalArgumentException unless there are both ends, or an answer */
        public Builder words(List<String> texts, Stated stated) {
            Ends ends;
            if (stated.answer() != null && stated.least() == null && stated.greatest() == null) {
                ends = Ends.none(stated.answer());
            } else if (stated.answer() == null && stated.least() != null && stated.greatest() != null) {
                ends = Ends.of(stated.least(), stated.greatest());
            } else {
                throw new IllegalArgumentException(
                        "words stand for {least: …, greatest: …}, or for {answer: unknown}, and not for both");
            }
            texts.forEach(text -> words.put(PlainWord.of(text), ends));
            return this;
        }

        public RangeFormat build() {
            return new RangeFormat(name, words, ways, thousands);
        }
    }
}
