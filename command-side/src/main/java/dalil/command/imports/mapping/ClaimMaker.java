package dalil.command.imports.mapping;

import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.profile.ClaimSpec;
import dalil.command.imports.row.DatasetIds;
import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The claims of one part of a record; the same thing is said once. */
final class ClaimMaker {

    private final DatasetIds ids;
    private final Supplier<UUID> claimIds;
    private final List<Claim> claims = new ArrayList<>();

    ClaimMaker(DatasetIds ids, Supplier<UUID> claimIds) {
        this.ids = ids;
        this.claimIds = claimIds;
    }

    List<Claim> claims() {
        return List.copyOf(claims);
    }

    /** @param speakers who a claim says it is by */
    void add(List<ClaimSpec> specs, Scope scope, Function<ClaimSpec, Speaker> speakers) {
        for (ClaimSpec spec : specs) {
            Speaker speaker = speakers.apply(spec);
            boolean ownWords = spec.form() instanceof ClaimSpec.Time;
            for (ClaimValue value : ClaimForms.values(spec, scope, speaker)) {
                add(
                        spec.attribute().name(),
                        value,
                        speaker,
                        ownWords ? null : TimeForm.words(spec.words(), scope, speaker));
            }
        }
    }

    void add(String attribute, ClaimValue value, Speaker speaker, @Nullable Protected<String> words) {
        Claim claim = new Claim(
                claimIds.get().toString(),
                attribute,
                value,
                speaker.source(),
                speaker.reported(),
                null,
                words,
                ids.dataset().toString());
        if (claims.stream().noneMatch(claim::saysTheSameAs)) {
            claims.add(claim);
        }
    }
}
