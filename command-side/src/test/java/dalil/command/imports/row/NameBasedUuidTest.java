package dalil.command.imports.row;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.command.imports.Imported;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedUuidTest {

    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void gives_the_known_answer_of_the_standard() {
        // RFC 9562, appendix A.4
        assertThat(NameBasedUuid.of(DNS, "www.example.com"))
                .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2")
                .extracting(UUID::version, UUID::variant)
                .containsExactly(5, 2);
    }

    @Test
    void parts_of_a_name_do_not_run_into_each_other() {
        assertThat(NameBasedUuid.of(DNS, "a", "bc")).isNotEqualTo(NameBasedUuid.of(DNS, "ab", "c"));
        assertThat(NameBasedUuid.of(DNS, "a", "b"))
                .isEqualTo(NameBasedUuid.of(NameBasedUuid.of(DNS, "a"), "b"))
                .isNotEqualTo(NameBasedUuid.of(DNS, "b", "a"));
    }

    @Test
    void text_is_hashed_as_utf_8() {
        // python3 -c "import uuid; print(uuid.uuid5(uuid.NAMESPACE_DNS, 'Ысык-Көл'))"
        assertThat(NameBasedUuid.of(DNS, "Ысык-Көл")).hasToString("658494bc-6e94-5895-80e7-80e268bcedd3");
    }

    @Test
    void the_ids_of_a_dataset_never_change() {
        DatasetIds ids = DatasetIds.named("2020pb", Imported.KEY);
        // python3: uuid5(e0e9b443-6003-4b2b-bc8d-b19722759167, '2020pb') and on from there; what is keyed, such as
        // hmac.new(bytes(range(32)), b'dalil import source\n21:https://example.org/1', 'sha256').hexdigest()
        assertThat(ids.dataset()).hasToString("7bd15620-7976-5c1d-aee4-7a5a8e2071ca");
        assertThat(ids.row("nm-albuquerque-1")).hasToString("debad26f-0b6d-58e3-964d-8cd0161c861f");
        assertThat(ids.source("https://example.org/1")).hasToString("3012beda-117d-51bd-a46a-69c9cc273918");
        assertThat(ids.publisher()).hasToString("17730498-2000-5d84-aaa5-ce2667a1fdb2");
        assertThat(ids.unnamedRow("ab", 2)).hasToString("b9fe06e3-2837-5ecd-a49d-8fc2556d1a11");
        assertThat(ids.row(ids.keyed("a", "bc"))).hasToString("af381444-e151-5887-8ce5-c421af71af9d");
        assertThat(ids.keyed("a", "bc")).isNotEqualTo(ids.keyed("ab", "c"));
        assertThat(DatasetIds.forceUse(ids.row("x"), 1, "baton")).hasToString("bedbb8df-2b71-5a3b-a5a5-d4c8170d75d9");
    }
}
