package dalil.ledger.mongo.form;

import dalil.ledger.fault.IntegrityFault;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.ledger.store.CheckpointStore.Node;
import dalil.transparency.tile.TileAddress;
import dalil.transparency.tree.Hash;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * The document of a checkpoint: {@code {_id: <number>, size, note, tiles: [{tile: "<level>/<index>", from, hashes}]}}. A tile fills over
 * several checkpoints; each has the hashes that came with it, {@code from} the index of the first of them in their level.
 */
public final class CheckpointForm {

    private static final int WIDTH = TileAddress.FULL_WIDTH;

    private CheckpointForm() {}

    public static BsonDocument of(Kept checkpoint, List<Node> nodes) {
        Map<String, List<Node>> tiles = new TreeMap<>();
        for (Node node : nodes) {
            tiles.computeIfAbsent(tileName(node.level(), node.index() / WIDTH), tile -> new ArrayList<>())
                    .add(node);
        }
        BsonArray parts = new BsonArray();
        tiles.forEach((tile, added) -> parts.add(part(tile, added)));
        return new BsonDocument("_id", new BsonInt64(checkpoint.number()))
                .append("size", new BsonInt64(checkpoint.size()))
                .append("note", new BsonBinary(checkpoint.note()))
                .append("tiles", parts);
    }

    private static BsonDocument part(String tile, List<Node> added) {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream(added.size() * Hash.LENGTH);
        added.forEach(node -> hashes.writeBytes(node.hash().bytes()));
        return new BsonDocument("tile", new BsonString(tile))
                .append("from", new BsonInt64(added.get(0).index()))
                .append("hashes", new BsonBinary(hashes.toByteArray()));
    }

    private static String tileName(int level, long index) {
        return level + "/" + index;
    }

    /** The tiles in which the nodes of a level from an index on lie. */
    public static List<String> tileNames(int level, long from, int count) {
        return LongStream.rangeClosed(from / WIDTH, (from + count - 1) / WIDTH)
                .mapToObj(index -> tileName(level, index))
                .toList();
    }

    public static Kept read(BsonDocument document) {
        try {
            return new Kept(
                    document.getInt64("_id").getValue(),
                    document.getInt64("size").getValue(),
                    document.getBinary("note").getData());
        } catch (BsonInvalidOperationException malformed) {
            throw IntegrityFault.ofLedger("a checkpoint that is not of its form: " + malformed.getMessage());
        }
    }

    /** Every node in a document's tiles. */
    public static List<Node> nodes(BsonDocument document) {
        try {
            List<Node> nodes = new ArrayList<>();
            for (BsonValue value : document.getArray("tiles")) {
                BsonDocument part = value.asDocument();
                int level = Integer.parseInt(part.getString("tile").getValue().split("/")[0]);
                long from = part.getInt64("from").getValue();
                byte[] hashes = part.getBinary("hashes").getData();
                long last = from + hashes.length / Hash.LENGTH - 1;
                if (hashes.length % Hash.LENGTH != 0
                        || !part.getString("tile").getValue().equals(tileName(level, from / WIDTH))
                        || last / WIDTH != from / WIDTH) {
                    throw IntegrityFault.ofLedger("hashes of " + part.get("tile") + " that are not in that tile");
                }
                for (int at = 0; at + Hash.LENGTH <= hashes.length; at += Hash.LENGTH) {
                    Hash hash = Hash.of(Arrays.copyOfRange(hashes, at, at + Hash.LENGTH));
                    nodes.add(new Node(level, from + at / Hash.LENGTH, hash));
                }
            }
            return nodes;
        } catch (BsonInvalidOperationException | NumberFormatException malformed) {
            throw IntegrityFault.ofLedger("tiles that are not of their form: " + malformed.getMessage());
        }
    }

    /** The nodes of a level from an index on, up to the first that no document has. */
    public static List<Hash> nodes(List<BsonDocument> documents, int level, long from, int count) {
        Map<Long, Hash> found = new TreeMap<>();
        for (BsonDocument document : documents) {
            for (Node node : nodes(document)) {
                if (node.level() == level) {
                    found.putIfAbsent(node.index(), node.hash());
                }
            }
        }
        List<Hash> hashes = new ArrayList<>(count);
        for (long index = from; index < from + count && found.containsKey(index); index++) {
            hashes.add(found.get(index));
        }
        return hashes;
    }
}
