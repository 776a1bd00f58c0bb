package dalil.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that could expose a person. It stands in the sealed section of its fact, never in the payload, a log or an error:
 * {@link #toString} hides it and only {@link FactMapper} can serialise it.
 *
 * @param <T> what is protected
 */
public final class Protected<T> {

    private final String subject;
    private final @Nullable T value;

    private Protected(String subject, @Nullable T value) {
        this.subject = subject;
        this.value = value;
    }

    /**
     * A protected value.
     *
     * @param subject the stream whose key protects it, for example {@code source/6f1c…}
     */
    public static <T> Protected<T> of(String subject, T value) {
        return new Protected<>(Objects.requireNonNull(subject), Objects.requireNonNull(value));
    }

    /** What is left where the sealed section was erased. */
    public static <T> Protected<T> erased() {
        return new Protected<>("", null);
    }

    /** The stream whose key protects the value; empty once erased. */
    public String subject() {
        return subject;
    }

    /** The value, or nothing where it was erased. */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** Whether the value was erased. */
    public boolean isErased() {
        return value == null;
    }

    /** Jackson 2 and 3 both come here unless the fact mapper is the one that writes. */
    @JsonValue
    private String refuseToSerialise() {
        throw new IllegalStateException("a protected value is serialised by the fact mapper only");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Protected<?> that && subject.equals(that.subject) && Objects.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, value);
    }

    @Override
    public String toString() {
        return "‹protected›";
    }
}
