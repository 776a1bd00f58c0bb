package dalil.events.claim;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that claims can be about.
 *
 * @param name its name on the wire, for ever
 * @param of what kind of record or part has it
 * @param form the shape of its values
 * @param list the vocabulary of its codes; null where the form is not {@link Form#CODE}
 * @param many whether several different values hold side by side; otherwise different values contest each other
 * @param covers the code of {@code review-covers} under which a review speaks about it
 */
public record Attribute(
        String name, Of of, Form form, @Nullable String list, boolean many, String covers) {

    static final String IDENTITY = "identity";

    /** Whether its values can tell who a person is, so that they are protected under that person's own key. */
    public boolean isIdentifying() {
        return covers.equals(IDENTITY);
    }

    /** What has attributes. */
    public enum Of {
        INCIDENT,
        FORCE_USE,
        CASUALTY,
        INJURY,
        /** What someone told us and has not been worked up: its attributes are the questions that were answered. */
        REPORT;

        /** As people read it: {@code use of force}. */
        public String words() {
            return this == FORCE_USE ? "use of force" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** The shapes of values. */
    public enum Form {
        /** A code of a vocabulary. */
        CODE,
        /** A short open text on one line. */
        WORD,
        /** A free text, protected. */
        TEXT,
        /** A whole number. */
        COUNT,
        /** At least and at most. */
        RANGE,
        OCCURRED,
        PLACE,
        /** What a person is called, protected. */
        NAME
    }
}
