package dalil.command.imports.mapping.form;

import dalil.command.imports.mapping.value.Found;
import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.mapping.value.Values;
import dalil.command.imports.profile.ClaimSpec;
import dalil.command.imports.profile.Value;
import dalil.events.Protected;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.PersonName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person is called, under the key of that person's own record. */
final class NameForm {

    private NameForm() {}

    static ClaimValue whole(String name, String record) {
        return new ClaimValue.Name(Protected.of(record, new PersonName(name, null, null, null, null)));
    }

    static Optional<ClaimValue> value(ClaimSpec.Name name, Scope scope, String record) {
        Optional<Found> full = Values.one(name.full(), scope);
        if (full.isEmpty()) {
            return Optional.empty();
        }
        if (full.get().answer()) {
            return Optional.of(full.get().word());
        }
        return Optional.of(new ClaimValue.Name(Protected.of(
                record,
                new PersonName(
                        full.get().text(),
                        part(name.given(), scope),
                        part(name.family(), scope),
                        part(name.patronymic(), scope),
                        part(name.script(), scope)))));
    }

    private static @Nullable String part(@Nullable Value part, Scope scope) {
        return part == null ? null : Values.one(part, scope).map(Found::text).orElse(null);
    }
}
