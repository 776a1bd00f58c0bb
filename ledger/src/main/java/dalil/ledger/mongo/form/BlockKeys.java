package dalil.ledger.mongo.form;

import dalil.ledger.store.Block;
import dalil.ledger.store.PreparedFact;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a block takes for ever: {@code e/<event id>}, {@code s/<stream>#<sequence>}, {@code b/<stream>} where the stream begins and
 * {@code r/<request id>}. One unique index over them refuses a second block with any of them; the same index finds.
 */
public final class BlockKeys {

    private BlockKeys() {}

    public static String event(String id) {
        return "e/" + id;
    }

    /** A stream may hold a {@code #}; what follows the last one is the sequence. */
    public static String place(String stream, long sequence) {
        return "s/" + stream + "#" + sequence;
    }

    public static String beginning(String stream) {
        return "b/" + stream;
    }

    public static String request(UUID id) {
        return "r/" + id;
    }

    public static List<String> of(Block block) {
        List<String> keys = new ArrayList<>();
        for (Block.Entry entry : block.facts()) {
            PreparedFact fact = entry.fact();
            keys.add(event(fact.id()));
            String stream = fact.stream();
            if (stream != null) {
                keys.add(place(stream, fact.sequence()));
            }
        }
        block.begun().stream().sorted().map(BlockKeys::beginning).forEach(keys::add);
        block.requests().forEach(request -> keys.add(request(request.id())));
        return keys;
    }
}
