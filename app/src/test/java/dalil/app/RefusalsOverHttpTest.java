package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused before anything is recorded, with the field and the reason. */
class RefusalsOverHttpTest extends OverHttp {

    @ParameterizedTest
    @MethodSource
    void bad_input_gets_a_problem_that_names_the_field_and_leaves_nothing_behind(
            int status, String code, String pointer, String body) {
        long position = server.ledgerSize();
        Answer answer = server.post("/api/incidents", body.replace("SOURCE", source));
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"").contains("\"status\":" + status);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        if (!pointer.isEmpty()) {
            assertThat(answer.text()).contains("\"pointer\":\"" + pointer + "\"");
        }
        assertThat(server.ledgerSize()).isEqualTo(position);
    }

    static List<Object[]> bad_input_gets_a_problem_that_names_the_field_and_leaves_nothing_behind() {
        String claim =
                "{\"claims\":[{\"attribute\":\"%s\",\"value\":%s,\"source\":\"SOURCE\",\"reported\":\"2020-10-06\"}]}";
        String deep = "[".repeat(200) + "]".repeat(200);
        return List.of(
                new Object[] {422, "unknown-word", "/claims/0/value", claim.formatted("kind", "\"brawl\"")},
                new Object[] {422, "unknown-word", "/claims/0/attribute", claim.formatted("colour", "\"red\"")},
                new Object[] {
                    422, "impossible-date", "/claims/0/value/date", claim.formatted("time", "{\"date\":\"2020-02-30\"}")
                },
                new Object[] {
                    422,
                    "out-of-range",
                    "/claims/0/value/lat",
                    claim.formatted("place", "{\"path\":[\"KG\"],\"precision\":\"city\",\"lat\":95,\"lon\":74}")
                },
                new Object[] {
                    422,
                    "out-of-range",
                    "/claims/0/value/lat",
                    claim.formatted(
                            "place", "{\"path\":[\"KG\"],\"precision\":\"city\",\"lat\":1e400000000,\"lon\":74}")
                },
                new Object[] {
                    422,
                    "out-of-range",
                    "/claims/0/value/lon",
                    claim.formatted(
                            "place", "{\"path\":[\"KG\"],\"precision\":\"city\",\"lat\":42,\"lon\":1e-400000000}")
                },
                new Object[] {
                    422,
                    "unknown-field",
                    "/claims/0/value/hour",
                    claim.formatted("time", "{\"date\":\"2020-10-05\",\"hour\":3}")
                },
                new Object[] {
                    422, "too-long", "/claims/0/value", claim.formatted("narrative", "\"" + "ү".repeat(140_000) + "\"")
                },
                new Object[] {413, "too-large", "", claim.formatted("narrative", "\"" + "x".repeat(5_000_000) + "\"")},
                new Object[] {
                    422,
                    "missing",
                    "/claims/0/source",
                    "{\"claims\":[{\"attribute\":\"label\",\"value\":\"x\",\"reported\":\"unknown\"}]}"
                },
                new Object[] {422, "missing", "/claims/0/value", claim.formatted("label", "null")},
                new Object[] {422, "missing", "/claims", "{}"},
                new Object[] {422, "missing", "/title", "{\"title\":\"  \"}"},
                new Object[] {400, "malformed-json", "", "{\"title\":\"x\""},
                new Object[] {400, "malformed-json", "", ""},
                new Object[] {400, "malformed-json", "", "{\"title\":\"x\",\"title\":\"y\"}"},
                new Object[] {400, "malformed-json", "", claim.formatted("time", deep)},
                new Object[] {400, "wrong-form", "/title", "{\"title\":" + deep + "}"},
                new Object[] {400, "wrong-form", "/title", "{\"title\":5}"},
                new Object[] {400, "unknown-field", "/titel", "{\"titel\":\"x\"}"},
                new Object[] {422, "malformed", "/title", "{\"title\":\"\\ud800\"}"},
                new Object[] {422, "malformed", "/id", "{\"id\":\"7\",\"title\":\"x\"}"},
                new Object[] {
                    422,
                    "unknown-id",
                    "/claims/0/source",
                    claim.formatted("label", "\"x\"").replace("SOURCE", "6f1c2d3e-0000-4000-8000-00000000dead")
                });
    }

    @Test
    void other_media_types_and_unknown_records_are_problems_too() {
        Answer form = server.send(server.request("/api/incidents")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("title=x")));
        assertThat(form.status()).isEqualTo(415);
        assertThat(form.code()).isEqualTo("unsupported-media-type");
        Answer parts = server.send(server.request("/api/incidents")
                .header("Content-Type", "Multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("--x--\r\n")));
        assertThat(parts.status()).isEqualTo(415);
        assertThat(parts.code()).isEqualTo("unsupported-media-type");
        assertThat(server.post("/api/incidents/" + UUID.randomUUID() + "/claims", label("x"))
                        .code())
                .isEqualTo("unknown-id");
        assertThat(server.post("/api/incidents/7/claims", label("x")).status()).isEqualTo(404);
        assertThat(server.post("/api/incidents", "{\"title\":\"x\"}", "Idempotency-Key", "7")
                        .code())
                .isEqualTo("malformed-header");
    }

    @Test
    void a_query_that_is_no_text_is_refused_before_anybody_reads_it() {
        for (String path : List.of("/report?lang=%ED%A0%80", "/api/timeline?label=%FF", "/api/figures?publisher=%FF")) {
            Answer answer = server.get(path);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.code()).as(path).isEqualTo("malformed-query");
        }
    }

    @Test
    void pages_of_other_sites_neither_write_nor_read() throws Exception {
        String title = "{\"title\":\"x\"}";
        assertThat(server.post("/api/incidents", title, "Origin", "https://evil.example")
                        .code())
                .isEqualTo("foreign-page");
        assertThat(server.post("/api/incidents", title, "Origin", "null").code())
                .isEqualTo("foreign-page");
        assertThat(server.post("/api/incidents", title, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(server.get("/api/timeline", "Sec-Fetch-Site", "cross-site").status())
                .isEqualTo(403);
        assertThat(server.post("/api/incidents", title, "Origin", server.address())
                        .status())
                .isEqualTo(201);
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET /api/timeline HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403")
                    .contains("foreign-page");
        }
    }

    @Test
    void a_span_of_days_that_runs_backwards_is_refused() {
        Answer answer = server.get("/api/tallies?of=incidents&from=2020-10-06&to=2020-10-05");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("bad-date");
    }
}
