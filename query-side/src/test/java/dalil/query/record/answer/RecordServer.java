package dalil.query.record.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import dalil.query.problem.ReadProblems;
import dalil.query.record.AbsorbedRecords;
import dalil.query.wire.KnownParameters;
import dalil.query.wire.ReadHeaders;
import dalil.query.wire.Standpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The record endpoints over a ledger, asked as over HTTP. */
final class RecordServer {

    private final MockMvc server;

    RecordServer(Streams streams) {
        this(
                new IncidentEndpoint(streams, noneAbsorbed(streams)),
                new SourceEndpoint(streams),
                new DatasetEndpoint(streams));
    }

    private static AbsorbedRecords noneAbsorbed(Streams streams) {
        return new AbsorbedRecords() {
            @Override
            public long position(@Nullable String asOf, @Nullable String atLeast) {
                return Standpoint.of(asOf, atLeast).in(streams);
            }

            @Override
            public List<Absorbed> of(String kind, long unit, long position) {
                return List.of();
            }
        };
    }

    /** Other endpoints than those. */
    RecordServer(Object... endpoints) {
        server = standaloneSetup(endpoints)
                .setControllerAdvice(new ReadProblems())
                .addInterceptors(new KnownParameters())
                .addFilters(new ReadHeaders())
                .build();
    }

    MockHttpServletResponse get200(String path) throws Exception {
        MockHttpServletResponse response = ask(path);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response;
    }

    JsonNode read(String path) throws Exception {
        return json(get200(path));
    }

    String problem(int status, String path) throws Exception {
        MockHttpServletResponse response = ask(path);
        assertThat(response.getStatus()).as(path).isEqualTo(status);
        return json(response).get("code").stringValue();
    }

    int status(String path) throws Exception {
        return ask(path).getStatus();
    }

    static JsonNode json(MockHttpServletResponse response) {
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }

    private MockHttpServletResponse ask(String path) throws Exception {
        return server.perform(get(path)).andReturn().getResponse();
    }
}
