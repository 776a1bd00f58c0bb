package dalil.command.imports.mapping;

import dalil.command.Streams;
import dalil.command.claim.ClaimRules;
import dalil.command.claim.HeldClaims;
import dalil.command.imports.mapping.RowSources.RowSource;
import dalil.command.imports.mapping.form.ClaimMaker;
import dalil.command.imports.mapping.form.Speaker;
import dalil.command.imports.mapping.identity.RowIdentity;
import dalil.command.imports.mapping.value.Conditions;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Things;
import dalil.command.imports.profile.Emit;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.profile.Saying;
import dalil.command.imports.row.DatasetIds;
import dalil.command.incident.IncidentCommand.LinkListedIncident;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.command.rule.FieldError;
import dalil.events.claim.Attribute;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.Place;
import dalil.events.incident.IncidentFact.ForceUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** A row as a listed incident with its uses of force. */
final class IncidentMapper {

    private final Profile profile;
    private final DatasetIds ids;
    private final RowIdentity identity;
    private final Supplier<UUID> claimIds;

    IncidentMapper(Profile profile, DatasetIds ids, RowIdentity identity, Supplier<UUID> claimIds) {
        this.profile = profile;
        this.ids = ids;
        this.identity = identity;
        this.claimIds = claimIds;
    }

    ReportListedIncident report(UUID id, RowSources sources, Scope scope) {
        Emit.Incident emit = Objects.requireNonNull(profile.incident());
        String stream = Streams.incident(id.toString());
        ClaimMaker claims = new ClaimMaker(ids, claimIds, stream);
        claims.add(
                emit.claims(),
                scope,
                spec -> sources.speaker(spec.source() == null ? emit.source() : spec.source(), emit.reported(), scope));
        List<ForceUse> forceUses = forceUses(id, stream, sources, scope);
        Speaker ofLabels = sources.speaker(emit.source(), emit.reported(), scope);
        scope.labels().forEach(label -> claims.add("label", new ClaimValue.Word(label), ofLabels, null));
        for (RowSource witness : sources.witnesses()) {
            ClaimValue says = new ClaimValue.Word(String.valueOf(witness.existence()));
            claims.add("existence", says, sources.itself(witness), witness.words());
        }
        check(claims.claims(), forceUses);
        return new ReportListedIncident(stream, ids.dataset().toString(), claims.claims(), forceUses, false);
    }

    /** Links to the incidents of other rows, which need not be on record yet. */
    List<LinkListedIncident> links(UUID id, RowSources sources, Scope scope) {
        List<LinkListedIncident> links = new ArrayList<>();
        Emit.Incident incident = Objects.requireNonNull(profile.incident());
        for (Emit.Link emit : incident.links()) {
            for (Scope at : Things.of(emit.forEach(), scope)) {
                if (Conditions.holds(emit.when(), at) && RowSources.has(emit.to(), at)) {
                    UUID to = identity.other(emit.to(), at);
                    Saying says = emit.source() == null ? incident.source() : emit.source();
                    links.add(new LinkListedIncident(
                            Streams.incident(id.toString()),
                            emit.relation(),
                            Streams.incident(to.toString()),
                            sources.speaker(says, null, at).source()));
                }
            }
        }
        return links;
    }

    private List<ForceUse> forceUses(UUID incident, String stream, RowSources sources, Scope scope) {
        List<ForceUse> forceUses = new ArrayList<>();
        Map<UUID, Integer> occurrences = new HashMap<>();
        for (Emit.ForceUse emit : profile.forceUses()) {
            for (Scope at : Things.of(emit.forEach(), scope)) {
                if (!Conditions.holds(emit.when(), at)) {
                    continue;
                }
                ClaimMaker claims = new ClaimMaker(ids, claimIds, stream);
                claims.add(
                        emit.claims(),
                        at,
                        spec -> sources.speaker(
                                spec.source() == null ? emit.source() : spec.source(), emit.reported(), at));
                String[] name = emit.id().isEmpty() ? openContent(claims.claims()) : identity.openParts(emit.id(), at);
                int occurrence = occurrences.merge(DatasetIds.forceUse(incident, 1, name), 1, Integer::sum);
                forceUses.add(new ForceUse(
                        DatasetIds.forceUse(incident, occurrence, name).toString(), claims.claims()));
            }
        }
        return forceUses;
    }

    /** Only what is open: an id must not let anybody confirm a guess at what is protected. */
    private static String[] openContent(List<Claim> claims) {
        List<String> content = new ArrayList<>();
        for (Claim claim : claims) {
            if (!(claim.value() instanceof ClaimValue.Text) && !(claim.value() instanceof Place)) {
                content.add(claim.attribute());
                content.add(
                        claim.value() instanceof ClaimValue.Word word
                                ? word.word()
                                : claim.value().toString());
            }
        }
        return content.toArray(String[]::new);
    }

    /** The same rules as the aggregate's, so that a dry run finds what recording would refuse. */
    private static void check(List<Claim> claims, List<ForceUse> forceUses) {
        if (claims.isEmpty()) {
            throw new RowProblem("", "nothing-to-record", "the row sets no attribute of the incident");
        }
        check(Attribute.Of.INCIDENT, claims);
        int all = claims.size();
        for (ForceUse forceUse : forceUses) {
            check(Attribute.Of.FORCE_USE, forceUse.claims());
            if (forceUse.claims().stream().noneMatch(claim -> claim.attribute().equals("used-by"))) {
                throw new RowProblem("used-by", "missing-used-by", "a use of force says who used it");
            }
            all += forceUse.claims().size();
        }
        if (all > HeldClaims.MAX_OPEN) {
            throw new RowProblem(
                    "", "too-many-claims", "a row gives at most " + HeldClaims.MAX_OPEN + " claims, this one " + all);
        }
    }

    private static void check(Attribute.Of of, List<Claim> claims) {
        for (Claim claim : claims) {
            List<FieldError> errors = ClaimRules.errors(of, claim, stream -> true);
            if (!errors.isEmpty()) {
                FieldError first = errors.get(0);
                throw new RowProblem(claim.attribute(), first.code(), first.pointer() + ": " + first.detail());
            }
        }
    }
}
