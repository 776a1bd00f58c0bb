package dalil.command.imports.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.command.imports.numbers.RangeFormat.Builder;
import dalil.command.imports.numbers.RangeFormat.Ends;
import dalil.command.imports.numbers.RangeFormat.Stated;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangeFormatTest {

    private static final Stated NOTHING = new Stated(null, null, null);

    @Test
    void a_pattern_gives_both_ends() {
        assertThat(read("{least}–{greatest}", NOTHING, "20–30")).isEqualTo(new Ends(20, 30, ""));
        assertThat(read("{number} лет", NOTHING, "45  ЛЕТ")).isEqualTo(new Ends(45, 45, ""));
        assertThat(read("{decade}-е", NOTHING, "30-е")).isEqualTo(new Ends(30, 39, ""));
        assertThat(read("до {below} года", new Stated(0L, null, null), "до 1 года"))
                .isEqualTo(new Ends(0, 0, ""));
        assertThat(read("старше {above}", new Stated(null, 120L, null), "старше 60"))
                .isEqualTo(new Ends(61, 120, ""));
        assertThat(read("{any}", new Stated(null, null, "unknown"), "whatever")).isEqualTo(Ends.none("unknown"));
    }

    @Test
    void groups_of_digits_are_told_apart_only_as_declared() {
        RangeFormat format =
                new Builder("f", ",").pattern("at least {number}", NOTHING).build();
        assertThat(format.pattern("at least 1,234")).contains(new Ends(1234, 1234, ""));
        assertThat(format.pattern("at least 1234")).contains(new Ends(1234, 1234, ""));
        assertThat(format.pattern("at least 12,34")).isEmpty();
        RangeFormat plain =
                new Builder("f", "").pattern("at least {number}", NOTHING).build();
        assertThat(plain.pattern("at least 1,234")).isEmpty();
    }

    @Test
    void patterns_are_tried_in_order() {
        RangeFormat format = new Builder("f", "")
                .pattern("{number} or so", NOTHING)
                .pattern("{number} {any}", new Stated(null, null, null))
                .build();
        assertThat(format.pattern("7 or so")).contains(new Ends(7, 7, ""));
        assertThat(format.pattern("8 perhaps")).contains(new Ends(8, 8, ""));
        assertThat(format.pattern("perhaps 8")).isEmpty();
    }

    @Test
    void what_gives_an_end_not_at_all_or_twice_is_refused() {
        refused("under {below}", NOTHING, "the least number is said nowhere");
        refused("{number}+", new Stated(null, 9L, null), "the greatest number is said twice");
        refused("{number}-{greatest}", NOTHING, "the greatest number is said twice");
        refused("{number}", new Stated(null, null, "unknown"), "an answer goes without numbers");
        refused("{year}", NOTHING, "{year} is none of the tokens {above}, {any}, {below}, {decade}, {greatest}");
        refused("{number} {number}", NOTHING, "{number} stands twice");
        assertThatThrownBy(() -> new Builder("f", "").words(List.of("few"), new Stated(3L, null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("words stand for {least: …, greatest: …}, or for {answer: unknown}");
    }

    private static void refused(String pattern, Stated stated, String message) {
        assertThatThrownBy(() -> new Builder("f", "").pattern(pattern, stated))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    private static Ends read(String pattern, Stated stated, String text) {
        return new Builder("f", "")
                .pattern(pattern, stated)
                .build()
                .pattern(text)
                .orElseThrow();
    }
}
