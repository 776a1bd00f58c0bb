package dalil.benchmarks.ledger;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where PostgreSQL's programs are, and how to run them as somebody whom they accept: they refuse root. */
final class PostgresPrograms {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";

    private final Path folder;
    private final boolean root = "root".equals(System.getProperty("user.name"));

    private PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /** @throws Absent if they are not installed */
    static PostgresPrograms find() throws IOException {
        List<Path> places = new ArrayList<>();
        if (Files.isDirectory(DEBIAN)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(DEBIAN)) {
                versions.forEach(version -> places.add(version.resolve("bin")));
            }
        }
        places.sort(null);
        for (String place : System.getenv().getOrDefault("PATH", "").split(":")) {
            places.add(0, Path.of(place));
        }
        for (int i = places.size() - 1; i >= 0; i--) {
            if (Files.isExecutable(places.get(i).resolve("initdb"))
                    && Files.isExecutable(places.get(i).resolve("pg_ctl"))) {
                return new PostgresPrograms(places.get(i));
            }
        }
        throw new Absent("PostgreSQL is not installed, and there is nothing to compare with. On Debian:\n"
                + "  apt-get install --no-install-recommends postgresql");
    }

    /** Gives a folder to whoever the programs run as. */
    void own(Path owned) throws IOException {
        if (root) {
            run("chown", List.of(USER, owned.toString()));
        }
    }

    /** Runs one of them to its end and gives what it printed. */
    String postgres(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (root) {
            command.addAll(List.of("-u", USER, "--", folder.resolve(program).toString()));
            command.addAll(Arrays.asList(arguments));
            return run("runuser", command);
        }
        command.addAll(Arrays.asList(arguments));
        return run(folder.resolve(program).toString(), command);
    }

    private static String run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        // To a file: the server that pg_ctl leaves behind would hold a pipe open.
        Path printed = Files.createTempFile("dalil-benchmark", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            int code = process.waitFor();
            String text = Files.readString(printed);
            if (code != 0) {
                throw new IOException(program + " ended with " + code + ": " + text);
            }
            return text;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IOException(asked);
        } finally {
            Files.delete(printed);
        }
    }
}
