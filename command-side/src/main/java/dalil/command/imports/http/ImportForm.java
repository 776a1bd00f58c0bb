package dalil.command.imports.http;

import dalil.command.claim.Texts;
import dalil.command.imports.ImportRequest;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.profile.ProfileException;
import dalil.command.imports.reading.InputFile;
import dalil.command.imports.yaml.ProfileYaml;
import dalil.command.imports.yaml.Profiles;
import dalil.command.rule.FieldError;
import dalil.command.rule.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The parts of a request for an import. */
final class ImportForm {

    private static final Set<String> PARTS = Set.of("file", "profile", "dataset", "asOf", "dryRun");
    private static final int MAX_FILES = 20;
    private static final long MAX_PROFILE = 256 * 1024;

    private final MultipartHttpServletRequest parts;

    ImportForm(MultipartHttpServletRequest parts) {
        this.parts = parts;
    }

    /** Refuses what cannot be imported at all; only then are the files moved to their folder. */
    ImportRequest read(Path folder) throws IOException {
        List<FieldError> errors = new ArrayList<>();
        for (String name : parts.getParameterMap().keySet()) {
            unknown(name, errors);
        }
        for (String name : parts.getMultiFileMap().keySet()) {
            unknown(name, errors);
        }
        List<MultipartFile> files = parts.getFiles("file");
        if (files.isEmpty() || files.size() > MAX_FILES) {
            errors.add(new FieldError("/file", "missing", "one to " + MAX_FILES + " file parts are required"));
        }
        String dataset = text("dataset");
        if (dataset != null) {
            errors.addAll(Texts.line("/dataset", dataset));
        }
        String asOf = asOf(errors);
        boolean dryRun = dryRun(errors);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        Profile profile = profile();
        return new ImportRequest(profile, moved(files, folder), dataset, asOf, dryRun);
    }

    private static void unknown(String name, List<FieldError> errors) {
        if (!PARTS.contains(name)) {
            errors.add(new FieldError("", "unknown-field", "parts are file, profile, dataset, asOf and dryRun"));
        }
    }

    private @Nullable String text(String name) {
        String text = parts.getParameter(name);
        return text == null || text.isEmpty() ? null : text;
    }

    private @Nullable String asOf(List<FieldError> errors) {
        String asOf = text("asOf");
        try {
            return asOf == null ? null : LocalDate.parse(asOf).toString();
        } catch (DateTimeException wrong) {
            errors.add(new FieldError("/asOf", "impossible-date", "a day such as 2020-10-19 is required"));
            return null;
        }
    }

    private boolean dryRun(List<FieldError> errors) {
        String dryRun = text("dryRun");
        if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
            errors.add(new FieldError("/dryRun", "malformed", "true or false is required"));
        }
        return "true".equals(dryRun);
    }

    /** A file with a profile, or the name of one that comes with the program. */
    private Profile profile() throws IOException {
        MultipartFile file = parts.getFile("profile");
        String name = text("profile");
        if (file == null) {
            return Profiles.shipped(name == null ? "" : name)
                    .orElseThrow(() -> Refusal.field(
                            "/profile",
                            name == null ? "missing" : "unknown-word",
                            "a file with a profile is required, or the name of one that is shipped: "
                                    + String.join(", ", Profiles.shipped())));
        }
        if (file.getSize() > MAX_PROFILE) {
            throw Refusal.field("/profile", "too-long", "a profile has at most " + MAX_PROFILE / 1024 + " KiB");
        }
        try {
            return ProfileYaml.parse(file.getBytes());
        } catch (ProfileException wrong) {
            throw Refusal.field("/profile", "malformed-profile", String.valueOf(wrong.getMessage()));
        }
    }

    private static List<InputFile> moved(List<MultipartFile> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<InputFile> inputs = new ArrayList<>();
        for (MultipartFile file : files) {
            Path path = folder.resolve(Integer.toString(inputs.size() + 1));
            file.transferTo(path);
            String name = file.getOriginalFilename();
            inputs.add(new InputFile(name == null ? "" : name, path));
        }
        return inputs;
    }
}
