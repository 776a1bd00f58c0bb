package dalil.command.imports.mapping;

import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.profile.ClaimSpec;
import dalil.command.imports.profile.Profile;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Count;
import dalil.events.claim.ClaimValue.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values that a row has for an attribute, in the attribute's form. */
final class ClaimForms {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}(\\.0{1,15})?");
    private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n\\t\\x0b\\f\\x85\\u2028\\u2029]\\s*");

    private ClaimForms() {}

    static List<ClaimValue> values(ClaimSpec spec, Scope scope, Speaker speaker) {
        ClaimSpec.Form form = spec.form();
        if (form instanceof ClaimSpec.Time time) {
            return list(TimeForm.value(time, spec, scope, speaker));
        }
        if (form instanceof ClaimSpec.Where where) {
            return list(PlaceForm.value(where, scope, speaker));
        }
        if (form instanceof ClaimSpec.Range range) {
            return list(range(range, scope));
        }
        List<Found> found = Values.all(((ClaimSpec.Plain) form).value(), scope);
        if (found.size() > 1 && !spec.attribute().many()) {
            throw new RowProblem(
                    found.get(0).column(),
                    "several-values",
                    "the attribute " + spec.attribute().name() + " has one value, the row has " + found.size());
        }
        List<ClaimValue> values = new ArrayList<>();
        for (Found one : found) {
            values.add(value(spec.attribute(), one, scope.profile(), speaker));
        }
        return values;
    }

    private static List<ClaimValue> list(Optional<? extends ClaimValue> value) {
        return value.<List<ClaimValue>>map(List::of).orElse(List.of());
    }

    private static ClaimValue value(Attribute attribute, Found found, Profile profile, Speaker speaker) {
        if (found.answer()) {
            return Attributes.answer(attribute, found.text());
        }
        return switch (attribute.form()) {
            case TEXT -> new Text(speaker.protect(found.text()));
            case COUNT -> new Count(whole(found, profile));
            case WORD -> new ClaimValue.Word(BREAKS.matcher(found.text()).replaceAll(" "));
            case CODE -> code(Objects.requireNonNull(attribute.list()), found);
            case RANGE, OCCURRED, PLACE, NAME -> throw new IllegalStateException("has a form of its own");
        };
    }

    private static ClaimValue code(String list, Found found) {
        if (!dalil.events.vocabulary.Vocabularies.find(list).orElseThrow().has(found.text())) {
            throw new RowProblem(
                    found.column(), "unknown-word", "not a word of the list " + list + "; a map can make one of it");
        }
        return found.word();
    }

    private static Optional<ClaimValue> range(ClaimSpec.Range range, Scope scope) {
        Optional<Found> least = Values.one(range.least(), scope);
        Optional<Found> greatest = range.greatest() == null ? least : Values.one(range.greatest(), scope);
        if (least.isEmpty() && greatest.isEmpty()) {
            return Optional.empty();
        }
        Found from = least.or(() -> greatest).orElseThrow();
        Found to = greatest.or(() -> least).orElseThrow();
        if (from.answer()) {
            return Optional.of(from.word());
        }
        return Optional.of(new ClaimValue.Range(whole(from, scope.profile()), whole(to, scope.profile())));
    }

    /** {@code 1.0} is a whole number too. */
    private static long whole(Found found, Profile profile) {
        String text = plainNumber(found.text(), profile);
        if (!WHOLE.matcher(text).matches()) {
            throw new RowProblem(found.column(), "bad-number", "not a whole number");
        }
        return new BigDecimal(text).longValueExact();
    }

    /** A number with a point before its fraction and nothing between its digits. */
    static String plainNumber(String text, Profile profile) {
        String joined = profile.thousands().isEmpty() ? text : text.replace(profile.thousands(), "");
        return joined.replace(profile.decimal(), ".");
    }
}
