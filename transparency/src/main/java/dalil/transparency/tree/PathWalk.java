package dalil.transparency.tree;

/** The fn and sn of RFC 9162 §2.1.3.2 and §2.1.4.2: a node and the last node of its level, going up. */
final class PathWalk {

    private long fn;
    private long sn;

    PathWalk(long fn, long sn) {
        this.fn = fn;
        this.sn = sn;
    }

    /** sn = 0: nothing is above. */
    boolean atRoot() {
        return sn == 0;
    }

    boolean isRightChild() {
        return (fn & 1) == 1;
    }

    boolean siblingIsLeft() {
        return isRightChild() || fn == sn;
    }

    /** The end of each step: shift until LSB(fn) where fn = sn stood on the right border, then once more. */
    void up() {
        if (siblingIsLeft()) {
            while (!isRightChild() && fn != 0) {
                shift();
            }
        }
        shift();
    }

    void shift() {
        fn >>= 1;
        sn >>= 1;
    }
}
