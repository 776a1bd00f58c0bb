package dalil.ledger.mongo.form;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.Head;
import dalil.ledger.RequestAnswer;
import dalil.ledger.Sample;
import dalil.ledger.record.FactRecord;
import dalil.ledger.record.RecordCodec;
import dalil.ledger.record.Section;
import dalil.ledger.sequence.Preparation;
import dalil.ledger.store.Block;
import dalil.ledger.store.PreparedFact;
import dalil.transparency.tree.CompactRange;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;

class BlockFormTest {

    /** MongoDB refuses larger documents (maxBsonObjectSize). */
    private static final int MOST_BYTES = 16 << 20;

    @Test
    void a_block_of_the_most_facts_with_the_longest_names_and_the_most_bytes_is_a_document_that_mongodb_takes() {
        int each = Preparation.MAX_BYTES / Preparation.MAX_FACTS / 3;
        SecureRandom random = new SecureRandom();
        Section section = Section.salted(new byte[each], random);
        CompactRange range = CompactRange.empty();
        // a size whose tree has many peaks
        for (int i = 0; i < 1_023; i++) {
            range = range.append(Hashes.leaf(new byte[] {1}));
        }
        long first = range.size();
        List<Block.Entry> entries = new ArrayList<>();
        List<Block.Request> requests = new ArrayList<>();
        Set<String> begun = new HashSet<>();
        for (int i = 0; i < Preparation.MAX_FACTS; i++) {
            String name = "n".repeat(FactRecord.MAX_NAME - 4) + (1_000 + i);
            PreparedFact fact =
                    new PreparedFact(name, 0, name, name, name, Long.MAX_VALUE - i, section, section, section);
            byte[] record = RecordCodec.format(fact.record(first + i, 0));
            Hash leaf = Hashes.leaf(record);
            range = range.append(leaf);
            entries.add(new Block.Entry(first + i, fact, record, leaf, 0));
            begun.add(name);
            requests.add(new Block.Request(new UUID(0, i), new RequestAnswer(new byte[32], first + i, 1)));
        }
        Block block =
                new Block(first, entries, begun, requests, List.of(), new Head(range.size(), range, Sample.CASE.id()));
        BsonDocument document = BlockForm.of(block);
        int bytes = new RawBsonDocument(document, new BsonDocumentCodec())
                .getByteBuffer()
                .remaining();
        assertThat(bytes).isBetween(14 << 20, MOST_BYTES);
    }
}
