package dalil.app;

import dalil.app.ImportCommand.Job;
import dalil.command.imports.ImportReport;
import java.io.IOException;
import java.net.URI;

/** An import through a running server. */
final class ServerImport {

    private final URI server;

    ServerImport(URI server) {
        this.server = server;
    }

    ImportReport run(Job job, ProgressLine progress, Interruption interrupted) throws IOException {
        throw new IOException("not yet " + server);
    }
}
