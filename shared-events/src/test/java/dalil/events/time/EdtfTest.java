package dalil.events.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfTest {

    @ParameterizedTest
    @CsvSource({
        "2020-10-05, 2020-10-05, 2020-10-05, DAY",
        "2020-10-05~, 2020-10-05, 2020-10-05, DAY",
        "2020-02-29?, 2020-02-29, 2020-02-29, DAY",
        "1900-02, 1900-02-01, 1900-02-28, MONTH",
        "2000-02, 2000-02-01, 2000-02-29, MONTH",
        "2020-10%, 2020-10-01, 2020-10-31, MONTH",
        "1985-04-XX, 1985-04-01, 1985-04-30, MONTH",
        "2020, 2020-01-01, 2020-12-31, YEAR",
        "2004-XX, 2004-01-01, 2004-12-31, YEAR",
        "1985-XX-XX, 1985-01-01, 1985-12-31, YEAR",
        "2001-21, 2001-01-01, 2001-12-31, SEASON",
        "-2001-24, -2001-01-01, -2001-12-31, SEASON",
        "201X, 2010-01-01, 2019-12-31, DECADE",
        "201X?, 2010-01-01, 2019-12-31, DECADE",
        "19XX, 1900-01-01, 1999-12-31, CENTURY",
        "0000, 0000-01-01, 0000-12-31, YEAR",
        "-0001-12-31, -0001-12-31, -0001-12-31, DAY",
        "-201X, -2019-01-01, -2010-12-31, DECADE",
        "-20XX, -2099-01-01, -2000-12-31, CENTURY",
        "-00XX, -0099-01-01, -0001-12-31, CENTURY",
        "-9999, -9999-01-01, -9999-12-31, YEAR",
        "9999-12-31, 9999-12-31, 9999-12-31, DAY",
        "2020-10-05/2020-10-06, 2020-10-05, 2020-10-06, INTERVAL",
        "2020-10-05/2020-10-05, 2020-10-05, 2020-10-05, INTERVAL",
        "2004-02-01/2005-02, 2004-02-01, 2005-02-28, INTERVAL",
        "2004-06/2004-06-11, 2004-06-01, 2004-06-11, INTERVAL",
        "1952-23~/1953, 1952-01-01, 1953-12-31, INTERVAL",
        "2003-22/2003-23, 2003-01-01, 2003-12-31, INTERVAL",
        "2012-02/2012-23, 2012-02-01, 2012-12-31, INTERVAL",
        "1985-04/.., 1985-04-01, , INTERVAL",
        "1985-04/, 1985-04-01, , INTERVAL",
        "../1985-04, , 1985-04-30, INTERVAL",
        "/1985~, , 1985-12-31, INTERVAL",
        "../.., , , INTERVAL"
    })
    void bounds_by_days(String text, String earliest, String latest, Precision precision) {
        Edtf edtf = Edtf.parse(text);
        assertThat(edtf.earliest() == null ? null : edtf.earliest().toString()).isEqualTo(earliest);
        assertThat(edtf.latest() == null ? null : edtf.latest().toString()).isEqualTo(latest);
        assertThat(edtf.precision()).isEqualTo(precision);
        assertThat(edtf.isInterval()).isEqualTo(precision == Precision.INTERVAL);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-10-05, false, false",
        "2020-10-05~, true, false",
        "2020-10-05?, false, true",
        "2020-10-05%, true, true",
        "2020-10-05~/2020-10-06, true, false",
        "2020-10-05/2020-10-06?, false, true",
        "2020-10-05~/2020-10-06?, true, true",
        "../2020~, true, false",
        "../.., false, false"
    })
    void says_what_is_approximate_and_what_is_uncertain(String text, boolean approximate, boolean uncertain) {
        assertThat(Edtf.parse(text).approximate()).isEqualTo(approximate);
        assertThat(Edtf.parse(text).uncertain()).isEqualTo(uncertain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-02-30 | there is no day 30 in 2020-02, it has 29 days",
                "1900-02-29 | there is no day 29 in 1900-02, it has 28 days",
                "2020-10-00 | there is no day 00 in 2020-10, it has 31 days",
                "2020-13 | there is no month 13",
                "2020-00 | there is no month 00",
                "2020-05-10/2020-05-32 | there is no day 32 in 2020-05, it has 31 days",
                "2020-25 | of the seasons only 21 spring, 22 summer, 23 autumn and 24 winter are possible",
                "2020-21-01 | a season (21 to 24) has no day",
                "2011-23~ | a season is vague already; write it without ?, ~ or %",
                "-0000 | there is no year -0000; the year before 0001 is 0000",
                "2020-10-06/2020-10-05 | the interval ends before it begins",
                "2020-23/2020-22 | the interval ends before it begins",
                "2020-10-05T21:00 | a date has no hours in it; hours go in timeOfDay",
                "2020-10-05/21:00 | a date has no hours in it; hours go in timeOfDay",
                "2020/2021/2022 | an interval has one slash, between its first and its last date",
                "/ | an interval needs a first or a last date",
                "2020-XX/2021 | X is not possible in an interval; write the month or the year that is known, as in 2004-06/2004-07-03",
                "201X-10 | X can stand for the last digits only: 201X, 20XX, 2004-XX, 1985-04-XX or 1985-XX-XX",
                "2020-XX-05 | X can stand for the last digits only: 201X, 20XX, 2004-XX, 1985-04-XX or 1985-XX-XX",
                "20xx | X can stand for the last digits only: 201X, 20XX, 2004-XX, 1985-04-XX or 1985-XX-XX; it is a capital X",
                "~2020-10-05 | write ?, ~ or % once, after the whole date; % means both",
                "2020-10-05?~ | write ?, ~ or % once, after the whole date; % means both",
                "20200% | a year has four digits here, from -9999 to 9999, and no letter before it",
                "{2020,2021} | sets of dates are not possible; make one claim for each date, or write an interval",
                "2020..2021 | write an interval with a slash: 1984/1985, 1984/.. or ../1984",
                "1950S2 | significant digits and exponents are not possible; write a year, a decade (195X) or an interval",
                "5 October | a date has no spaces in it",
                "05.10.2020 | this is not a date; write it as 2020, 2020-10 or 2020-10-05, years before 1 as -0044"
            })
    void says_why_it_refuses(String text, String reason) {
        assertThatThrownBy(() -> Edtf.parse(text))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"٢٠٢٠-١٠-٠٥", "２０２０", "2020-1٠-05", "2020-10-05\n", "\u00002020", "2020-10-05/ "})
    void refuses_digits_and_characters_that_only_look_right(String text) {
        assertThatThrownBy(() -> Edtf.parse(text)).isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Aibek", "Aibek-Asanov", "Aibek/2020", "2020/Aibek", "[Aibek]", "2020-10-05Aibek", "Aibek Asanov"
            })
    void never_repeats_words_that_were_typed(String text) {
        assertThatThrownBy(() -> Edtf.parse(text)).hasMessageNotContaining("Aibek");
    }

    @Test
    void equal_texts_are_equal() {
        assertThat(Edtf.parse("2020-10")).isEqualTo(Edtf.parse("2020-10")).hasSameHashCodeAs(Edtf.parse("2020-10"));
        assertThat(Edtf.parse("2020-10")).isNotEqualTo(Edtf.parse("2020-10-XX")).hasToString("2020-10");
    }

    @Test
    void random_texts_are_parsed_or_refused_and_nothing_else() {
        long seed = 20201005L;
        Random random = new Random(seed);
        String alphabet = "00112233456789--//XX?~%..YST:[]{} x\u0660\n";
        int runs = Boolean.getBoolean("dalil.thorough") ? 5_000_000 : 200_000;
        int parsed = 0;
        for (int i = 0; i < runs; i++) {
            String text = random.nextBoolean() ? randomText(random, alphabet) : damagedDate(random, alphabet);
            try {
                Edtf edtf = Edtf.parse(text);
                parsed++;
                if (edtf.earliest() != null && edtf.latest() != null) {
                    assertThat(edtf.earliest()).as("seed %d, '%s'", seed, text).isBeforeOrEqualTo(edtf.latest());
                }
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getClass())
                        .as("seed %d, '%s'", seed, text)
                        .isEqualTo(IllegalArgumentException.class);
                assertThat(refused.getMessage()).as("seed %d, '%s'", seed, text).isNotBlank();
            } catch (RuntimeException other) {
                throw new AssertionError("seed " + seed + ", text '" + text + "'", other);
            }
        }
        assertThat(parsed).as("seed %d", seed).isBetween(runs / 100, runs * 99 / 100);
    }

    private static String randomText(Random random, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(24); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String damagedDate(Random random, String alphabet) {
        String[] good = {
            "2020-10-05", "2020-10", "-2004-06~", "201X", "1985-04-12/..", "2003-22/2003-23", "1984~/2004-06"
        };
        StringBuilder text = new StringBuilder(good[random.nextInt(good.length)]);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            text.setCharAt(random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
