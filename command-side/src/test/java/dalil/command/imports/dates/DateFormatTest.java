package dalil.command.imports.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.events.claim.Occurred.Hours;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateFormatTest {

    @Test
    void day_first_and_month_first_are_declared() {
        assertThat(pattern("{day}/{month}/{year}").read("5/10/2020").edtf()).isEqualTo("2020-10-05");
        assertThat(pattern("{month}/{day}/{year}").read("5/10/2020").edtf()).isEqualTo("2020-05-10");
        assertThat(pattern("{day}.{month}.{20yy}").read("05.10.20").edtf()).isEqualTo("2020-10-05");
        assertThat(pattern("{day}.{month}.{19yy}").read("05.10.90").edtf()).isEqualTo("1990-10-05");
    }

    @Test
    void a_date_may_be_a_month_or_a_year() {
        assertThat(pattern("{monthname} {year}").read("October 2020").edtf()).isEqualTo("2020-10");
        assertThat(pattern("{year}").read(" 2020 ").edtf()).isEqualTo("2020");
    }

    @Test
    void months_are_named_in_three_languages() {
        DateFormat format = pattern("{day}{ordinal} {monthname} {year}");
        assertThat(format.read("5th October 2020").edtf()).isEqualTo("2020-10-05");
        assertThat(format.read("5 oct. 2020").edtf()).isEqualTo("2020-10-05");
        assertThat(format.read("5 октября 2020").edtf()).isEqualTo("2020-10-05");
        assertThat(format.read("1 Sept 2020").edtf()).isEqualTo("2020-09-01");
        refuses(format, "5 Brumaire 2020", "the month is not named in English, Russian or Kyrgyz");
    }

    @Test
    void marks_words_and_sentinels_are_declared_in_order() {
        DateFormat format = new DateFormat.Builder("kept", null)
                .undated(List.of("unknown", "1900-01-01"))
                .pattern("(Believed to be) {year}-{month}-{day}", "~")
                .pattern("{year}-{month}-{day}?", "?")
                .iso("")
                .build();
        assertThat(format.read("Unknown").edtf()).isNull();
        assertThat(format.read("1900-01-01").edtf()).isNull();
        assertThat(format.read("(believed  to be) 2020-05-30").edtf()).isEqualTo("2020-05-30~");
        assertThat(format.read("2020-05-30?").edtf()).isEqualTo("2020-05-30?");
        assertThat(format.read("2020-05-30").edtf()).isEqualTo("2020-05-30");
        refuses(format, "30 May", "written in none of the ways that dates.kept declares");
        refuses(format, "2020-02-30", "there is no day 30 in 2020-02, it has 29 days");
        refuses(format, "x".repeat(100_000), "written in none of the ways that dates.kept declares");
    }

    @Test
    void an_interval_says_its_second_date_with_a_2() {
        assertThat(pattern("{monthname} {day}-{day2}, {year}")
                        .read("October 5-6, 2020")
                        .edtf())
                .isEqualTo("2020-10-05/2020-10-06");
        assertThat(pattern("{day}.{month} - {day2}.{month2}.{year}")
                        .read("30.9 - 1.10.2020")
                        .edtf())
                .isEqualTo("2020-09-30/2020-10-01");
        refuses(pattern("{day}-{day2}.{month}.{year}"), "6-5.10.2020", "the interval ends before it begins");
    }

    @Test
    void date_times_are_cut_into_date_and_hours() {
        assertThat(DateFormat.ISO.read("2020-10-05T21:30:15.123Z"))
                .isEqualTo(new ReadDate("2020-10-05", new Hours("21:30", "21:30", false)));
        assertThat(DateFormat.ISO.read("2020-10-05 21:30").hours()).isEqualTo(new Hours("21:30", "21:30", false));
        assertThat(DateFormat.ISO.read("2020-10-05").hours()).isNull();
        assertThat(pattern("{month}/{day}/{year} {hour}:{minute} {ampm}").read("10/5/2020 9:05 PM"))
                .isEqualTo(new ReadDate("2020-10-05", new Hours("21:05", "21:05", false)));
        refuses(pattern("{year}-{month}-{day} {hour}:{minute}"), "2020-10-05 25:00", "there is no such hour");
        refuses(
                pattern("{year} {hour}:{minute} {ampm}"),
                "2020 13:00 pm",
                "an hour before am or pm is one from 1 to 12");
    }

    @Test
    void a_declared_zone_turns_times_that_name_theirs() {
        DateFormat format = new DateFormat.Builder("stamps", ZoneId.of("Asia/Bishkek"))
                .iso("")
                .build();
        assertThat(format.read("2020-10-05T21:30:00Z"))
                .isEqualTo(new ReadDate("2020-10-06", new Hours("03:30", "03:30", false)));
        assertThat(format.read("2020-10-05T21:30:00+0600").edtf()).isEqualTo("2020-10-05");
        assertThat(format.read("2020-10-05T21:30").hours()).isEqualTo(new Hours("21:30", "21:30", false));
    }

    @Test
    void edtf_is_taken_as_it_is() {
        DateFormat format = new DateFormat.Builder("e", null).edtf("").build();
        assertThat(format.read("2020-10-05~/2020-10-06").edtf()).isEqualTo("2020-10-05~/2020-10-06");
        refuses(format, "5 October", "written in none of the ways that dates.e declares");
    }

    @Test
    void patterns_that_make_no_date_are_refused() {
        refusesPattern("{day}.{month}", "a date has {year}");
        refusesPattern("{day} {year}", "a date has {year}");
        refusesPattern("{yaer}", "{yaer} is none of the tokens {19yy}");
        refusesPattern("{year} {year}", "{year} stands twice; the end of an interval is {year2}");
        refusesPattern("{year} {hour}", "hours need {hour} and {minute}");
    }

    @Test
    void hours_stand_for_a_moment_a_span_a_begin_or_an_end() {
        HourFormat format = new HourFormat.Builder("kept")
                .pattern("{hour}:{minute}/{hour2}:{minute2} about", HourFormat.Means.MOMENT, true)
                .pattern("{hour}:{minute}/{hour2}:{minute2}", HourFormat.Means.MOMENT, false)
                .pattern("/{hour}:{minute}", HourFormat.Means.UNTIL, false)
                .pattern("{hour}:{minute}/", HourFormat.Means.FROM, false)
                .pattern("{hour} {ampm}", HourFormat.Means.MOMENT, true)
                .build();
        assertThat(format.read("18:00/24:00 about")).isEqualTo(new Hours("18:00", "00:00", true));
        assertThat(format.read("/20:45")).isEqualTo(new Hours(null, "20:45", false));
        assertThat(format.read("20:45/")).isEqualTo(new Hours("20:45", null, false));
        assertThat(format.read("9 pm")).isEqualTo(new Hours("21:00", "21:00", true));
        assertThatThrownBy(() -> format.read("evening"))
                .hasMessage("written in none of the ways that hours.kept declares");
    }

    @Test
    void the_end_of_a_day_is_a_pattern_with_its_24_in_it() {
        HourFormat hours = new HourFormat.Builder("kept")
                .pattern("24:{hour}", HourFormat.Means.UNTIL, false)
                .pattern("{hour}:{minute}", HourFormat.Means.MOMENT, false)
                .build();
        assertThat(hours.read("24:00")).isEqualTo(new Hours(null, "00:00", false));
        assertThat(hours.read("21:05")).isEqualTo(new Hours("21:05", "21:05", false));
        DateFormat dates = new DateFormat.Builder("kept", null)
                .pattern("{day}.{month}.{year} 24:00", "")
                .pattern("{day}.{month}.{year} {hour}:{minute}", "")
                .build();
        assertThat(dates.read("5.10.2020 24:00")).isEqualTo(new ReadDate("2020-10-05", null));
    }

    private static DateFormat pattern(String pattern) {
        return new DateFormat.Builder("one", null).pattern(pattern, "").build();
    }

    private static void refuses(DateFormat format, String text, String message) {
        assertThatThrownBy(() -> format.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static void refusesPattern(String pattern, String message) {
        assertThatThrownBy(() -> pattern(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
