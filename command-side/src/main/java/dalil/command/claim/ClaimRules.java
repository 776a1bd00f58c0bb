package dalil.command.claim;

import dalil.command.KnownRecords;
import dalil.command.rule.FieldError;
import dalil.events.claim.Attribute;
import dalil.events.claim.Attributes;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import dalil.events.time.Edtf;
import dalil.events.vocabulary.Vocabularies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a claim before it is recorded. Pointers are relative to the claim. */
public final class ClaimRules {

    private ClaimRules() {}

    /** Everything that is wrong with these claims, as they stand in a list. Ids must differ among them. */
    public static List<FieldError> errors(Attribute.Of of, List<Claim> claims, KnownRecords known, String pointer) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            String at = pointer + "/" + i;
            errors(of, claim, known).forEach(e -> errors.add(e.under(at)));
            if (!ids.add(claim.id())) {
                errors.add(new FieldError(at + "/id", "duplicate", "another claim in this list has the same id"));
            }
        }
        return errors;
    }

    /** Everything that is wrong with one claim. */
    public static List<FieldError> errors(Attribute.Of of, Claim claim, KnownRecords known) {
        List<FieldError> errors = new ArrayList<>(Texts.uuid("/id", claim.id()));
        Optional<Attribute> attribute = Attributes.find(of, claim.attribute());
        if (attribute.isEmpty()) {
            errors.add(
                    new FieldError("/attribute", "unknown-word", "no attribute of this name belongs to " + of.words()));
        } else {
            errors.addAll(valueErrors(attribute.get(), claim.value()));
        }
        errors.addAll(sourceErrors("/source", claim.source(), known));
        if (claim.reported() != null) {
            errors.addAll(dateErrors("/reported", claim.reported()));
        }
        if (claim.occurred() != null) {
            errors.addAll(occurredErrors("/occurred", claim.occurred()));
        }
        if (claim.words() != null) {
            claim.words().value().ifPresent(words -> errors.addAll(Texts.body("/words", words, Texts.MAX_NOTE)));
        }
        return errors;
    }

    /** What is wrong with a value of this attribute; pointers start at {@code /value}. */
    public static List<FieldError> valueErrors(Attribute attribute, ClaimValue value) {
        List<FieldError> errors = new ArrayList<>();
        for (FieldError error : ValueRules.errors(attribute, value)) {
            errors.add(error.under("/value"));
        }
        return errors;
    }

    /** What is wrong with a source that is named; nothing if none is named. */
    public static List<FieldError> sourceErrors(String pointer, @Nullable String source, KnownRecords known) {
        if (source == null) {
            return List.of();
        }
        List<FieldError> malformed = Texts.uuid(pointer, source);
        if (!malformed.isEmpty() || known.hasSource(source)) {
            return malformed;
        }
        return List.of(new FieldError(pointer, "unknown-id", "no source of this id is registered"));
    }

    /** What is wrong with a code of a vocabulary. */
    public static List<FieldError> codeErrors(String pointer, String list, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return List.of(new FieldError(pointer, "missing", "a word of the list " + list + " is required"));
        }
        if (Vocabularies.find(list).orElseThrow().has(code)) {
            return List.of();
        }
        return List.of(new FieldError(
                pointer, "unknown-word", "not a word of the list " + list + "; see /api/vocabularies/" + list));
    }

    /** What is wrong with a claimed time. */
    public static List<FieldError> occurredErrors(String pointer, Occurred occurred) {
        return OccurredRules.errors(occurred).stream()
                .map(error -> error.under(pointer))
                .toList();
    }

    /** What is wrong with a date. */
    public static List<FieldError> dateErrors(String pointer, String date) {
        try {
            Edtf.parse(date);
            return List.of();
        } catch (IllegalArgumentException wrong) {
            return List.of(new FieldError(pointer, "impossible-date", String.valueOf(wrong.getMessage())));
        }
    }
}
