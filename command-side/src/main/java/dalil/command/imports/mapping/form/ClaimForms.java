package dalil.command.imports.mapping.form;

import dalil.command.Streams;
import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.numbers.RangeFormat.Ends;
import dalil.command.imports.profile.ClaimSpec;
import dalil.events.Protected;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Count;
import dalil.events.claim.ClaimValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values that a row has for an attribute, in the attribute's form. */
final class ClaimForms {

    private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n\\t\\x0b\\f\\x85\\u2028\\u2029]\\s*");

    private ClaimForms() {}

    /** @param record the stream under whose key stands what tells who a person is */
    static List<ClaimValue> values(ClaimSpec spec, Scope scope, Speaker speaker, String record) {
        ClaimSpec.Form form = spec.form();
        if (form instanceof ClaimSpec.Time time) {
            return list(TimeForm.value(time, spec, scope, speaker));
        }
        if (form instanceof ClaimSpec.Where where) {
            return list(PlaceForm.value(where, scope, speaker));
        }
        if (form instanceof ClaimSpec.Range range) {
            return list(range(spec.attribute(), range, scope));
        }
        if (form instanceof ClaimSpec.Name name) {
            return list(NameForm.value(name, scope, record));
        }
        List<Found> found = Values.all(((ClaimSpec.Plain) form).value(), scope);
        if (found.size() > 1 && !spec.attribute().many()) {
            throw new RowProblem(
                    found.get(0).column(),
                    "several-values",
                    "the attribute " + spec.attribute().name() + " has one value, the row has " + found.size());
        }
        List<ClaimValue> values = new ArrayList<>();
        String subject = spec.attribute().isIdentifying() ? record : Streams.source(speaker.source());
        for (Found one : found) {
            values.add(value(spec.attribute(), one, scope, subject));
        }
        return values;
    }

    private static List<ClaimValue> list(Optional<? extends ClaimValue> value) {
        return value.<List<ClaimValue>>map(List::of).orElse(List.of());
    }

    private static ClaimValue value(Attribute attribute, Found found, Scope scope, String subject) {
        if (found.answer()) {
            return Attributes.answer(attribute, found.text());
        }
        return switch (attribute.form()) {
            case TEXT -> new Text(Protected.of(subject, found.text()));
            case NAME -> NameForm.whole(found.text(), subject);
            case COUNT ->
                Numbers.isUnknown(found)
                        ? new ClaimValue.Answer(Numbers.UNKNOWN)
                        : new Count(Numbers.whole(found, scope));
            case WORD -> new ClaimValue.Word(BREAKS.matcher(found.text()).replaceAll(" "));
            case CODE -> code(Objects.requireNonNull(attribute.list()), found);
            case RANGE, OCCURRED, PLACE -> throw new IllegalStateException("has a form of its own");
        };
    }

    private static ClaimValue code(String list, Found found) {
        if (!dalil.events.vocabulary.Vocabularies.find(list).orElseThrow().has(found.text())) {
            throw new RowProblem(
                    found.column(), "unknown-word", "not a word of the list " + list + "; a map can make one of it");
        }
        return found.word();
    }

    private static Optional<ClaimValue> range(Attribute attribute, ClaimSpec.Range range, Scope scope) {
        Optional<Ends> read = Numbers.range(range, scope);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        String answer = read.get().answer();
        return Optional.of(
                answer.isEmpty()
                        ? new ClaimValue.Range(read.get().least(), read.get().greatest())
                        : Attributes.answer(attribute, answer));
    }
}
