package dalil.app;

import dalil.command.http.WriteCall;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
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

    private static HeaderParameter header(String name, String description) {
        HeaderParameter header = new HeaderParameter();
        header.name(name).description(description).required(false).schema(new StringSchema());
        return header;
    }
}
