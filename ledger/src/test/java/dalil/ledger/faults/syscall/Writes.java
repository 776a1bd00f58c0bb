package dalil.ledger.faults.syscall;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a recorded run did to its files, in order. */
final class Writes {

    private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
    private static final String UNFINISHED = " <unfinished ...>";
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. \\w+ resumed>(.*)");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\) += (-?\\d+).*");
    private static final Pattern ON_FILE = Pattern.compile("\\d+<([^>]*)>(?:\\([^)]*\\))?(?:, (.*))?");
    private static final Pattern DATA = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\", \\d+(?:, (\\d+))?");
    private static final Pattern NAMED = Pattern.compile("(?:AT_FDCWD[^,]*, )?\"((?:\\\\x[0-9a-f]{2})*)\".*");

    /** Opening makes nothing of these files that was not there; folders are not looked at. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("openat", "mkdir", "mkdirat");

    private Writes() {}

    /** One thing done to a file. */
    sealed interface Step {

        /** Bytes at a place; for what is only ever appended to, at -1. */
        record Write(Path file, long at, byte[] bytes) implements Step {}

        record Cut(Path file, long length) implements Step {}

        record Delete(Path file) implements Step {}

        /** All that was done to the file before is on the disk. */
        record Sync(Path file) implements Step {}
    }

    /** @throws IllegalStateException at a line that is not understood: it might be one that matters */
    static List<Step> of(List<String> log) {
        List<Step> steps = new ArrayList<>();
        Map<String, String> unfinished = new HashMap<>();
        for (String line : log) {
            Matcher split = matched(LINE, line);
            String thread = split.group(1);
            String rest = split.group(2);
            if (rest.startsWith("+++") || rest.startsWith("---")) {
                continue;
            }
            if (rest.endsWith(UNFINISHED)) {
                unfinished.put(thread, rest.substring(0, rest.length() - UNFINISHED.length()));
                continue;
            }
            Matcher resumed = RESUMED.matcher(rest);
            if (resumed.matches()) {
                rest = unfinished.remove(thread) + resumed.group(1);
            }
            Matcher call = matched(CALL, rest);
            if (call.group(2).contains("O_TRUNC")) {
                throw new IllegalStateException("a file is emptied by opening it");
            }
            if (!WITHOUT_EFFECT.contains(call.group(1)) && !call.group(3).startsWith("-")) {
                steps.add(step(call.group(1), call.group(2)));
            }
        }
        return steps;
    }

    private static Step step(String call, String arguments) {
        if (call.equals("unlink") || call.equals("unlinkat")) {
            return new Step.Delete(Path.of(text(matched(NAMED, arguments).group(1))));
        }
        Matcher on = matched(ON_FILE, arguments);
        Path file = Path.of(text(on.group(1)));
        return switch (call) {
            case "fsync", "fdatasync" -> new Step.Sync(file);
            case "ftruncate" -> new Step.Cut(file, Long.parseLong(on.group(2)));
            case "write", "pwrite64" -> {
                Matcher data = matched(DATA, on.group(2));
                yield new Step.Write(
                        file, data.group(2) == null ? -1 : Long.parseLong(data.group(2)), bytes(data.group(1)));
            }
            default -> throw new IllegalStateException("not expected here: " + call);
        };
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException("not understood: " + text.substring(0, Math.min(200, text.length())));
        }
        return matcher;
    }

    private static String text(String escaped) {
        return escaped.startsWith("\\x") ? new String(bytes(escaped), StandardCharsets.UTF_8) : escaped;
    }

    private static byte[] bytes(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length() / 4);
        for (int i = 0; i < escaped.length(); i += 4) {
            bytes.write(Integer.parseInt(escaped, i + 2, i + 4, 16));
        }
        return bytes.toByteArray();
    }
}
