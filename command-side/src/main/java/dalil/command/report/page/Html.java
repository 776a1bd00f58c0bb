package dalil.command.report.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.springframework.web.util.HtmlUtils;

/** What is around both pages, and how a text becomes harmless in one. The policy lets a page load nothing and run nothing. */
final class Html {

    private static final String STYLE = """
            *{box-sizing:border-box}
            body{font:1.125rem/1.5 system-ui,sans-serif;margin:0;color:#1b1b1b;background:#fff}
            main{max-width:36rem;margin:0 auto;padding:.75rem}
            h1{font-size:1.5rem;line-height:1.25;margin:1rem 0}h2{font-size:1.25rem;margin:2rem 0 .5rem}
            a{color:#06457f}
            nav a{display:inline-block;padding:.6rem .7rem .6rem 0;min-height:3rem}nav a[aria-current]{font-weight:700;color:inherit}
            fieldset,.f{border:0;margin:1.6rem 0 0;padding:0;min-width:0}
            legend,.f>label:not(.o){display:block;padding:0;font-weight:700}
            .hint{display:block;color:#555;font-size:1rem}
            .o{display:inline-flex;max-width:100%;gap:.6rem;align-items:center;min-height:3rem;margin:.4rem .4rem 0 0;\
            padding:.4rem .8rem;vertical-align:top;border:1px solid #767676;border-radius:.4rem;cursor:pointer}
            .o input{width:1.4rem;height:1.4rem;flex:none;margin:0}
            .o:focus-within{outline:3px solid #06457f}
            input[type=text],textarea{width:100%;font:inherit;color:inherit;background:#fff;padding:.6rem;margin-top:.4rem;\
            border:1px solid #767676;border-radius:.4rem;min-height:3rem}
            button{font:inherit;font-weight:700;width:100%;min-height:3.5rem;margin:2rem 0;border:0;border-radius:.4rem;\
            color:#fff;background:#06457f;cursor:pointer}
            .warn,.first,.wrong{border-inline-start:.35rem solid #a33;padding:.2rem .8rem;margin:1rem 0;background:#fbf0f0}
            .note{color:#555;font-size:1rem}
            .call a{display:flex;gap:.7rem;align-items:center;min-height:3rem;margin:.4rem 0;padding:.3rem .8rem;background:#fff;\
            border:2px solid #a33;border-radius:.4rem;color:#7a1414;text-decoration:none}
            .call b{font-size:1.4rem}
            .e{display:block;color:#a11;font-weight:700}
            .code{font-size:2.4rem;font-weight:700;letter-spacing:.05em;font-variant-numeric:tabular-nums;margin:.5rem 0}
            .code span{white-space:nowrap}
            @media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#141414}a{color:#8cc4ff}.hint,.note{color:#b5b5b5}
            input[type=text],textarea{background:#202020}.warn,.first,.wrong{background:#2a1818}.e{color:#ff9d9d}
            .call a{background:#202020;color:#ffb4b4}button{background:#8cc4ff;color:#08213a}}
            """;

    /** Content-Security-Policy: only this style, told by its hash, and forms to the register alone. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%2$s</title>
            <style>%3$s</style>
            </head>
            <body>
            <main>
            %4$s</main>
            </body>
            </html>
            """;

    private Html() {}

    /** @param title plain text; the body is HTML, with everything in it escaped already */
    static String page(PageTexts texts, String title, String body) {
        return PAGE.formatted(texts.language(), escaped(title), STYLE, body);
    }

    static String escaped(String text) {
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
