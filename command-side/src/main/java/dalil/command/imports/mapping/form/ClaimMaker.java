package dalil.command.imports.mapping.form;

import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.profile.ClaimSpec;
import dalil.command.imports.row.DatasetIds;
import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Occurred;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The claims of one part of a record; the same thing is said once. */
public final class ClaimMaker {

    private final DatasetIds ids;
    private final Supplier<UUID> claimIds;
    private final String record;
    private final List<Claim> claims = new ArrayList<>();

    /** @param record the stream under whose key stands what tells who a person is */
    public ClaimMaker(DatasetIds ids, Supplier<UUID> claimIds, String record) {
        this.ids = ids;
        this.claimIds = claimIds;
        this.record = record;
    }

    public List<Claim> claims() {
        return List.copyOf(claims);
    }

    /** @param speakers who a claim says it is by */
    public void add(List<ClaimSpec> specs, Scope scope, Function<ClaimSpec, Speaker> speakers) {
        for (ClaimSpec spec : specs) {
            Speaker speaker = speakers.apply(spec);
            boolean ownWords = spec.form() instanceof ClaimSpec.Time;
            Occurred occurred = spec.occurred() == null
                    ? null
                    : TimeForm.occurred(spec.occurred(), null, scope, speaker).orElse(null);
            for (ClaimValue value : ClaimForms.values(spec, scope, speaker, record)) {
                add(
                        spec.attribute().name(),
                        value,
                        speaker,
                        occurred,
                        ownWords ? null : TimeForm.words(spec.words(), scope, speaker));
            }
        }
    }

    public void add(String attribute, ClaimValue value, Speaker speaker, @Nullable Protected<String> words) {
        add(attribute, value, speaker, null, words);
    }

    private void add(
            String attribute,
            ClaimValue value,
            Speaker speaker,
            @Nullable Occurred occurred,
            @Nullable Protected<String> words) {
        Claim claim = new Claim(
                claimIds.get().toString(),
                attribute,
                value,
                speaker.source(),
                speaker.reported(),
                occurred,
                words,
                ids.dataset().toString());
        if (claims.stream().noneMatch(claim::saysTheSameAs)) {
            claims.add(claim);
        }
    }
}
