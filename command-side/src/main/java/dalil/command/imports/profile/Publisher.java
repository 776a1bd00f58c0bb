package dalil.command.imports.profile;

import org.jspecify.annotations.Nullable;

/** The source that a dataset itself is: whoever published it, as the profile's words name it. */
public record Publisher(
        String name,
        String type,
        @Nullable String connection,
        String origin,
        @Nullable String url,
        @Nullable String reliability) {}
