package dalil.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a query that is not percent-encoded UTF-8. The servlet container throws only when somebody looks at a parameter, and then whoever
 * looked would seem to have failed.
 */
final class WellFormedQuery extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isWellFormed(request.getQueryString())) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/problem+json");
        response.getWriter().write("""
                {"type":"urn:dalil:problem:malformed-query","title":"Malformed query","status":400,\
                "detail":"what stands after the question mark is not percent-encoded UTF-8","code":"malformed-query"}""");
    }

    static boolean isWellFormed(@Nullable String query) {
        if (query == null) {
            return true;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(query.length());
        for (int i = 0; i < query.length(); i++) {
            if (query.charAt(i) != '%') {
                octets.write(query.charAt(i));
                continue;
            }
            boolean whole = i + 2 < query.length();
            int high = whole ? Character.digit(query.charAt(i + 1), 16) : -1;
            int low = whole ? Character.digit(query.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                return false;
            }
            octets.write(high * 16 + low);
            i += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.toByteArray()));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
