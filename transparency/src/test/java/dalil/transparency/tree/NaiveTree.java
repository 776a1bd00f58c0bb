package dalil.transparency.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RFC 6962 §2.1 to §2.1.2 written down as the RFC has it, recursion and all. Only MTH is remembered, to be quick. */
final class NaiveTree {

    private final List<Hash> leaves;
    private final Map<List<Integer>, Hash> remembered = new HashMap<>();

    NaiveTree(List<Hash> leaves) {
        this.leaves = leaves;
    }

    /** MTH(D[from:to]). */
    Hash mth(int from, int to) {
        Hash known = remembered.get(List.of(from, to));
        if (known == null) {
            known = hash(from, to);
            remembered.put(List.of(from, to), known);
        }
        return known;
    }

    private Hash hash(int from, int to) {
        int n = to - from;
        if (n == 0) {
            return Hashes.sha256();
        }
        if (n == 1) {
            return leaves.get(from);
        }
        int k = k(n);
        return Hashes.node(mth(from, from + k), mth(from + k, to));
    }

    /** PATH(m, D[from:to]). */
    List<Hash> path(int m, int from, int to) {
        int n = to - from;
        if (n == 1) {
            return List.of();
        }
        int k = k(n);
        return m < k
                ? then(path(m, from, from + k), mth(from + k, to))
                : then(path(m - k, from + k, to), mth(from, from + k));
    }

    /** PROOF(m, D[0:n]). */
    List<Hash> proof(int m, int n) {
        return subproof(m, 0, n, true);
    }

    private List<Hash> subproof(int m, int from, int to, boolean b) {
        int n = to - from;
        if (m == n) {
            return b ? List.of() : List.of(mth(from, to));
        }
        int k = k(n);
        return m <= k
                ? then(subproof(m, from, from + k, b), mth(from + k, to))
                : then(subproof(m - k, from + k, to, false), mth(from, from + k));
    }

    /** The largest power of two smaller than n. */
    private static int k(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> then(List<Hash> path, Hash last) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}
