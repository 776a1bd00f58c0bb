package dalil.ledger.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dalil.ledger.audit.Finding.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sealed sections that are gone, against the facts that say so. A fact declares erasures if its type ends in {@code erased}; it names
 * them in {@code indexes} (numbers) or {@code index}. Only a fact that came later proves one.
 */
final class Erasures {

    private static final String SUFFIX = "erased";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<Long> gone = new TreeSet<>();
    private final Map<Long, Long> declaredAt = new HashMap<>();

    static Set<Long> declaredBy(String type, byte[] payload) {
        if (!type.endsWith(SUFFIX)) {
            return Set.of();
        }
        Set<Long> indexes = new HashSet<>();
        try {
            JsonNode fact = JSON.readTree(payload);
            fact.path("indexes").forEach(index -> indexes.add(index.asLong(-1)));
            indexes.add(fact.path("index").asLong(-1));
        } catch (IOException notJson) {
            // then it names nothing
        }
        return indexes;
    }

    void add(CheckedRow row) {
        if (row.erased()) {
            gone.add(row.index());
        }
        row.erases().forEach(index -> declaredAt.merge(index, row.index(), Math::max));
    }

    void report(Findings findings) {
        for (long index : gone) {
            if (declaredAt.getOrDefault(index, -1L) <= index) {
                findings.at(Kind.UNPROVED_ERASURE, index, "the sealed section is gone, and no later fact says so");
            }
        }
    }
}
