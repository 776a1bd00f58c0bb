package dalil.transparency.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.transparency.Vectors;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.note.VerifierKey;
import dalil.transparency.tile.BundleAddress;
import dalil.transparency.tile.EntryBundle;
import dalil.transparency.tile.HashTile;
import dalil.transparency.tile.TileAddress;
import dalil.transparency.tile.TileLayout;
import dalil.transparency.tree.CompactRange;
import dalil.transparency.tree.ConsistencyProof;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import dalil.transparency.tree.Subtrees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The log that transparency-dev/tessera keeps as test data, made again here byte for byte from its key and entries. */
class TesseraLogTest {

    private static final String ORIGIN = "example.com/log/testdata";
    private static final VerifierKey KEY =
            VerifierKey.parse(ORIGIN + "+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");
    private static final List<byte[]> ENTRIES = Stream.of(
                    "one two three four five six seven eit nain ten ileven twelf threeten fourten fivten".split(" "))
            .map(entry -> entry.getBytes(StandardCharsets.US_ASCII))
            .toList();

    private final NoteSigner signer =
            NoteSigner.parse("PRIVATE+KEY+" + ORIGIN + "+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg");
    private final Subtrees hashes = Subtrees.ofLeaves(i -> Hashes.leaf(ENTRIES.get((int) i)));

    @Test
    void every_file_of_the_log_is_made_again() throws IOException {
        Map<String, byte[]> published = new TreeMap<>();
        Path folder = Vectors.folder("tessera-log/testdata/log");
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> published.put(folder.relativize(file).toString(), Vectors.read(file)));
        }
        Map<String, byte[]> made = makeLog();
        assertThat(made.keySet()).isEqualTo(published.keySet()).hasSize(47);
        made.forEach((path, bytes) -> assertThat(bytes).as(path).isEqualTo(published.get(path)));
    }

    private Map<String, byte[]> makeLog() {
        Map<String, byte[]> files = new TreeMap<>();
        CompactRange range = CompactRange.empty();
        for (int size = 0; size <= ENTRIES.size(); size++) {
            byte[] checkpoint = checkpoint(range).format();
            files.put("checkpoint." + size, checkpoint);
            files.put("checkpoint", checkpoint);
            TileLayout.tiles(size).forEach(tile -> files.put(tile.format(), HashTile.build(tile, hashes)));
            TileLayout.bundles(size).forEach(bundle -> files.put(bundle.format(), bundle(bundle)));
            if (size < ENTRIES.size()) {
                range = range.append(Hashes.leaf(ENTRIES.get(size)));
            }
        }
        return files;
    }

    private SignedCheckpoint checkpoint(CompactRange range) {
        return SignedCheckpoint.sign(new Checkpoint(ORIGIN, range.size(), range.root()), signer);
    }

    private static byte[] bundle(BundleAddress address) {
        int first = (int) address.firstEntry();
        return EntryBundle.format(ENTRIES.subList(first, first + address.width()));
    }

    @Test
    void every_published_checkpoint_verifies_and_extends_the_one_before() {
        Path folder = Vectors.folder("tessera-log/testdata/log");
        Checkpoint before = published(folder, 0);
        assertThat(before.root()).isEqualTo(Hashes.empty());
        for (int size = 1; size <= ENTRIES.size(); size++) {
            Checkpoint after = published(folder, size);
            assertThat(after.size()).isEqualTo(size);
            if (size > 1) {
                ConsistencyProof proof = ConsistencyProof.generate(hashes, size - 1, size);
                assertThat(proof.verify(before.root(), after.root())).isEqualTo(after.head());
            }
            before = after;
        }
    }

    private static Checkpoint published(Path folder, int size) {
        byte[] bytes = Vectors.read(folder.resolve("checkpoint." + size));
        return SignedCheckpoint.parse(bytes).verify(List.of(KEY), List.of()).checkpoint();
    }

    @Test
    void published_tiles_and_bundles_agree_with_each_other() {
        Path folder = Vectors.folder("tessera-log/testdata/log");
        for (int size = 1; size <= ENTRIES.size(); size++) {
            byte[] tile = Vectors.read(folder.resolve(new TileAddress(0, 0, size).format()));
            byte[] bundle = Vectors.read(folder.resolve(new BundleAddress(0, size).format()));
            assertThat(EntryBundle.parse(bundle, size).stream()
                            .map(Hashes::leaf)
                            .toList())
                    .isEqualTo(HashTile.parse(tile, size));
        }
    }

    @Test
    void the_log_grows_from_5_to_15_by_the_known_proof() {
        ConsistencyProof proof = ConsistencyProof.generate(hashes, 5, 15);
        assertThat(proof.path())
                .extracting(Hash::base64)
                .containsExactly(
                        "zMKa4OAqd7D0V4wawXST15z0JiEEkprIBPkfxOesWvA=",
                        "yiM+eia4w1wsk/Ukx7kF56IQVkDW3MWUaUz/VtJu+yU=",
                        "nk9gCR+floFqznAPtqjjcnnV64dge2jQB95D5t164Hg=",
                        "zY1lN35vrXYAPixXSd59LsU29xUJtuW4o2dNNg5Y2Co=",
                        "5jLpqTgjsBDSEX6SgZiRnbTMdTuRd8bQ5tSsAOxe0Ks=");
        Hash five = Hash.parseBase64("gy5gl3aksFyiCO95a/1vLXz88A3dRq+0l9Sxte8ZqZQ=");
        Hash fifteen = Hash.parseBase64("rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=");
        assertThat(proof.verify(five, fifteen).root()).isEqualTo(fifteen);
    }

    /** Where the files are absent, these three known signatures still hold the signer to account. */
    @Test
    void signs_the_known_checkpoints() {
        Map<Integer, String> signatures = Map.of(
                0, "M9e0lhxJACzE1KoUdqKuPa+9p6R7dSW8BlEvrg/noo8FkGg6PbJoRNOcdjqjOq89wVvTA60eubCc4oufo5BvIVEgtQc=",
                5, "M9e0lmn5eDHyHP10zJObZdFAX2y1V8fdDKBi4IiHbDYf1TCUBwxZOhqwv2QZCqrdda2zTRTrmnwjwscN5RBTEmZUYAs=",
                15, "M9e0luh4jTG+UMBqOUo9/q+yAEvx1ilBEniMvjf1zfcBOhg+CKubMt53MvIt/uEWP6zdkdIQzd/fmwlM/dlPWF74ewI=");
        signatures.forEach((size, payload) -> {
            Checkpoint checkpoint = new Checkpoint(ORIGIN, size, hashes.root(size));
            assertThat(SignedCheckpoint.sign(checkpoint, signer)
                            .note()
                            .signatures()
                            .get(0)
                            .payload())
                    .isEqualTo(payload);
        });
    }

    @Test
    void the_origin_hashes_to_the_known_witness_path() {
        assertThat(Hashes.sha256(ORIGIN.getBytes(StandardCharsets.UTF_8)).hex())
                .isEqualTo("6994c64086cc171ca46c749d036fd313bac575a8b2b2a2b9874ef097775714d5");
    }
}
