package dalil.command.record;

import dalil.command.KnownRecords;
import dalil.command.claim.Texts;
import dalil.command.record.RecordCommand.MergeRecord;
import dalil.command.record.RecordCommand.NoteCandidate;
import dalil.command.rule.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with the fields of a command about two records of one kind. */
public final class MergerRules {

    private static final Pattern SCORE = Pattern.compile("0(\\.\\d{1,3})?|1(\\.0{1,3})?");

    private MergerRules() {}

    static List<FieldError> errors(ClaimedRecord.Kind kind, MergeRecord command, KnownRecords known) {
        List<FieldError> errors = new ArrayList<>(other(kind, "/into", command.stream(), command.into(), known));
        errors.addAll(Texts.body("/reason", command.reason(), Texts.MAX_NOTE));
        return errors;
    }

    static List<FieldError> errors(ClaimedRecord.Kind kind, NoteCandidate command, KnownRecords known) {
        List<FieldError> errors =
                new ArrayList<>(other(kind, "/" + kind.noun(), command.stream(), command.other(), known));
        String score = command.score();
        if (score != null && !SCORE.matcher(score).matches()) {
            errors.add(new FieldError("/score", "wrong-form", "a number from 0 to 1 such as 0.934"));
        }
        return errors;
    }

    /** What is wrong with another record of the same kind that is named. */
    public static List<FieldError> other(
            ClaimedRecord.Kind kind, String pointer, String self, @Nullable String other, KnownRecords known) {
        List<FieldError> malformed = Texts.uuid(pointer, other);
        if (!malformed.isEmpty()) {
            return malformed;
        }
        String stream = kind.stream(Objects.requireNonNull(other));
        if (stream.equals(self)) {
            return List.of(new FieldError(pointer, "links-to-itself", "another " + kind.noun() + " is required"));
        }
        return known.exists(stream)
                ? List.of()
                : List.of(new FieldError(pointer, "unknown-id", "no " + kind.noun() + " of this id is on record"));
    }
}
