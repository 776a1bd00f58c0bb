package dalil.query.question;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What puts a unit in a cell, dimension by dimension. Tens of thousands of cells share what a few hundred keys are told by. */
final class CellKey extends AbstractMap<String, String> {

    private final List<Map<String, String>> told;

    /** @param told of each dimension; no name is in two of them */
    CellKey(List<Map<String, String>> told) {
        this.told = told;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, String>> iterator() {
                return told.stream().flatMap(each -> each.entrySet().stream()).iterator();
            }

            @Override
            public int size() {
                return told.stream().mapToInt(Map::size).sum();
            }
        };
    }
}
