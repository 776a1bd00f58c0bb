package dalil.app;

import dalil.command.http.WriteCall;
import dalil.query.figure.TallyEndpoint;
import dalil.query.question.Parameters;
import dalil.query.timeline.TimelineEndpoint;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the generated OpenAPI document says beyond the operations themselves. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(WriteCall.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Dalil")
                        .version("0.1.0")
                        .description("A register of incidents and casualties whose record nobody can quietly change."
                                + " Not for real people's data until encryption is built."));
    }

    /** Every write takes the same headers. */
    @Bean
    OperationCustomizer writeHeaders() {
        return (operation, method) -> {
            boolean writes = Arrays.stream(method.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == WriteCall.class);
            if (writes) {
                answersCreated(operation);
                operation.addParametersItem(header(
                        "Idempotency-Key",
                        "a UUID; the same request sent again under it has one effect and one answer"));
                operation.addParametersItem(header(
                        "Dalil-Actor",
                        "who acts, in UTF-8, percent-encoded where not ASCII; believed, until there are roles"));
                operation.addParametersItem(header("Dalil-Role", "in which role; documenter if absent"));
                operation.addParametersItem(header(
                        "If-Match",
                        "the version that was read; required for acceptance, withdrawal, correction, retraction"));
            }
            return operation;
        };
    }

    /** Tallies and timelines take their filters by name. */
    @Bean
    OperationCustomizer filters() {
        return (operation, method) -> {
            Class<?> endpoint = method.getBeanType();
            if (endpoint == TallyEndpoint.class || endpoint == TimelineEndpoint.class) {
                operation.setParameters(new ArrayList<>());
                boolean tally = endpoint == TallyEndpoint.class;
                add(operation, tally ? Parameters.ofTallies() : Parameters.ofTimelines());
                add(operation, Parameters.filters());
            }
            return operation;
        };
    }

    private static void answersCreated(Operation operation) {
        ApiResponse written = operation.getResponses().remove("200");
        if (written != null) {
            operation.getResponses().addApiResponse("201", written.description("recorded"));
        }
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse().description("application/problem+json: code, and the fields at fault"));
    }

    /** The map in which an endpoint takes its filters is no parameter of its own. */
    @Bean
    OpenApiCustomizer withoutTheMap() {
        return document -> document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getParameters() != null)
                .forEach(operation -> operation.getParameters().removeIf(p -> "parameters".equals(p.getName())));
    }

    private static void add(Operation operation, Map<String, String> parameters) {
        parameters.forEach((name, description) -> operation.addParametersItem(new QueryParameter()
                .name(name)
                .description(description)
                .required(false)
                .schema(new StringSchema())));
    }

    private static HeaderParameter header(String name, String description) {
        HeaderParameter header = new HeaderParameter();
        header.name(name).description(description).required(false).schema(new StringSchema());
        return header;
    }
}
