package dalil.command.imports.yaml;

import dalil.command.imports.profile.ProfileException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML as a tree with lines. Nothing is constructed from it, so that tags and types of YAML have no effect. */
final class YamlText {

    private static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_DEPTH = 20;

    private YamlText() {}

    static Section read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new ProfileException(0, "", "at most " + MAX_BYTES / 1024 + " KiB were expected");
        }
        LoaderOptions bounds = new LoaderOptions();
        bounds.setNestingDepthLimit(MAX_DEPTH);
        bounds.setCodePointLimit(MAX_BYTES);
        bounds.setMaxAliasesForCollections(0);
        try {
            Node tree = new Yaml(new SafeConstructor(bounds)).compose(new StringReader(decoded(bytes)));
            if (tree == null) {
                throw new ProfileException(0, "", "it is empty");
            }
            refuseAnchors(tree);
            return new Entry(tree, "").section();
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine() + 1;
            throw new ProfileException(line, "", "not well-formed YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            throw new ProfileException(0, "", "not well-formed YAML: " + broken.getMessage());
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new ProfileException(0, "", "UTF-8 was expected");
        }
    }

    /** An anchored node could contain itself; without anchors the tree is a tree. */
    private static void refuseAnchors(Node node) {
        if (node.getAnchor() != null) {
            throw new ProfileException(
                    node.getStartMark().getLine() + 1, "", "anchors and aliases (& and *) are not used in profiles");
        }
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(YamlText::refuseAnchors);
        } else if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(pair -> {
                refuseAnchors(pair.getKeyNode());
                refuseAnchors(pair.getValueNode());
            });
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
