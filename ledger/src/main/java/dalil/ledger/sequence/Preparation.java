package dalil.ledger.sequence;

import dalil.ledger.NewFact;
import dalil.ledger.RequestInProgress;
import dalil.ledger.fault.AppendTooLarge;
import dalil.ledger.record.FactRecord;
import dalil.ledger.record.RecordTime;
import dalil.ledger.record.Section;
import dalil.ledger.store.PreparedAppend;
import dalil.ledger.store.PreparedFact;
import dalil.transparency.json.StringRecord;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Salts and hashes the sections of an append, once, in the caller's thread; a retry reuses them. */
public final class Preparation {

    /** The bounds of one append and of one block, the same for every store. */
    public static final int MAX_FACTS = 1_000;

    public static final int MAX_BYTES = 8 << 20;

    private final SecureRandom random;

    public Preparation(SecureRandom random) {
        this.random = random;
    }

    /**
     * @throws AppendTooLarge beyond {@link #MAX_FACTS} or {@link #MAX_BYTES}
     * @throws IllegalArgumentException for no facts, a name that a record does not hold or a negative sequence
     */
    public PreparedAppend prepare(List<NewFact> facts, @Nullable RequestInProgress request) {
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("an append has at least one fact");
        }
        if (facts.size() > MAX_FACTS) {
            throw new AppendTooLarge(facts.size() + " facts in one append, at most " + MAX_FACTS);
        }
        List<PreparedFact> prepared = new ArrayList<>(facts.size());
        long bytes = 0;
        for (NewFact fact : facts) {
            PreparedFact one = prepare(fact, request);
            prepared.add(one);
            bytes += one.bytes();
        }
        if (bytes > MAX_BYTES) {
            throw new AppendTooLarge(bytes + " bytes in one append, at most " + MAX_BYTES);
        }
        return new PreparedAppend(List.copyOf(prepared), request, (int) bytes);
    }

    private PreparedFact prepare(NewFact fact, @Nullable RequestInProgress request) {
        if (fact.sequence() < 0 || (fact.stream() == null && fact.sequence() != 0)) {
            throw new IllegalArgumentException("sequence " + fact.sequence() + " of stream " + fact.stream());
        }
        byte[] sealed = fact.sealed();
        return new PreparedFact(
                FactRecord.checkedName("event id", fact.id()),
                RecordTime.millis(fact.at()),
                FactRecord.checkedName("type", fact.type()),
                FactRecord.checkedName("revision", fact.revision()),
                fact.stream() == null ? null : FactRecord.checkedName("stream", fact.stream()),
                fact.sequence(),
                Section.salted(fact.payload(), random),
                Section.salted(meta(fact.meta(), request), random),
                sealed == null ? null : Section.salted(sealed, random));
    }

    // The request's id and digest go into a section too, so that its row can be proved and not only found.
    private static byte[] meta(Map<String, String> given, @Nullable RequestInProgress request) {
        TreeMap<String, String> meta = new TreeMap<>(given);
        if (request != null) {
            meta.put(RequestInProgress.META_ID, request.id().toString());
            meta.put(RequestInProgress.META_DIGEST, HexFormat.of().formatHex(request.digest()));
        }
        return StringRecord.format(meta);
    }
}
