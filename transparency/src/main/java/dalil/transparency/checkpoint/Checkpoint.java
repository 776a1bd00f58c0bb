package dalil.transparency.checkpoint;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictDecimal;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.TreeHead;
import java.util.List;

/** The text of a checkpoint: origin, size, root and, though not recommended, extension lines. */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final int FIXED_LINES = 3;

    /** Throws {@link IllegalArgumentException} for a negative size, or a line that is empty or has a newline in it. */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        requireLine(origin);
        extensions.forEach(Checkpoint::requireLine);
        if (size < 0) {
            throw new IllegalArgumentException("no tree of size " + size);
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    private static void requireLine(String line) {
        if (line.isEmpty() || line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a checkpoint's lines are not empty and hold no newline");
        }
    }

    public TreeHead head() {
        return new TreeHead(size, root);
    }

    public String format() {
        StringBuilder text = new StringBuilder();
        text.append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        for (String extension : extensions) {
            text.append(extension).append('\n');
        }
        return text.toString();
    }

    /** The inverse of {@link #format}, or {@link MalformedException}. */
    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) {
            throw MalformedException.because("a checkpoint's last line ends with a newline");
        }
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty()) {
                throw MalformedException.atLine(i + 1, "empty");
            }
        }
        if (lines.size() < FIXED_LINES) {
            throw MalformedException.because("a checkpoint has an origin, a size and a root");
        }
        return new Checkpoint(
                lines.get(0),
                parseSize(lines.get(1)),
                parseRoot(lines.get(2)),
                lines.subList(FIXED_LINES, lines.size()));
    }

    private static long parseSize(String line) {
        try {
            return StrictDecimal.parse(line);
        } catch (MalformedException malformed) {
            throw malformed.inLine(2);
        }
    }

    private static Hash parseRoot(String line) {
        try {
            return Hash.parseBase64(line);
        } catch (MalformedException malformed) {
            throw malformed.inLine(3);
        }
    }
}
