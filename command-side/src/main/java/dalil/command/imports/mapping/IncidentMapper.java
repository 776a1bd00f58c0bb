package dalil.command.imports.mapping;

import dalil.command.Streams;
import dalil.command.claim.ClaimRules;
import dalil.command.claim.HeldClaims;
import dalil.command.imports.dates.DateFormat;
import dalil.command.imports.mapping.SourceMapper.RowSource;
import dalil.command.imports.mapping.value.Conditions;
import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.RowProblem;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Things;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.profile.ClaimSpec.Saying;
import dalil.command.imports.profile.Emit;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.profile.Value;
import dalil.command.imports.row.DatasetIds;
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
import org.jspecify.annotations.Nullable;

/** A row as a listed incident with its uses of force. */
final class IncidentMapper {

    private final Profile profile;
    private final DatasetIds ids;
    private final RowIdentity identity;
    private final String asOf;
    private final Supplier<UUID> claimIds;
    private final String publisher;

    IncidentMapper(Profile profile, DatasetIds ids, RowIdentity identity, String asOf, Supplier<UUID> claimIds) {
        this.profile = profile;
        this.ids = ids;
        this.identity = identity;
        this.asOf = asOf;
        this.claimIds = claimIds;
        this.publisher = ids.publisher().toString();
    }

    ReportListedIncident report(UUID id, Map<String, RowSource> sources, Scope scope) {
        Emit.Incident emit = Objects.requireNonNull(profile.incident());
        ClaimMaker claims = new ClaimMaker(ids, claimIds);
        claims.add(
                emit.claims(),
                scope,
                spec -> speaker(
                        spec.source() == null ? emit.source() : spec.source(), emit.reported(), sources, scope));
        List<ForceUse> forceUses = forceUses(id, sources, scope);
        Speaker ofLabels = speaker(emit.source(), emit.reported(), sources, scope);
        scope.labels().forEach(label -> claims.add("label", new ClaimValue.Word(label), ofLabels, null));
        for (RowSource source : sources.values()) {
            if (source.existence() != null) {
                Speaker itself = new Speaker(source.id(), asOf);
                claims.add("existence", new ClaimValue.Word(source.existence()), itself, source.words());
            }
        }
        check(claims.claims(), forceUses);
        return new ReportListedIncident(
                Streams.incident(id.toString()), ids.dataset().toString(), claims.claims(), forceUses);
    }

    private List<ForceUse> forceUses(UUID incident, Map<String, RowSource> sources, Scope scope) {
        List<ForceUse> forceUses = new ArrayList<>();
        Map<UUID, Integer> occurrences = new HashMap<>();
        for (Emit.ForceUse emit : profile.forceUses()) {
            for (Scope at : Things.of(emit.forEach(), scope)) {
                if (!Conditions.holds(emit.when(), at)) {
                    continue;
                }
                ClaimMaker claims = new ClaimMaker(ids, claimIds);
                claims.add(
                        emit.claims(),
                        at,
                        spec -> speaker(
                                spec.source() == null ? emit.source() : spec.source(), emit.reported(), sources, at));
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

    private Speaker speaker(
            @Nullable Saying saying, @Nullable Value reported, Map<String, RowSource> sources, Scope scope) {
        String source = saying == null ? publisher : source(saying, sources, scope);
        if (reported == null) {
            return new Speaker(source, asOf);
        }
        String date = Values.one(reported, scope).map(IncidentMapper::date).orElse(null);
        // a publisher who says nothing else says it now; when anybody else said it is then not known
        return new Speaker(source, date == null && source.equals(publisher) ? asOf : date);
    }

    /** A date that its value did not read through a format is ISO; its hours are of no interest here. */
    private static @Nullable String date(Found found) {
        try {
            return DateFormat.ISO.read(found.text()).edtf();
        } catch (IllegalArgumentException notIso) {
            return found.text();
        }
    }

    private String source(Saying saying, Map<String, RowSource> sources, Scope scope) {
        if (saying.ref().isEmpty()) {
            return sources.values().stream()
                    .filter(source -> source.called().equals(saying.called()))
                    .map(RowSource::id)
                    .findFirst()
                    .orElse(publisher);
        }
        for (Value part : saying.ref()) {
            if (Values.one(part, scope).isEmpty()) {
                return publisher;
            }
        }
        return ids.source(RowIdentity.parts(saying.ref(), scope, "ref")).toString();
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
