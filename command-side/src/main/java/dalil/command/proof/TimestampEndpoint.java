package dalil.command.proof;

import dalil.command.http.Problem;
import dalil.ledger.timestamp.PublishedTimestamps;
import dalil.ledger.timestamp.PublishedTimestamps.Stamped;
import dalil.ledger.timestamp.PublishedTimestamps.Token;
import dalil.transparency.MalformedException;
import dalil.transparency.StrictDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** RFC 3161 tokens of checkpoints, each with the very bytes it is over, for anybody with a stock tool. */
@RestController
class TimestampEndpoint {

    private static final MediaType TOKEN = MediaType.parseMediaType("application/vnd.etsi.timestamp-token");

    private final PublishedTimestamps timestamps;

    TimestampEndpoint(PublishedTimestamps timestamps) {
        this.timestamps = timestamps;
    }

    /**
     * A checkpoint that was stamped.
     *
     * @param number of the checkpoint in the log's line
     * @param size of its tree
     * @param checkpoint where its bytes are
     */
    record StampedAnswer(long number, long size, String checkpoint, List<TokenAnswer> tokens) {}

    /**
     * A token.
     *
     * @param authority host and port that it was asked from
     * @param at the authority's time, as it says
     * @param token where its bytes are
     */
    record TokenAnswer(String authority, Instant at, String token) {}

    /** The newest stamped checkpoint, or the oldest that covers the fact of an index. */
    @GetMapping("/api/ledger/timestamps")
    ResponseEntity<?> timestamps(@RequestParam(name = "index", required = false) @Nullable String index) {
        Optional<Stamped> found;
        try {
            found = index == null ? timestamps.newest() : timestamps.covering(StrictDecimal.parse(index));
        } catch (MalformedException malformed) {
            return Problem.of(HttpStatus.BAD_REQUEST, "malformed-index", "index: " + malformed.getMessage(), List.of());
        }
        if (found.isEmpty()) {
            return Problem.of(
                    HttpStatus.NOT_FOUND,
                    "no-timestamp",
                    index == null ? "no checkpoint has a timestamp" : "no timestamp covers a fact of this index",
                    List.of());
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(shown(found.get()));
    }

    private static StampedAnswer shown(Stamped stamped) {
        String under = "/ledger/timestamps/" + stamped.checkpoint().number() + "/";
        List<TokenAnswer> tokens = new ArrayList<>();
        for (int i = 0; i < stamped.tokens().size(); i++) {
            Token one = stamped.tokens().get(i);
            tokens.add(new TokenAnswer(one.by(), one.token().at(), under + (i + 1) + ".tst"));
        }
        return new StampedAnswer(
                stamped.checkpoint().number(), stamped.checkpoint().size(), under + "checkpoint", tokens);
    }

    /** The checkpoint as it was signed and stamped: with the log's signature and no other. */
    @GetMapping("/ledger/timestamps/{number}/checkpoint")
    ResponseEntity<?> checkpoint(@PathVariable("number") String number) {
        return numbered(number)
                .<ResponseEntity<?>>map(stamped -> ResponseEntity.ok()
                        .cacheControl(LogEndpoint.EVER)
                        .contentType(LogEndpoint.TEXT)
                        .body(stamped.checkpoint().note()))
                .orElseGet(TimestampEndpoint::nothing);
    }

    /** A token in DER, counted from 1 in the order they were kept. */
    @GetMapping("/ledger/timestamps/{number}/{token}.tst")
    ResponseEntity<?> token(@PathVariable("number") String number, @PathVariable("token") String token) {
        long wanted = parsed(token);
        return numbered(number)
                .filter(stamped -> wanted >= 1 && wanted <= stamped.tokens().size())
                .<ResponseEntity<?>>map(stamped -> ResponseEntity.ok()
                        .cacheControl(LogEndpoint.EVER)
                        .header("X-Content-Type-Options", "nosniff")
                        .contentType(TOKEN)
                        .body(stamped.tokens().get((int) wanted - 1).token().encoded()))
                .orElseGet(TimestampEndpoint::nothing);
    }

    private Optional<Stamped> numbered(String number) {
        return timestamps.numbered(parsed(number));
    }

    private static long parsed(String number) {
        try {
            return StrictDecimal.parse(number);
        } catch (MalformedException notANumber) {
            return -1;
        }
    }

    private static ResponseEntity<?> nothing() {
        return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }
}
