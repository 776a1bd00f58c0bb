package dalil.transparency.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.transparency.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "tile/0/000, 0, 0, 256",
        "tile/0/000.p/255, 0, 0, 255",
        "tile/0/001.p/1, 0, 1, 1",
        "tile/1/000, 1, 0, 256",
        "tile/0/999, 0, 999, 256",
        "tile/0/x001/000, 0, 1000, 256",
        "tile/0/x001/x234/067, 0, 1234067, 256",
        "tile/15/x455/667, 15, 455667, 256",
        "tile/15/x123/x456/789.p/41, 15, 123456789, 41",
        "tile/63/x999/x999/x999/x999/x999/999.p/255, 63, 999999999999999999, 255",
        "tile/7/x009/x223/x372/x036/x854/x775/807, 7, 9223372036854775807, 256"
    })
    void writes_and_reads_tile_paths(String path, int level, long index, int width) {
        TileAddress address = new TileAddress(level, index, width);
        assertThat(address.format()).isEqualTo(path);
        assertThat(TileAddress.parse(path)).isEqualTo(address);
        assertThat(address.isFull()).isEqualTo(width == 256);
    }

    @ParameterizedTest
    @CsvSource({
        "tile/entries/000, 0, 256, 0",
        "tile/entries/000.p/255, 0, 255, 0",
        "tile/entries/001.p/1, 1, 1, 256",
        "tile/entries/x123/x456/789, 123456789, 256, 31604937984"
    })
    void writes_and_reads_bundle_paths(String path, long index, int width, long firstEntry) {
        BundleAddress address = new BundleAddress(index, width);
        assertThat(address.format()).isEqualTo(path);
        assertThat(BundleAddress.parse(path)).isEqualTo(address);
        assertThat(address.isFull()).isEqualTo(width == 256);
        assertThat(address.firstEntry()).isEqualTo(firstEntry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tile/0/x001/x234/067.p/|not a decimal number of 1 to 19 digits",
                "tile/0/x001/x234/067.p|not a tile index: x001/x234/067.p",
                "tile/0/x001/x234/|not a tile index: x001/x234/",
                "tile/0/x001/x234|not a tile index: x001/x234",
                "tile/0/x001|not a tile index: x001",
                "tile/0/x001/.p/abc|not a tile index: x001/",
                "tile/0/|`not a tile index: `",
                "tile/0/1|not a tile index: 1",
                "tile/0/0000|not a tile index: 0000",
                "tile/0/001/067|not a tile index: 001/067",
                "tile/0/X001/067|not a tile index: X001/067",
                "tile/0/../067|not a tile index: ../067",
                "tile/0/٠٠١|not a tile index: ٠٠١",
                "tile/0/x000/067|leading zeros in a tile index: x000/067",
                "tile/0/x009/x223/x372/x036/x854/x775/808|tile index above 2^63-1: x009/x223/x372/x036/x854/x775/808",
                "tile/0/x001/x009/x223/x372/x036/x854/x775/808|not a tile index: x001/x009/x223/x372/x036/x854/x775/808",
                "tile/0/000.p/0|a partial tile is 1 to 255 wide, not 0",
                "tile/0/000.p/256|a partial tile is 1 to 255 wide, not 256",
                "tile/0/000.p/01|leading zero",
                "tile/0/000.p/-1|not a decimal number of 1 to 19 digits",
                "tile/0/000.p/1.p/1|not a decimal number of 1 to 19 digits",
                "tile/0/000.p/9999999999999999999|above 2^63-1",
                "tile/64/000|a tile's level is 0 to 63, not 64",
                "tile/00/000|leading zero",
                "tile/-1/000|not a decimal number of 1 to 19 digits",
                "tile/entries/000|not a decimal number of 1 to 19 digits",
                "tile//000|not a decimal number of 1 to 19 digits",
                "tile/0|not a tile path: tile/0",
                "0/000|not a tile path: 0/000"
            })
    void refuses_a_malformed_tile_path(String path, String message) {
        assertThatThrownBy(() -> TileAddress.parse(path))
                .isInstanceOf(MalformedException.class)
                .hasMessage(message);
    }

    @Test
    void refuses_a_malformed_bundle_path() {
        assertThatThrownBy(() -> BundleAddress.parse("tile/0/000"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("not an entry bundle path: tile/0/000");
        assertThatThrownBy(() -> BundleAddress.parse("tile/entries/000.p/256"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("a partial tile is 1 to 255 wide, not 256");
    }

    @Test
    void refuses_an_overlong_path() {
        String path = "tile/entries/" + "x001/".repeat(11) + "000";
        assertThatThrownBy(() -> BundleAddress.parse(path))
                .isInstanceOf(MalformedException.class)
                .hasMessage("a tile path has at most 64 characters");
        assertThatThrownBy(() -> TileAddress.parse(path))
                .isInstanceOf(MalformedException.class)
                .hasMessage("a tile path has at most 64 characters");
    }

    @Test
    void addresses_no_tile_that_cannot_exist() {
        assertThatThrownBy(() -> new TileAddress(64, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no tile of level 64");
        assertThatThrownBy(() -> new TileAddress(0, -1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no tile of index -1");
        assertThatThrownBy(() -> new BundleAddress(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no tile of width 0");
        assertThatThrownBy(() -> new BundleAddress(0, 257))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no tile of width 257");
    }
}
