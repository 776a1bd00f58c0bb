package dalil.ledger.audit;

import dalil.ledger.record.FactRecord;
import dalil.ledger.record.StoredSections;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the store holds it.
 *
 * @param leaf the hash kept beside the record
 * @param columns holds what the store derived from the record, for finding, against it
 */
@SuppressWarnings("ArrayRecordComponent") // carried to the check, never compared
public record RawFact(
        long index,
        byte @Nullable [] leaf,
        byte[] record,
        StoredSections sections,
        long highestAt,
        BiConsumer<FactRecord, Findings> columns) {}
