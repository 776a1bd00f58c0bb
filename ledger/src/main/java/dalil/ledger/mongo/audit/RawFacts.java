package dalil.ledger.mongo.audit;

import dalil.ledger.audit.Finding.Kind;
import dalil.ledger.audit.Findings;
import dalil.ledger.audit.RawFact;
import dalil.ledger.record.FactRecord;
import dalil.ledger.record.StoredSections;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;

/** A fact's document for the audit. */
final class RawFacts {

    private static final Set<String> MEMBERS = Set.of("record", "leaf", "highestAt", "payload", "meta", "sealed");
    private static final Set<String> OF_SECTION = Set.of("salt", "bytes");

    private RawFacts() {}

    /** Empty where there is no record at all. */
    static Optional<RawFact> of(long index, BsonDocument fact) {
        byte[] record = LenientBson.bytes(fact, "record");
        if (record == null) {
            return Optional.empty();
        }
        BsonDocument payload = LenientBson.document(fact, "payload");
        BsonDocument meta = LenientBson.document(fact, "meta");
        BsonDocument sealed = LenientBson.document(fact, "sealed");
        StoredSections sections = new StoredSections(
                LenientBson.bytes(payload, "salt"),
                LenientBson.bytes(payload, "bytes"),
                LenientBson.bytes(meta, "salt"),
                LenientBson.bytes(meta, "bytes"),
                fact.containsKey("sealed"),
                LenientBson.bytes(sealed, "salt"),
                LenientBson.bytes(sealed, "bytes"));
        return Optional.of(new RawFact(
                index,
                LenientBson.bytes(fact, "leaf"),
                record,
                sections,
                LenientBson.number(fact, "highestAt", Long.MIN_VALUE),
                (parsed, findings) -> members(fact, parsed, findings)));
    }

    private static void members(BsonDocument fact, FactRecord record, Findings findings) {
        surplus(fact, MEMBERS, "the fact", record, findings);
        for (String section : new String[] {"payload", "meta", "sealed"}) {
            surplus(LenientBson.document(fact, section), OF_SECTION, "its " + section, record, findings);
        }
    }

    private static void surplus(BsonDocument in, Set<String> known, String what, FactRecord record, Findings findings) {
        LenientBson.others(in, known)
                .forEach(name -> findings.at(Kind.ALTERED_COLUMN, record.index(), what + " should not have " + name));
    }
}
