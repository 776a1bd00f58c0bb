package dalil.query.wire;

import dalil.query.problem.BadQuestion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A parameter that an endpoint does not know is refused: a misspelt filter that is ignored would answer another question.
 * Endpoints that take their parameters as a whole check for themselves.
 */
public final class KnownParameters implements HandlerInterceptor {

    private static final int LONGEST_NAME = 40;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith("dalil.query")
                && !takesAll(method)) {
            check(request.getParameterMap().keySet(), names(method));
        }
        return true;
    }

    /**
     * Refuses the first name that is not known.
     *
     * @throws BadQuestion {@code unknown-parameter}
     */
    public static void check(Set<String> given, Set<String> known) {
        for (String name : given) {
            if (!known.contains(name)) {
                throw new BadQuestion(
                        name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                        "unknown-parameter",
                        "the parameters here are " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private static boolean takesAll(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type -> Map.class.isAssignableFrom(type) || HttpServletRequest.class.isAssignableFrom(type));
    }

    private static Set<String> names(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(KnownParameters::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String name(MethodParameter parameter) {
        @Nullable RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        return annotation == null ? "" : annotation.name();
    }
}
