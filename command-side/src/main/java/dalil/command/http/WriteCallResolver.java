package dalil.command.http;

import dalil.command.Actor;
import dalil.command.claim.Texts;
import dalil.command.http.WriteCall.MalformedHeader;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.UriUtils;

/** Reads {@code Idempotency-Key}, {@code Dalil-Actor}, {@code Dalil-Role} and {@code If-Match}. */
final class WriteCallResolver implements HandlerMethodArgumentResolver {

    private static final int MAX_NAME = 200;

    private final Supplier<UUID> ids;

    WriteCallResolver(Supplier<UUID> ids) {
        this.ids = ids;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == WriteCall.class;
    }

    @Override
    public WriteCall resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Actor actor = new Actor(
                name(request, "Dalil-Actor", WriteCall.NOBODY_NAMED),
                name(request, "Dalil-Role", "documenter"),
                "http");
        return new WriteCall(
                key(request), actor, version(request), request.getMethod() + " " + request.getRequestURI());
    }

    private UUID key(HttpServletRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key == null) {
            return ids.get();
        }
        String canonical = key.toLowerCase(Locale.ROOT);
        if (!Texts.isUuid(canonical)) {
            throw new MalformedHeader("Idempotency-Key", "a UUID is required");
        }
        return UUID.fromString(canonical);
    }

    /** A name in UTF-8: percent-encoded, since many clients send only ASCII in headers, or as it is. */
    private static String name(HttpServletRequest request, String header, String otherwise) {
        String raw = request.getHeader(header);
        if (raw == null || raw.isBlank()) {
            return otherwise;
        }
        String name = decoded(header, raw).strip();
        if (name.length() > MAX_NAME || !Texts.line("", name).isEmpty()) {
            throw new MalformedHeader(header, "at most " + MAX_NAME + " characters of UTF-8 on one line");
        }
        return name;
    }

    private static String decoded(String header, String raw) {
        // the server hands on octets as ISO 8859-1
        String utf8 = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        try {
            return UriUtils.decode(utf8, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new MalformedHeader(header, "a percent sign begins a percent-encoded octet");
        }
    }

    private static @Nullable Long version(HttpServletRequest request) {
        String tag = request.getHeader("If-Match");
        if (tag == null) {
            return null;
        }
        String bare = tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"")
                ? tag.substring(1, tag.length() - 1)
                : tag;
        if (!bare.matches("[0-9]{1,9}")) {
            throw new MalformedHeader("If-Match", "one version as ETag gave it, for example \"3\"");
        }
        return Long.valueOf(bare);
    }
}
