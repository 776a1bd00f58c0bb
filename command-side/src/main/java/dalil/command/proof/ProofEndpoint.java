package dalil.command.proof;

import dalil.command.http.Problem;
import dalil.ledger.Ledger;
import dalil.ledger.checkpoint.PublishedLog;
import dalil.ledger.checkpoint.PublishedLog.Receipt;
import dalil.transparency.MalformedException;
import dalil.transparency.StrictBase64;
import dalil.transparency.StrictDecimal;
import dalil.transparency.proof.TlogProof;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proofs for single facts, under the published checkpoint. */
@RestController
class ProofEndpoint {

    private static final String RETRY_SECONDS = "10";

    private final PublishedLog log;
    private final Ledger ledger;

    ProofEndpoint(PublishedLog log, Ledger ledger) {
        this.log = log;
        this.ledger = ledger;
    }

    /**
     * What a submitter keeps: the record that was made of what they said, and that it stands in the ledger.
     *
     * @param index of the fact, counted from 0
     * @param record the record's bytes in base64; SHA-256 of a zero byte and them is the leaf
     * @param leaf 64 hex digits
     * @param proof a whole tlog-proof file, checkpoint included
     */
    record ReceiptAnswer(long index, String record, String leaf, String proof) {}

    /** A {@code .tlog-proof} file. It shows no more than the public tiles do. */
    @GetMapping("/api/ledger/proof")
    ResponseEntity<?> proof(@RequestParam("index") String index) {
        return answer(index, wanted -> {
            Optional<TlogProof> proof = log.proof(wanted);
            if (proof.isEmpty()) {
                // One answer for what is not yet covered and for what does not exist: the size in between is not
                // public.
                return log.checkpoint().isEmpty() ? LogEndpoint.noCheckpoint() : notCovered(HttpStatus.NOT_FOUND);
            }
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noCache())
                    .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"" + wanted + TlogProof.EXTENSION + "\"")
                    .body(proof.get().format());
        });
    }

    /** The same with the record, for whoever is at this machine. */
    @GetMapping("/api/receipts/{index}")
    ResponseEntity<?> receipt(@PathVariable("index") String index, HttpServletRequest request) {
        Optional<ResponseEntity<Problem>> refusal = AtThisMachine.refusal(request);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return answer(index, wanted -> {
            Receipt receipt = log.receipt(wanted).orElse(null);
            if (receipt == null) {
                return log.checkpoint().isEmpty()
                        ? LogEndpoint.noCheckpoint()
                        : notCovered(wanted < ledger.size() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.NOT_FOUND);
            }
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(new ReceiptAnswer(
                            wanted,
                            StrictBase64.format(receipt.record()),
                            receipt.leaf().hex(),
                            new String(receipt.proof().format(), StandardCharsets.UTF_8)));
        });
    }

    private static ResponseEntity<?> answer(String index, LongFunction<ResponseEntity<?>> found) {
        long wanted;
        try {
            wanted = StrictDecimal.parse(index);
        } catch (MalformedException malformed) {
            return Problem.of(HttpStatus.BAD_REQUEST, "malformed-index", "index: " + malformed.getMessage(), List.of());
        }
        return found.apply(wanted);
    }

    private static ResponseEntity<Problem> notCovered(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return Problem.of(status, "unknown-index", "no fact of this index under the checkpoint", List.of());
        }
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return Problem.of(
                status, "not-yet", "the fact is recorded; the next checkpoint will cover it", List.of(), headers);
    }
}
