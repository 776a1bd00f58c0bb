package dalil.command.imports.profile;

import dalil.command.imports.dates.DateFormat;
import dalil.command.imports.dates.HourFormat;
import dalil.command.imports.numbers.RangeFormat;
import dalil.events.claim.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a row sets an attribute.
 *
 * @param words the source's own words; null if they are not kept
 * @param source who says so; null for whoever says the rest of it
 * @param occurred when what is claimed happened, for claims that are events themselves; null otherwise
 * @param line of the profile
 */
public record ClaimSpec(
        Attribute attribute,
        Form form,
        @Nullable Value words,
        @Nullable Saying source,
        @Nullable Time occurred,
        int line) {

    /** The shape of what is claimed. */
    public sealed interface Form {}

    /** A code, a line, a text or a number. */
    public record Plain(Value value) implements Form {}

    /**
     * At least and at most.
     *
     * @param greatest null where one number is both
     * @param format of numbers in words; null where there are only numbers
     */
    public record Range(
            Value least, @Nullable Value greatest, @Nullable RangeFormat format) implements Form {}

    /**
     * @param until the last day; null if it is one date
     * @param approximate when the date is marked {@code ~}
     * @param uncertain when the date is marked {@code ?}
     */
    public record Time(
            Value date,
            @Nullable Value until,
            DateFormat dates,
            @Nullable Condition approximate,
            @Nullable Condition uncertain,
            @Nullable Value timeOfDay,
            @Nullable HourFormat hours)
            implements Form {}

    /**
     * @param path country, region, district, settlement
     * @param lat latitude, or both where {@code lon} is null
     * @param latFirst which of the two comes first where they are in one
     * @param precision where there is a point
     * @param precisionWithoutPoint where there is none; null means that of the finest level that is named
     */
    public record Where(
            List<Value> path,
            @Nullable Value lat,
            @Nullable Value lon,
            boolean latFirst,
            @Nullable Value name,
            @Nullable Value precision,
            @Nullable Value precisionWithoutPoint)
            implements Form {}

    /** A person's name: the whole of it as it was said, and its parts as far as the file tells them apart. */
    public record Name(
            Value full,
            @Nullable Value given,
            @Nullable Value family,
            @Nullable Value patronymic,
            @Nullable Value script)
            implements Form {}
}
