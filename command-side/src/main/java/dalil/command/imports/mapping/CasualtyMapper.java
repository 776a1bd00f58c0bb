package dalil.command.imports.mapping;

import dalil.command.Streams;
import dalil.command.casualty.CasualtyChecks;
import dalil.command.casualty.CasualtyCommand.RecordListedCasualty;
import dalil.command.imports.mapping.RowSources.RowSource;
import dalil.command.imports.mapping.form.ClaimMaker;
import dalil.command.imports.mapping.form.Numbers;
import dalil.command.imports.mapping.form.Speaker;
import dalil.command.imports.mapping.identity.Placed;
import dalil.command.imports.mapping.identity.Placing;
import dalil.command.imports.mapping.identity.RowIdentity;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.profile.ClaimSpec;
import dalil.command.imports.profile.Emit;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.profile.Saying;
import dalil.command.imports.profile.Value;
import dalil.command.imports.row.DatasetIds;
import dalil.command.rule.Refusal;
import dalil.events.casualty.CasualtyFact;
import dalil.events.casualty.CasualtyFact.Injury;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The people harmed, and groups of them, that a row gives. */
final class CasualtyMapper {

    private final Profile profile;
    private final DatasetIds ids;
    private final RowIdentity identity;
    private final Placing placing;
    private final Supplier<UUID> claimIds;

    CasualtyMapper(Profile profile, DatasetIds ids, RowIdentity identity, Supplier<UUID> claimIds) {
        this.profile = profile;
        this.ids = ids;
        this.identity = identity;
        this.placing = new Placing(identity);
        this.claimIds = claimIds;
    }

    void place(UUID row, Scope scope, List<Placed<Emit.Casualty>> into) {
        placing.place("casualty", row, profile.casualties(), scope, (emit, at) -> !isNobody(emit, at), into::add);
    }

    /** A group of none is none: lists of incidents have a nought where nobody was harmed. */
    private static boolean isNobody(Emit.Casualty emit, Scope scope) {
        return emit.unit().equals(CasualtyFact.GROUP)
                && emit.claims().stream()
                        .filter(claim -> claim.attribute().name().equals("persons"))
                        .allMatch(claim -> isNought((ClaimSpec.Range) claim.form(), scope));
    }

    private static boolean isNought(ClaimSpec.Range persons, Scope scope) {
        try {
            return Numbers.range(persons, scope)
                    .filter(ends -> !ends.isAnswer() && ends.least() == 0 && ends.greatest() == 0)
                    .isPresent();
        } catch (RowProblem toldWhenItIsRecorded) {
            return false;
        }
    }

    /** The row in which the incident of a casualty stands; null where it is in none. */
    @Nullable UUID incident(Placed<Emit.Casualty> placed, UUID row) {
        if (placed.emit().incident().isEmpty()) {
            return profile.incident() == null ? null : row;
        }
        return RowSources.has(placed.emit().incident(), placed.scope())
                ? ids.row(identity.openParts(placed.emit().incident(), placed.scope()))
                : null;
    }

    RecordListedCasualty record(Placed<Emit.Casualty> placed, UUID row, RowSources sources) {
        Emit.Casualty emit = placed.emit();
        Scope scope = placed.scope().withOwnLabels();
        String stream = Streams.casualty(placed.id().toString());
        ClaimMaker maker = new ClaimMaker(ids, claimIds, stream);
        maker.add(emit.claims(), scope, spec -> speaker(spec.source(), emit, sources, scope));
        List<Injury> injuries = injuries(placed, scope, stream, sources);
        Speaker ofLabels = speaker(null, emit, sources, scope);
        scope.labels().forEach(label -> maker.add("label", new ClaimValue.Word(label), ofLabels, null));
        if (profile.incident() == null) {
            for (RowSource witness : sources.witnesses()) {
                ClaimValue says = new ClaimValue.Word(String.valueOf(witness.existence()));
                maker.add("existence", says, sources.itself(witness), witness.words());
            }
        }
        List<Claim> claims = maker.claims();
        check(emit, claims, injuries, sources);
        UUID incident = incident(placed, row);
        return new RecordListedCasualty(
                stream,
                ids.dataset().toString(),
                emit.unit(),
                incident == null ? null : incident.toString(),
                claims,
                injuries,
                false);
    }

    private List<Injury> injuries(Placed<Emit.Casualty> casualty, Scope scope, String stream, RowSources sources) {
        List<Injury> injuries = new ArrayList<>();
        Emit.Casualty of = casualty.emit();
        placing.place("injury", casualty.id(), of.injuries(), scope, (emit, at) -> true, placed -> {
            Emit.Injury emit = placed.emit();
            Value reported = emit.reported() == null ? of.reported() : emit.reported();
            ClaimMaker maker = new ClaimMaker(ids, claimIds, stream);
            maker.add(
                    emit.claims(),
                    placed.scope(),
                    spec -> sources.speaker(
                            first(spec.source(), emit.source(), of.source()), reported, placed.scope()));
            if (!maker.claims().isEmpty()) {
                injuries.add(new Injury(placed.id().toString(), maker.claims()));
            }
        });
        return injuries;
    }

    private static Speaker speaker(@Nullable Saying own, Emit.Casualty emit, RowSources sources, Scope scope) {
        return sources.speaker(first(own, emit.source(), null), emit.reported(), scope);
    }

    private static @Nullable Saying first(@Nullable Saying one, @Nullable Saying two, @Nullable Saying three) {
        return one != null ? one : two != null ? two : three;
    }

    /** The same rules as the aggregate's, so that a dry run finds what recording would refuse. */
    private static void check(Emit.Casualty emit, List<Claim> claims, List<Injury> injuries, RowSources sources) {
        if (claims.isEmpty() && injuries.isEmpty()) {
            throw new RowProblem("", "nothing-to-record", "the row sets no attribute of the casualty");
        }
        try {
            CasualtyChecks.begin(emit.unit(), null, claims, injuries, stream -> true, sources);
        } catch (Refusal refusal) {
            throw Problems.of(refusal, claims, injuries);
        }
    }
}
