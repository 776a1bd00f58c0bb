/**
 * C2SP tlog-policy: which logs and witnesses a verifier trusts, and how many of them it takes. Comes with the verifier, never with
 * the evidence.
 */
@NullMarked
package dalil.transparency.policy;

import org.jspecify.annotations.NullMarked;
