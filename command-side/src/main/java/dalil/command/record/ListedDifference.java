package dalil.command.record;

import dalil.command.claim.HeldClaims.Held;
import dalil.events.Fact;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changed between what a dataset listed about a record and what it lists now: new claims, and former ones withdrawn.
 * Claims that people added, and what people did to the dataset's claims, stay as they are.
 */
public final class ListedDifference {

    private ListedDifference() {}

    /**
     * The facts that tell the difference.
     *
     * @param dataset UUID of the dataset
     * @param claims what it says of the record itself now
     * @param parts what it says of parts now
     */
    public static List<Fact> between(
            RecordMemory memory,
            RecordFacts facts,
            String dataset,
            List<Claim> claims,
            List<? extends ClaimedPart> parts) {
        List<Held> former = memory.claims().listedBy(dataset);
        List<Fact> changes = new ArrayList<>();
        for (Claim claim : claims) {
            if (!takeEqual(former, null, claim)) {
                changes.add(facts.added(null, claim));
            }
        }
        for (ClaimedPart part : parts) {
            if (!memory.hasPart(part.id())) {
                changes.add(facts.partRecorded(part));
                continue;
            }
            for (Claim claim : part.claims()) {
                if (!takeEqual(former, part.id(), claim)) {
                    changes.add(facts.added(part.id(), claim));
                }
            }
        }
        for (Held gone : former) {
            changes.add(facts.withdrawn(gone.claim().id(), dataset, null));
        }
        return changes;
    }

    /**
     * Whether there is anything here that the dataset never said of the record, also not before it took it back.
     *
     * @param dataset UUID of the dataset
     */
    public static boolean saysSomethingNew(
            RecordMemory memory, String dataset, List<Claim> claims, List<? extends ClaimedPart> parts) {
        List<Held> ever = memory.claims().everListedBy(dataset);
        return claims.stream().anyMatch(claim -> isNew(ever, null, claim))
                || parts.stream()
                        .anyMatch(part -> !memory.hasPart(part.id())
                                || part.claims().stream().anyMatch(claim -> isNew(ever, part.id(), claim)));
    }

    private static boolean isNew(List<Held> ever, @Nullable String part, Claim claim) {
        return ever.stream().noneMatch(held -> isSame(held, part, claim));
    }

    /** Takes one former claim that says the same out of the list; what is left at the end is no longer said. */
    private static boolean takeEqual(List<Held> former, @Nullable String part, Claim claim) {
        for (int i = 0; i < former.size(); i++) {
            if (isSame(former.get(i), part, claim)) {
                former.remove(i);
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Held held, @Nullable String part, Claim claim) {
        return Objects.equals(held.part(), part)
                && (held.claim().saysTheSameAs(claim) || erasedCounterpart(held.claim(), claim));
    }

    /** What was erased must not come back because a file still has it. */
    private static boolean erasedCounterpart(Claim held, Claim claim) {
        boolean erased =
                isErased(held.value()) || held.words() != null && held.words().isErased();
        return erased && held.attribute().equals(claim.attribute()) && Objects.equals(held.source(), claim.source());
    }

    private static boolean isErased(ClaimValue value) {
        return value instanceof ClaimValue.Text text && text.text().isErased()
                || value instanceof ClaimValue.Name name && name.name().isErased();
    }
}
