package dalil.command.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormBodyTest {

    private static Map<String, String> read(String body) throws IOException {
        return FormBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void letters_come_out_as_they_were_typed() throws IOException {
        String typed = "Көчөдө ң ө ү Ң Ө Ү & 100% + = 😀 и\u0306 «х»\n\tэкинчи сап";
        assertThat(read("words=" + URLEncoder.encode(typed.replace("\n", "\r\n"), StandardCharsets.UTF_8) + "&lang=ky"))
                .containsExactly(Map.entry("words", typed), Map.entry("lang", "ky"));
    }

    @Test
    void an_empty_form_has_no_fields_and_an_empty_field_an_empty_text() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("words=&key=")).containsEntry("words", "").containsEntry("key", "");
        assertThat(read("words=a&words=b")).containsEntry("words", "a");
    }

    @Test
    void refuses_what_no_browser_sends() {
        for (String body :
                new String[] {"words", "&", "words=%", "words=%4", "words=%zz", "words=%FF", "%C3=x", "w=%ED%A0%80"}) {
            assertThatThrownBy(() -> read(body)).as(body).isInstanceOf(FormBody.Unreadable.class);
        }
        byte[] notUtf8 = {'w', '=', (byte) 0xd6};
        assertThatThrownBy(() -> FormBody.read(new ByteArrayInputStream(notUtf8)))
                .isInstanceOf(FormBody.Unreadable.class);
        StringBuilder many = new StringBuilder("a0=1");
        for (int i = 1; i < 300; i++) {
            many.append("&a").append(i).append("=1");
        }
        assertThatThrownBy(() -> read(many.toString())).isInstanceOf(FormBody.Unreadable.class);
    }

    @Test
    void refuses_more_than_a_narrative_of_256_kib_takes() throws IOException {
        String fits = "words=" + "%D2%A3".repeat(131_072); // 256 KiB of ң
        assertThat(read(fits).get("words")).hasSize(131_072);
        assertThatThrownBy(() -> read("words=" + "x".repeat(FormBody.MAX_BYTES)))
                .isInstanceOf(FormBody.TooLarge.class);
    }
}
