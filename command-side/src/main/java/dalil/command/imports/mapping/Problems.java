package dalil.command.imports.mapping;

import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimedPart;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an aggregate would refuse, told by the attribute that is meant and not by its place in a command. */
final class Problems {

    private static final Pattern OF_A_CLAIM = Pattern.compile("(?:/[a-z]+/([0-9]+))?/claims/([0-9]+)(/.*)?");

    private Problems() {}

    static RowProblem of(Refusal refusal, List<Claim> claims, List<? extends ClaimedPart> parts) {
        if (refusal.errors().isEmpty()) {
            return new RowProblem("", refusal.code(), String.valueOf(refusal.getMessage()));
        }
        FieldError first = refusal.errors().get(0);
        Matcher place = OF_A_CLAIM.matcher(first.pointer());
        if (!place.matches()) {
            return new RowProblem("", first.code(), first.pointer() + ": " + first.detail());
        }
        List<Claim> among = place.group(1) == null
                ? claims
                : parts.get(Integer.parseInt(place.group(1))).claims();
        Claim claim = among.get(Integer.parseInt(place.group(2)));
        String rest = place.group(3) == null ? "" : place.group(3);
        return new RowProblem(claim.attribute(), first.code(), rest + ": " + first.detail());
    }
}
