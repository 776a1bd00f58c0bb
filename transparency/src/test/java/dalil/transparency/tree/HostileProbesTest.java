package dalil.transparency.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictBase64;
import dalil.transparency.Vectors;
import dalil.transparency.VerificationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The 196 probes of transparency-dev/merkle: sound proofs, and every way they thought of to spoil one. */
class HostileProbesTest {

    @Test
    void gives_every_inclusion_probe_its_verdict() throws IOException {
        assertVerdicts("inclusion", HostileProbesTest::verifyInclusion);
    }

    @Test
    void gives_every_consistency_probe_its_verdict() throws IOException {
        assertVerdicts("consistency", HostileProbesTest::verifyConsistency);
    }

    private static void assertVerdicts(String kind, Verification verification) throws IOException {
        Path folder = Vectors.folder("merkle-rfc6962/testdata").resolve(kind);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".json")).toList();
        }
        assertThat(files).hasSize(98);
        for (Path file : files) {
            Probe probe = new Probe(new String(Vectors.read(file), StandardCharsets.UTF_8));
            assertThat(isRefused(verification, probe)).as(file.toString()).isEqualTo(probe.wantsError());
        }
    }

    private static boolean isRefused(Verification verification, Probe probe) {
        try {
            verification.of(probe);
            return false;
        } catch (MalformedException | VerificationException refused) {
            return true;
        }
    }

    private static TreeHead verifyInclusion(Probe probe) {
        return new InclusionProof(probe.number("leafIdx"), probe.number("treeSize"), probe.proof())
                .verify(probe.hash("leafHash"), probe.hash("root"));
    }

    private static TreeHead verifyConsistency(Probe probe) {
        return new ConsistencyProof(probe.number("size1"), probe.number("size2"), probe.proof())
                .verify(probe.hash("root1"), probe.hash("root2"));
    }

    private interface Verification {
        TreeHead of(Probe probe);
    }

    /** Just enough JSON for these files. */
    private record Probe(String json) {

        private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");

        boolean wantsError() {
            return Boolean.parseBoolean(value("wantErr", "true|false"));
        }

        /** The probes' numbers are unsigned; the largest of them turn negative here and must be refused as well. */
        long number(String field) {
            return Long.parseUnsignedLong(value(field, "\\d+"));
        }

        /** The probes write "don't care 1" or 2 for a root whose value does not matter; ours then has the 32 bytes a hash needs. */
        Hash hash(String field) {
            String text = value(field, "\"[^\"]*\"").replace("\"", "");
            byte[] bytes = StrictBase64.parse(text);
            boolean placeholder = new String(bytes, StandardCharsets.UTF_8).startsWith("don't care ");
            return placeholder ? Hashes.sha256(bytes) : Hash.parseBase64(text);
        }

        List<Hash> proof() {
            return STRING.matcher(value("proof", "null|\\[[^\\]]*\\]"))
                    .results()
                    .map((MatchResult found) -> Hash.parseBase64(found.group(1)))
                    .toList();
        }

        private String value(String field, String form) {
            Matcher matcher =
                    Pattern.compile("\"" + field + "\": *(" + form + ")").matcher(json);
            assertThat(matcher.find()).as("%s in %s", field, json).isTrue();
            return matcher.group(1);
        }
    }
}
