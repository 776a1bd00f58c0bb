package dalil.command.imports.yaml;

import dalil.command.imports.profile.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The profiles that come with the program, and those that people write. */
public final class Profiles {

    private static final List<String> SHIPPED = List.of(
            "2020pb",
            "bishkek-2020-figures",
            "bishkek-2020-sequence",
            "techforpalestine",
            "nj-use-of-force",
            "2020pb-history");

    private Profiles() {}

    /** The names of the profiles that come with the program. */
    public static List<String> shipped() {
        return SHIPPED;
    }

    /** The profile of this name that comes with the program. */
    public static Optional<Profile> shipped(String name) {
        return SHIPPED.contains(name) ? Optional.of(ProfileYaml.parse(bytes(name))) : Optional.empty();
    }

    /** A profile from a file. */
    public static Profile of(Path file) throws IOException {
        return ProfileYaml.parse(Files.readAllBytes(file));
    }

    private static byte[] bytes(String name) {
        try (@Nullable InputStream in = Profiles.class.getResourceAsStream("/dalil/profiles/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("dalil/profiles/" + name + ".yaml is missing");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
