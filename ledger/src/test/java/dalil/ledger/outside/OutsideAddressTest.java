package dalil.ledger.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ftp://tsa.example/,an address begins with http:// or https://",
        "file:///etc/passwd,an address begins with http:// or https://",
        "tsa.example,an address begins with http:// or https://",
        "http:///tsr,an address has a host",
        "https://user:secret@tsa.example/,an address has neither a password nor a fragment",
        "https://tsa.example/#x,an address has neither a password nor a fragment",
        "https://tsa example/,not an address"
    })
    void says_what_is_wrong_and_never_repeats_it(String text, String said) {
        assertThatThrownBy(() -> OutsideAddress.parse(text))
                .isInstanceOf(MalformedException.class)
                .hasMessage(said);
    }

    @Test
    void shows_host_and_port_and_not_what_may_be_a_secret() {
        assertThat(OutsideAddress.parse("https://TSA.example/a-key?k=v")).hasToString("tsa.example");
        assertThat(OutsideAddress.parse("http://tsa.example:318/x")).hasToString("tsa.example:318");
    }

    @Test
    void is_a_prefix_with_or_without_its_last_slash() {
        assertThat(OutsideAddress.parse("https://w.example/x")
                        .under("add-checkpoint")
                        .uri())
                .isEqualTo(OutsideAddress.parse("https://w.example/x/")
                        .under("add-checkpoint")
                        .uri())
                .hasToString("https://w.example/x/add-checkpoint");
        assertThatThrownBy(() -> OutsideAddress.parse("https://w.example/?x").under("y"))
                .hasMessage("a prefix has no query");
    }
}
