package dalil.command.imports.mapping.identity;

import dalil.command.imports.profile.ClaimSpec;
import dalil.command.imports.profile.Column;
import dalil.command.imports.profile.Emit;
import dalil.command.imports.profile.Emit.ForEach;
import dalil.command.imports.profile.Glob;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.profile.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns that an id must not give away: those that the profile declares, those that feed something protected, and those in which
 * the things of a {@code forEach} stand that do. Rather one too many than one too few: the id is keyed then and works as well.
 */
record ProtectedColumns(Set<String> names, List<Glob> like) {

    static ProtectedColumns of(Profile profile) {
        Set<String> names = new HashSet<>();
        profile.protectedColumns().forEach(name -> names.add(plain(name)));
        claims(profile)
                .flatMap(ProtectedColumns::exactPlace)
                .flatMap(value -> value.columns().stream())
                .forEach(column -> names.add(plain(column.text())));
        List<Glob> like = new ArrayList<>();
        List<ForEach> all = things(profile);
        // a thing inside another is traced to that first, and with it to the row
        int before;
        do {
            before = names.size();
            all.forEach(things -> names.addAll(traced(things, names, like)));
        } while (names.size() > before);
        return new ProtectedColumns(Set.copyOf(names), List.copyOf(like));
    }

    /** Whether one of these values reads such a column. */
    boolean feed(List<Value> values) {
        return values.stream().flatMap(value -> value.columns().stream()).anyMatch(this::has);
    }

    private boolean has(Column column) {
        String text = plain(column.text());
        return names.stream().anyMatch(name -> text.equals(name) || text.startsWith(name + "."))
                || like.stream().anyMatch(glob -> glob.matches(column.text()));
    }

    private static Stream<ClaimSpec> claims(Profile profile) {
        Emit.@Nullable Incident incident = profile.incident();
        return Stream.of(
                        incident == null ? Stream.<ClaimSpec>of() : incident.claims().stream(),
                        profile.forceUses().stream().flatMap(forceUse -> forceUse.claims().stream()),
                        profile.casualties().stream().flatMap(casualty -> casualty.claims().stream()))
                .flatMap(claims -> claims);
    }

    private static List<ForEach> things(Profile profile) {
        List<Emit> emits = new ArrayList<>(profile.sources());
        emits.addAll(profile.forceUses());
        emits.addAll(profile.casualties());
        profile.casualties().forEach(casualty -> emits.addAll(casualty.injuries()));
        emits.addAll(profile.figures());
        return emits.stream().map(Emit::forEach).filter(Objects::nonNull).toList();
    }

    /** Name and point of a place that is exact, or may be. */
    private static Stream<Value> exactPlace(ClaimSpec claim) {
        return claim.form() instanceof ClaimSpec.Where where
                        && (mayBeExact(where.precision()) || mayBeExact(where.precisionWithoutPoint()))
                ? Stream.of(where.name(), where.lat(), where.lon()).filter(Objects::nonNull)
                : Stream.of();
    }

    private static boolean mayBeExact(@Nullable Value precision) {
        return precision instanceof Value.Constant constant ? constant.text().equals("exact") : precision != null;
    }

    /** What is protected of a thing is so where the row, or the thing around it, has it. */
    private static Set<String> traced(ForEach things, Set<String> names, List<Glob> like) {
        Set<String> traced = new HashSet<>();
        for (String name : names) {
            if (name.equals(things.as()) || name.startsWith(things.as() + ".")) {
                String rest = name.substring(things.as().length());
                things.values().forEach(of -> traced.add(plain(of.column().text()) + rest));
                like.addAll(things.columnsLike());
            }
        }
        return traced;
    }

    private static String plain(String column) {
        return column.replace("[]", "");
    }
}
