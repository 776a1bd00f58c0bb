package dalil.events.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.events.report.ReportCode.Fault;
import dalil.events.report.ReportCode.NotACode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportCodeTest {

    private static final int CODES = Boolean.getBoolean("dalil.thorough") ? 200_000 : 2_000;

    @Test
    void has_the_check_digit_of_the_published_example() {
        // Damm's own example is 572 with check digit 4; five zeros in front of it would not change that, digits do
        assertThat(checkDigitOf("572")).isEqualTo(4);
    }

    @Test
    void every_single_wrong_digit_and_every_swap_of_neighbours_is_noticed() {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < CODES; i++) {
            String right = ReportCode.numbered(random.nextInt(ReportCode.COUNT)).digits();
            for (int at = 0; at < right.length(); at++) {
                for (char digit = at == 0 ? '1' : '0'; digit <= '9'; digit++) {
                    if (digit != right.charAt(at)) {
                        notice(right.substring(0, at) + digit + right.substring(at + 1), right);
                    }
                }
                if (at > 0 && right.charAt(at) != right.charAt(at - 1) && (at > 1 || right.charAt(1) != '0')) {
                    notice(
                            right.substring(0, at - 1)
                                    + right.charAt(at)
                                    + right.charAt(at - 1)
                                    + right.substring(at + 1),
                            right);
                }
            }
        }
    }

    private static void notice(String wrong, String right) {
        assertThatThrownBy(() -> new ReportCode(wrong))
                .as("%s for %s", wrong, right)
                .isInstanceOfSatisfying(
                        NotACode.class, failure -> assertThat(failure.fault()).isEqualTo(Fault.CHECK_DIGIT));
    }

    @Test
    void is_read_however_it_was_written_down() {
        ReportCode code = ReportCode.numbered(47_240_193);
        assertThat(code.digits()).startsWith("57240193");
        assertThat(code.grouped()).matches("572 401 93[0-9]");
        String last = code.digits().substring(8);
        for (String written : new String[] {
            "57240193" + last,
            " 572 401 93" + last,
            "572-401-93" + last,
            "572–401–93" + last,
            "57.24.01.93." + last,
            "572\u00a0401\u202f93" + last
        }) {
            assertThat(ReportCode.said(written)).as(written).isEqualTo(code);
        }
    }

    @Test
    void nothing_else_is_a_code() {
        for (String text :
                new String[] {"", "57240193", "5724019366", "057240193", "abcdefghi", "٥٧٢٤٠١٩٣٤", "1".repeat(5_000)}) {
            assertThatThrownBy(() -> ReportCode.said(text))
                    .as(text)
                    .isInstanceOfSatisfying(
                            NotACode.class,
                            failure -> assertThat(failure.fault()).isEqualTo(Fault.FORM));
        }
        assertThatThrownBy(() -> ReportCode.numbered(ReportCode.COUNT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReportCode.numbered(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void gives_one_id_under_one_secret_and_another_under_another() {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            ReportCode code = ReportCode.numbered(i);
            UUID id = code.id(text -> sha256((byte) 1, text));
            assertThat(id).isEqualTo(code.id(text -> sha256((byte) 1, text)));
            assertThat(id.version()).isEqualTo(8);
            assertThat(id.variant()).isEqualTo(2);
            ids.add(id);
            ids.add(code.id(text -> sha256((byte) 2, text)));
        }
        assertThat(ids).hasSize(2_000);
    }

    @Test
    void does_not_show_in_a_log() {
        assertThat(ReportCode.numbered(7).toString()).doesNotContainPattern("[0-9]");
    }

    /** The check digit that Damm's table gives, read off the codes that begin with the number. */
    private static int checkDigitOf(String number) {
        int found = -1;
        for (char digit = '0'; digit <= '9'; digit++) {
            // a full code whose first part and its own check digit are followed by zeros ends with check digit zero
            if (fits(number + digit + "0".repeat(8 - number.length()))) {
                assertThat(found).isEqualTo(-1);
                found = digit - '0';
            }
        }
        return found;
    }

    private static boolean fits(String digits) {
        try {
            return new ReportCode(digits).digits().equals(digits);
        } catch (NotACode wrong) {
            return false;
        }
    }

    private static byte[] sha256(byte secret, byte[] text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret);
            return digest.digest(text);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
