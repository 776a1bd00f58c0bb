package dalil.app;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A multipart/form-data body (RFC 7578) that streams files as they are on disk. */
final class Multipart {

    private final String boundary = "dalil-" + UUID.randomUUID();
    private final List<BodyPublisher> parts = new ArrayList<>();

    void text(String name, String value) {
        parts.add(BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
    }

    void file(String name, Path file) throws FileNotFoundException {
        String called = String.valueOf(file.getFileName()).replace("\"", "%22").replaceAll("[\\r\\n]", "_");
        parts.add(BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(boundary, name, called)));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(BodyPublishers.ofString("\r\n"));
    }

    HttpRequest.Builder on(HttpRequest.Builder request) {
        List<BodyPublisher> whole = new ArrayList<>(parts);
        whole.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(whole.toArray(BodyPublisher[]::new)));
    }
}
