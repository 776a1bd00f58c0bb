package dalil.query.page;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.springframework.web.util.HtmlUtils;

/** A page that loads nothing and runs nothing. Every value on it is escaped by whoever puts it there. */
public final class PlainPage {

    /** The media type of a page. */
    public static final String HTML = "text/html;charset=UTF-8";

    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:0 auto;padding:1rem;color:#1b1b1b;background:#fff}
            h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}
            table{border-collapse:collapse}th,td{text-align:start;padding:.2rem 1.2rem .2rem 0;font-weight:400}
            th[scope=row]{white-space:nowrap;vertical-align:top}td{vertical-align:top}td.n{text-align:end;font-variant-numeric:tabular-nums}
            .warn{border-inline-start:.3rem solid #a33;padding:.1rem 1rem;background:#fbf0f0}
            code,pre{font:.9rem/1.4 ui-monospace,monospace;background:#f4f4f4}pre{padding:.7rem;overflow:auto}
            a{color:#06457f}
            @media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#141414}code,pre{background:#242424}
            .warn{background:#2a1818}a{color:#8cc4ff}}
            """;

    /** Content-Security-Policy: only this page's own style, told by its hash. */
    public static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>%s</style>
            </head>
            <body>
            %s
            </body>
            </html>
            """;

    private PlainPage() {}

    /**
     * The page as HTML.
     *
     * @param title as text
     * @param body as HTML
     */
    public static String of(String title, String body) {
        return PAGE.formatted(escaped(title), STYLE, body);
    }

    /** Headers of every page. */
    public static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
    }

    /** A text so that it is a text in HTML, also within an attribute's quotes. */
    public static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
