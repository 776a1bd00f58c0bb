package dalil.transparency.tree;

/** A tree of some size and its root; what a proof is checked against, and answers with when it holds. */
public record TreeHead(long size, Hash root) {}
