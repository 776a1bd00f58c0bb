package dalil.transparency.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.MalformedException;
import dalil.transparency.tree.ConsistencyProof;
import dalil.transparency.tree.DecimalLeaves;
import dalil.transparency.tree.Hashes;
import dalil.transparency.tree.InclusionProof;
import dalil.transparency.tree.Subtrees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargeTreeTilesTest {

    private static final long SIZE = 70_000;

    private final Subtrees leaves = DecimalLeaves.subtrees();

    @Test
    void names_the_tiles_of_a_tree() {
        Map<String, Long> counts = TileLayout.tiles(SIZE)
                .collect(Collectors.groupingBy(
                        tile -> tile.level() + (tile.isFull() ? " full" : " partial"), Collectors.counting()));
        assertThat(counts)
                .isEqualTo(Map.of("0 full", 273L, "0 partial", 1L, "1 full", 1L, "1 partial", 1L, "2 partial", 1L));
        assertThat(TileLayout.tiles(SIZE).filter(tile -> !tile.isFull()))
                .containsExactly(new TileAddress(0, 273, 112), new TileAddress(1, 1, 17), new TileAddress(2, 0, 1));
        assertThat(TileLayout.bundles(SIZE)).hasSize(274).endsWith(new BundleAddress(273, 112));
    }

    @Test
    void serves_no_empty_tile() {
        assertThat(TileLayout.tiles(0)).isEmpty();
        assertThat(TileLayout.bundles(0)).isEmpty();
        assertThat(TileLayout.tiles(256)).containsExactly(new TileAddress(0, 0, 256), new TileAddress(1, 0, 1));
        assertThat(TileLayout.bundles(256)).containsExactly(new BundleAddress(0, 256));
        assertThat(TileLayout.tiles(1L << 16))
                .endsWith(new TileAddress(0, 255, 256), new TileAddress(1, 0, 256), new TileAddress(2, 0, 1));
    }

    @Test
    void growing_in_steps_writes_every_tile_of_each_size_and_no_full_tile_twice() {
        Set<TileAddress> written = new HashSet<>();
        for (long[] step : new long[][] {
            {0, 1}, {1, 255}, {255, 256}, {256, 256}, {256, 700}, {700, 65_535}, {65_535, 65_537}, {65_537, SIZE}
        }) {
            List<TileAddress> added = TileLayout.tilesAdded(step[0], step[1]).toList();
            assertThat(added).noneMatch(written::contains);
            written.addAll(added);
            assertThat(written).containsAll(TileLayout.tiles(step[1]).toList());
        }
        assertThatThrownBy(() -> TileLayout.tilesAdded(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no growth from size 2 to size 1");
    }

    @Test
    void names_the_tiles_of_the_largest_tree_one_at_a_time() {
        assertThat(TileLayout.tiles(Long.MAX_VALUE).findFirst()).contains(new TileAddress(0, 0, 256));
        assertThat(TileLayout.hashes(7, Long.MAX_VALUE)).isEqualTo(127);
        assertThat(TileLayout.hashes(8, Long.MAX_VALUE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "tile/0/000, b9704a8bfbee2c61185ceb38904a49f3f703c81e194b5b2ccdc254c2bdaaa62b",
        "tile/0/272, c2f1c18b351a6cde9fbab7bd56276cb209b7dabaf10512b6fc863db3ef9a76b2",
        "tile/0/273.p/112, 4d21244557c976993a9a89bf928a46b5a876585228df279878239fd84489e5a5",
        "tile/1/000, ea7b038bc73489c89c31a27ac355aaca65a4ed73f0dd7484e68deb29d30f10a2",
        "tile/1/001.p/17, adfaca2731630fe7944a4b98a0f98ef3e98685eafda09e6f81070218fb759ce4",
        "tile/2/000.p/1, f0113c8bad855b49f9a5dd661d50012cd94f19aae87a45eb8334666835e3caea"
    })
    void builds_the_known_tiles(String path, String digest) {
        TileAddress address = TileAddress.parse(path);
        byte[] tile = HashTile.build(address, leaves);
        assertThat(Hashes.sha256(tile).hex()).isEqualTo(digest);
        assertThat(HashTile.format(HashTile.parse(tile, address.width()))).isEqualTo(tile);
    }

    @ParameterizedTest
    @CsvSource({
        "tile/entries/000, 94693d5c6d6a0355ec07bac8214516c1ce6a5100b0588f226fd95f26571157d7, 1170",
        "tile/entries/273.p/112, 36c3ec44895d1b8098dbe8523078d6750bf09e0f12cd64671ebfe165b7647405, 784"
    })
    void builds_the_known_bundles(String path, String digest, int length) {
        BundleAddress address = BundleAddress.parse(path);
        List<byte[]> entries = LongStream.range(0, address.width())
                .mapToObj(i -> DecimalLeaves.entry(address.firstEntry() + i))
                .toList();
        byte[] bundle = EntryBundle.format(entries);
        assertThat(bundle).hasSize(length);
        assertThat(Hashes.sha256(bundle).hex()).isEqualTo(digest);
        assertThat(EntryBundle.parse(bundle, address.width())).containsExactlyElementsOf(entries);
    }

    @Test
    void roots_and_proofs_read_from_tiles_are_those_of_the_leaves() {
        Map<String, byte[]> files = new HashMap<>();
        Stream.of(1L, 255L, 256L, 257L, 512L, 700L, 65_535L, 65_536L, 65_537L, SIZE)
                .forEach(size -> {
                    TileLayout.tiles(size)
                            .forEach(
                                    tile -> files.computeIfAbsent(tile.format(), path -> HashTile.build(tile, leaves)));
                    // Only the tiles this size has may be asked for.
                    Set<String> served =
                            TileLayout.tiles(size).map(TileAddress::format).collect(Collectors.toSet());
                    Subtrees tiled = new TiledSubtrees(
                            tile -> {
                                assertThat(served).contains(tile.format());
                                return files.getOrDefault(tile.format(), new byte[0]);
                            },
                            size);
                    assertThat(tiled.root(size)).isEqualTo(leaves.root(size));
                    for (long index = 0; index < size; index += 1 + size / 50) {
                        assertThat(InclusionProof.generate(tiled, index, size))
                                .isEqualTo(InclusionProof.generate(leaves, index, size));
                        assertThat(ConsistencyProof.generate(tiled, index + 1, size))
                                .isEqualTo(ConsistencyProof.generate(leaves, index + 1, size));
                    }
                });
    }

    @Test
    void refuses_a_tile_of_another_length() {
        malformed(() -> HashTile.parse(new byte[33], 1), "a tile of width 1 has 32 bytes, not 33");
        malformed(() -> HashTile.parse(new byte[8_160], 256), "a tile of width 256 has 8192 bytes, not 8160");
        impossible(() -> HashTile.format(List.of()), "a tile has 1 to 256 hashes, not 0");
    }

    @Test
    void refuses_a_malformed_bundle() {
        malformed(() -> EntryBundle.parse(new byte[] {0}, 1), "byte 0: the bundle ends before the length of entry 0");
        malformed(
                () -> EntryBundle.parse(new byte[] {0, 0}, 2), "byte 2: the bundle ends before the length of entry 1");
        malformed(() -> EntryBundle.parse(new byte[] {0, 0, 0, 2, 9}, 2), "byte 4: the bundle ends inside entry 1");
        malformed(
                () -> EntryBundle.parse(new byte[] {(byte) 0xff, (byte) 0xff}, 1),
                "byte 2: the bundle ends inside entry 0");
        malformed(
                () -> EntryBundle.parse(new byte[] {0, 0, 0, 0}, 1), "byte 2: bytes after the 1 entries of the bundle");
    }

    @Test
    void bundles_entries_up_to_65535_bytes() {
        List<byte[]> longest = List.of(new byte[65_535], new byte[0]);
        assertThat(EntryBundle.parse(EntryBundle.format(longest), 2)).containsExactlyElementsOf(longest);
        impossible(() -> EntryBundle.format(List.of(new byte[65_536])), "an entry has at most 65535 bytes, not 65536");
        impossible(() -> EntryBundle.format(List.of()), "a bundle has 1 to 256 entries, not 0");
    }

    private static void malformed(Runnable call, String message) {
        assertThatThrownBy(call::run).isInstanceOf(MalformedException.class).hasMessage(message);
    }

    private static void impossible(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
