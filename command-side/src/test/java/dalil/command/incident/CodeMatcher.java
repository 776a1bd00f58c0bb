package dalil.command.incident;

import dalil.command.rule.Refusal;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;
import org.jspecify.annotations.Nullable;

/** Matches a refusal by its code, or by the code and pointer of one of its fields. */
final class CodeMatcher extends BaseMatcher<Object> {

    private final String code;

    CodeMatcher(String code) {
        this.code = code;
    }

    @Override
    public boolean matches(@Nullable Object actual) {
        return actual instanceof Refusal refusal
                && (refusal.code().equals(code)
                        || refusal.errors().stream().anyMatch(e -> (e.pointer() + " " + e.code()).equals(code)));
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("a refusal with code " + code);
    }
}
