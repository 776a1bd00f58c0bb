package dalil.events.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeOfDayTest {

    @Test
    void keeps_what_was_given() {
        TimeOfDay evening = new TimeOfDay("20:00", "21:00", true);
        assertThat(evening.fromTime()).isEqualTo(LocalTime.of(20, 0));
        assertThat(evening.toTime()).isEqualTo(LocalTime.of(21, 0));
        assertThat(evening.about()).isTrue();
        assertThat(evening.pastMidnight()).isFalse();
    }

    @Test
    void a_to_before_from_lies_past_midnight() {
        assertThat(new TimeOfDay("22:00", "02:00", false).pastMidnight()).isTrue();
        assertThat(new TimeOfDay("22:00", "00:00", false).pastMidnight()).isTrue();
        assertThat(new TimeOfDay("22:00", "22:00", false).pastMidnight()).isFalse();
    }

    @Test
    void either_may_be_absent_but_not_both() {
        assertThat(new TimeOfDay("20:45", null, false).toTime()).isNull();
        assertThat(new TimeOfDay(null, "20:45", false).fromTime()).isNull();
        assertThat(new TimeOfDay(null, "20:45", false).pastMidnight()).isFalse();
        assertThatThrownBy(() -> new TimeOfDay(null, null, true))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("a time of day needs from, to, or both");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24:00",
                "23:60",
                "9:00",
                "09:0",
                "0900",
                "09:00:00",
                "09.00",
                " 09:00",
                "09:00\n",
                "٠٩:٠٠",
                "9 pm"
            })
    void refuses_other_spellings(String time) {
        assertThatThrownBy(() -> new TimeOfDay(time, null, false))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "timeOfDay.from is not a time from 00:00 to 23:59, written as 21:05; midnight at the end of a day is 00:00");
        assertThatThrownBy(() -> new TimeOfDay("00:00", time, false))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "timeOfDay.to is not a time from 00:00 to 23:59, written as 21:05; midnight at the end of a day is 00:00");
    }

    @Test
    void takes_every_minute_of_the_day() {
        for (int minute = 0; minute < 24 * 60; minute++) {
            LocalTime time = LocalTime.ofSecondOfDay(minute * 60L);
            assertThat(new TimeOfDay(time.toString(), null, false).fromTime()).isEqualTo(time);
        }
    }
}
