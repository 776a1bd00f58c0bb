package dalil.command.proof;

import dalil.command.http.Problem;
import dalil.ledger.checkpoint.PublishedLog;
import dalil.transparency.MalformedException;
import dalil.transparency.StrictDecimal;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.tree.ConsistencyProof;
import dalil.transparency.tree.Hash;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** That a later checkpoint only added to an earlier one, for whoever kept the earlier. It shows no more than the public tiles do. */
@RestController
class ConsistencyEndpoint {

    private final PublishedLog log;

    ConsistencyEndpoint(PublishedLog log) {
        this.log = log;
    }

    /**
     * PROOF(from, D[0:to]) of RFC 6962 §2.1.2. The roots are not in it: they are worth something only from signed checkpoints.
     *
     * @param path hashes in base64; empty if both sizes are the same
     */
    record ConsistencyAnswer(long from, long to, List<String> path) {}

    /** Between two sizes, the second up to the published checkpoint's and that one if it is left out. */
    @GetMapping("/api/ledger/consistency")
    ResponseEntity<?> consistency(
            @RequestParam("from") String from, @RequestParam(name = "to", required = false) @Nullable String to) {
        SignedCheckpoint published = log.checkpoint().orElse(null);
        if (published == null) {
            return LogEndpoint.noCheckpoint();
        }
        long first;
        long second;
        try {
            first = size("from", from);
            second = to == null ? published.checkpoint().size() : size("to", to);
        } catch (MalformedException malformed) {
            return Problem.of(
                    HttpStatus.BAD_REQUEST, "malformed-size", String.valueOf(malformed.getMessage()), List.of());
        }
        return answer(first, second);
    }

    private ResponseEntity<?> answer(long first, long second) {
        Optional<ConsistencyProof> proof;
        try {
            proof = log.consistency(first, second);
        } catch (IllegalArgumentException none) {
            return Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "no-such-proof",
                    "a proof goes from a size of at least 1 to the same or a larger one; every tree begins with the empty one",
                    List.of());
        }
        if (proof.isEmpty()) {
            return Problem.of(
                    HttpStatus.NOT_FOUND, "unknown-size", "the published checkpoint has fewer facts", List.of());
        }
        ConsistencyProof found = proof.get();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(new ConsistencyAnswer(
                        first, second, found.path().stream().map(Hash::base64).toList()));
    }

    private static long size(String name, String text) {
        try {
            return StrictDecimal.parse(text);
        } catch (MalformedException malformed) {
            throw malformed.in(name);
        }
    }
}
