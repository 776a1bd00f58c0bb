package dalil.command.imports.mapping.value;

import dalil.events.claim.ClaimValue;

/**
 * A value of a row.
 *
 * @param column where it was found; empty for what the profile itself says
 * @param answer whether the text is one of the ways of not saying
 */
public record Found(String text, String column, boolean answer) {

    /** As a code or a line. */
    public ClaimValue word() {
        return answer ? new ClaimValue.Answer(text) : new ClaimValue.Word(text);
    }

    @Override
    public String toString() {
        return "a value at " + column;
    }
}
