package dalil.command.imports.mapping.identity;

import dalil.command.imports.mapping.value.Scope;
import dalil.command.imports.profile.Emit;
import java.util.UUID;

/** An entry of the profile at one thing of a row: what it gives there has this id. */
public record Placed<E extends Emit>(E emit, Scope scope, UUID id) {}
