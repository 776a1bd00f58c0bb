package dalil.ledger.copy;

import dalil.ledger.Head;
import dalil.ledger.RequestAnswer;
import dalil.ledger.RequestInProgress;
import dalil.ledger.StoredFact;
import dalil.ledger.audit.Holdings;
import dalil.ledger.audit.RawFact;
import dalil.ledger.record.FactRecord;
import dalil.ledger.record.Section;
import dalil.ledger.record.StoredSections;
import dalil.ledger.sequence.Preparation;
import dalil.ledger.store.Block;
import dalil.ledger.store.PreparedFact;
import dalil.transparency.tree.CompactRange;
import dalil.transparency.tree.Hash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Facts from one store into blocks of another, each checked on the way as on every read. */
final class CopiedFacts {

    private static final int AT_ONCE = 1_000;

    private final Holdings from;
    private final CopyTarget to;
    private final UUID ledger;
    private final LongConsumer progress;
    private final CopiedNodes nodes = new CopiedNodes();
    private final Set<String> streams = new HashSet<>();

    private CompactRange range = CompactRange.empty();
    private long highestAt = Long.MIN_VALUE;
    private long requests;

    private List<Block.Entry> entries = new ArrayList<>();
    private Set<String> begun = new HashSet<>();
    private List<Block.Request> answered = new ArrayList<>();
    private List<CompactRange> milestones = new ArrayList<>();
    private long first;
    private long bytes;

    CopiedFacts(Holdings from, CopyTarget to, UUID ledger, LongConsumer progress) {
        this.from = from;
        this.to = to;
        this.ledger = ledger;
        this.progress = progress;
    }

    void copy(long size) {
        for (long index = 0; index < size; index += AT_ONCE) {
            from.facts(index, Math.min(size, index + AT_ONCE), this::take);
        }
        write();
    }

    private void take(RawFact raw) {
        if (raw.index() != range.size()) {
            throw new CopyRefused("index " + range.size() + " is missing in the source");
        }
        StoredFact fact = StoredFact.verified(raw.index(), raw.leaf(), raw.record(), raw.sections());
        PreparedFact prepared = prepared(fact.record(), raw.sections());
        if (entries.size() == to.factsAtOnce() || bytes + prepared.bytes() > Preparation.MAX_BYTES) {
            write();
        }
        bytes += prepared.bytes();
        range = range.append(fact.leaf());
        nodes.add(fact.leaf());
        highestAt = Math.max(highestAt, fact.record().at());
        entries.add(new Block.Entry(raw.index(), prepared, raw.record(), fact.leaf(), highestAt));
        String stream = fact.stream();
        if (stream != null && streams.add(stream)) {
            begun.add(stream);
        }
        if (range.size() % Block.MILESTONE == 0) {
            milestones.add(range);
        }
        request(fact);
    }

    private static PreparedFact prepared(FactRecord record, StoredSections sections) {
        Hash sealed = record.sealed();
        return new PreparedFact(
                record.id(),
                record.at(),
                record.type(),
                record.revision(),
                record.stream(),
                record.sequence(),
                section(record.payload(), sections.payloadSalt(), sections.payload()),
                section(record.meta(), sections.metaSalt(), sections.meta()),
                sealed == null ? null : section(sealed, sections.sealedSalt(), sections.sealed()));
    }

    private static Section section(Hash hash, byte @Nullable [] salt, byte @Nullable [] bytes) {
        return salt == null || bytes == null ? Section.erased(hash) : new Section(salt, bytes, hash);
    }

    private void request(StoredFact fact) {
        String id = fact.meta().get(RequestInProgress.META_ID);
        RequestAnswer answer =
                id == null ? null : from.request(id, fact.index()).orElse(null);
        if (answer != null && answer.firstIndex() == fact.index()) {
            answered.add(new Block.Request(UUID.fromString(Objects.requireNonNull(id)), answer));
            requests++;
        }
    }

    private void write() {
        if (entries.isEmpty()) {
            return;
        }
        to.append(new Block(first, entries, begun, answered, milestones, new Head(range.size(), range, ledger)));
        first = range.size();
        entries = new ArrayList<>();
        begun = new HashSet<>();
        answered = new ArrayList<>();
        milestones = new ArrayList<>();
        bytes = 0;
        progress.accept(first);
    }

    CopiedNodes nodes() {
        return nodes;
    }

    long requests() {
        return requests;
    }
}
