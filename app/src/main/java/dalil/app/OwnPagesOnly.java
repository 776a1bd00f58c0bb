package dalil.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The loopback address keeps other machines out, not the pages that a browser on this machine has open: another site could send
 * forms here, or give its own name to this address and read the answers. Requests under a name that is not this machine's, and
 * requests that another site's page sent, are refused.
 */
final class OwnPagesOnly extends OncePerRequestFilter {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (LOOPBACK.contains(request.getServerName().toLowerCase(Locale.ROOT)) && !fromAnotherSite(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/problem+json");
        response.getWriter().write("""
                {"type":"urn:dalil:problem:foreign-page","title":"Foreign page","status":403,\
                "detail":"the register answers under this machine's own name only, and not to the pages of other sites",\
                "code":"foreign-page"}""");
    }

    private static boolean fromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean navigation =
                "GET".equals(request.getMethod()) && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
        if (site != null && OTHERS.contains(site) && !navigation) {
            return true;
        }
        String origin = request.getHeader("Origin");
        return origin != null && !isOwn(origin, request);
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        @Nullable String host;
        int port;
        try {
            URI uri = URI.create(origin);
            host = uri.getHost();
            port = uri.getPort();
        } catch (IllegalArgumentException opaque) {
            return false;
        }
        return host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT)) && port == request.getServerPort();
    }
}
