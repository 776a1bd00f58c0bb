/**
 * Canonical JSON (RFC 8785) for the ledger's records: one flat object, every value a string. Without numbers and nesting, being
 * canonical is a matter of sorting and escaping.
 */
@NullMarked
package dalil.transparency.json;

import org.jspecify.annotations.NullMarked;
