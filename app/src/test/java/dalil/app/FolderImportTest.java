package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.ImportCommand.Job;
import dalil.command.imports.ImportReport;
import dalil.command.imports.yaml.ProfileYaml;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderImportTest {

    private static final String PROFILE = """
            profile: log
            dataset: { name: log, publisher: { name: A log, type: other } }
            records: { format: csv }
            emit: [{ kind: incident, set: { title: what } }]
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_dry_run_makes_no_register_and_one_that_is_there_knows_its_rows_again() throws IOException {
        Path data = folder.resolve("data");
        assertThat(run(data, true).rows().created()).isEqualTo(2);
        assertThat(data).doesNotExist();
        assertThat(run(data, false).rows().created()).isEqualTo(2);
        ImportReport dry = run(data, true);
        assertThat(dry.rows().onRecord()).isEqualTo(2);
        assertThat(dry.rows().created()).isZero();
        assertThat(run(data, false).rows().unchanged())
                .as("after the ledger was closed")
                .isEqualTo(2);
    }

    private ImportReport run(Path data, boolean dryRun) throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "what\na\na\n");
        Job job = new Job(
                ProfileYaml.parse(PROFILE.getBytes(StandardCharsets.UTF_8)),
                "log",
                List.of(rows),
                null,
                "2026-01-01",
                dryRun,
                folder.resolve("rejects.csv"),
                "a tester");
        try (Interruption interrupted = new Interruption();
                ProgressLine progress = new ProgressLine(new PrintStream(OutputStream.nullOutputStream()), false)) {
            return new FolderImport(data, null, System.err::println).run(job, progress, interrupted);
        }
    }
}
