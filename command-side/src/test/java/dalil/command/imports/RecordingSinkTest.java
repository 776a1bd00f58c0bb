package dalil.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.command.imports.profile.Profile;
import dalil.command.imports.reading.InputFile;
import dalil.command.imports.yaml.Profiles;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports into a ledger on disk: what the aggregates make of the same rows again, and of changed ones. */
class RecordingSinkTest {

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private RegisterOnDisk register;

    @BeforeEach
    void open() {
        register = new RegisterOnDisk(folder.resolve("ledger"));
    }

    @AfterEach
    void close() {
        register.close();
    }

    @Test
    void the_same_import_again_records_the_listing_and_nothing_else() {
        Profile profile = Imported.profile("""
                profile: events
                dataset: { name: events, publisher: { name: A club, type: other } }
                records: { format: csv }
                id: id
                emit:
                  - { kind: source, forEach: { column: links, split: " " }, id: item,
                      set: { type: { const: social-media-post }, name: item } }
                  - { kind: incident, set: { title: what, narrative: more } }
                """);
        String rows =
                "id,what,more,links\n1,a,b,https://x.example https://y.example\n2,c,d,https://y.example https://x.example\n";
        ImportReport first = run(profile, "2026-01-01", rows);
        assertThat(first.problem()).isNull();
        assertThat(first.rows().created()).isEqualTo(2);
        long size = register.ledger().size();
        assertThat(first.position()).isEqualTo(size - 1);

        ImportReport again = run(profile, "2026-01-02", rows);
        assertThat(again.rows().unchanged()).isEqualTo(2);
        assertThat(register.ledger().size()).isEqualTo(size + 1);

        ImportReport changed = run(profile, "2026-01-03", rows.replace("1,a,b", "1,a changed,b"));
        assertThat(changed.rows().changed()).isEqualTo(1);
        assertThat(changed.rows().unchanged()).isEqualTo(1);
        // one claim added, one withdrawn, and the listing
        assertThat(register.ledger().size()).isEqualTo(size + 4);
    }

    @Test
    void months_of_a_real_file_are_recorded_as_its_publisher_changed_it() {
        Profile profile = Profiles.shipped("2020pb").orElseThrow();
        InputFile june = RealFiles.input("2020pb-history/2020-06-30_331f2fe306.json.gz");
        InputFile july = RealFiles.input("2020pb-history/2020-07-31_13f34136dc.json.gz");
        ImportReport first = run(profile, null, june);
        assertThat(first.problem()).isNull();
        assertThat(first.rows().created()).isEqualTo(511);
        assertThat(first.rows().rejected()).isZero();
        long size = register.ledger().size();
        assertThat(run(profile, null, june).rows().unchanged()).isEqualTo(511);
        assertThat(register.ledger().size()).isEqualTo(size + 1);
        ImportReport second = run(profile, null, july);
        assertThat(second.rows().rejected()).isZero();
        assertThat(second.rows().read()).isEqualTo(860);
        assertThat(second.rows().created()
                        + second.rows().changed()
                        + second.rows().unchanged())
                .isEqualTo(860);
        assertThat(second.rows().changed()).isPositive();
    }

    private ImportReport run(Profile profile, String asOf, String rows) {
        return run(profile, asOf, Imported.file(folder, "rows.csv", rows.getBytes(StandardCharsets.UTF_8)));
    }

    private ImportReport run(Profile profile, @Nullable String asOf, InputFile file) {
        return register.run(new ImportRequest(profile, List.of(file), null, asOf, false), new StringWriter());
    }
}
