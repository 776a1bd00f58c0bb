package dalil.app;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of one server and one register, with a source that says what is said there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OverHttp {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    RunningServer server;

    /** Its UUID; it has what it says from nobody else. */
    @SuppressWarnings("NullAway.Init")
    String source;

    @BeforeAll
    final void start() {
        server = RunningServer.on(data.resolve("register"));
        source = server.source("self");
    }

    @AfterAll
    final void stop() {
        server.close();
    }

    final void restart() {
        server.close();
        server = RunningServer.on(data.resolve("register"));
    }

    /** @param value as JSON */
    final String claim(String attribute, String value) {
        return "{\"attribute\":\"%s\",\"value\":%s,\"source\":\"%s\",\"reported\":\"2020-10-06\"}"
                .formatted(attribute, value, source);
    }

    final String label(String text) {
        return claim("label", "\"" + text + "\"");
    }
}
