package dalil.command.proof;

import dalil.command.http.Problem;
import dalil.ledger.checkpoint.PublishedLog;
import dalil.transparency.MalformedException;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.tile.BundleAddress;
import dalil.transparency.tile.TileAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log as C2SP tlog-tiles has it, so that any client of that standard can read it. */
@RestController
@RequestMapping("/ledger")
class LogEndpoint {

    private static final String PREFIX = "/ledger/";
    private static final String ENTRIES = "tile/entries/";
    static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final CacheControl SECONDS =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();
    static final CacheControl EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl EVER_FOR_ONE =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final PublishedLog log;

    LogEndpoint(PublishedLog log) {
        this.log = log;
    }

    /** The last checkpoint, with the log's signature first and those of witnesses as far as they are there. */
    @GetMapping("/checkpoint")
    ResponseEntity<?> checkpoint() {
        SignedCheckpoint checkpoint = log.checkpoint().orElse(null);
        if (checkpoint == null) {
            return noCheckpoint();
        }
        return ResponseEntity.ok().cacheControl(SECONDS).contentType(TEXT).body(checkpoint.format());
    }

    static ResponseEntity<Problem> noCheckpoint() {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "no-checkpoint",
                "no checkpoint can be shown just now; health says why",
                List.of());
    }

    /** {@code tile/<L>/<N>[.p/<W>]} and {@code tile/entries/<N>[.p/<W>]}, in their one spelling each. */
    @GetMapping("/tile/**")
    ResponseEntity<?> tile(HttpServletRequest request) {
        // As it was sent: what needs decoding is not a tile's path.
        String path = request.getRequestURI().substring(request.getContextPath().length() + PREFIX.length());
        if (!path.startsWith(ENTRIES)) {
            return answer(EVER, () -> log.tile(TileAddress.parse(path)));
        }
        Optional<ResponseEntity<Problem>> refusal = AtThisMachine.refusal(request);
        return refusal.isPresent() ? refusal.get() : answer(EVER_FOR_ONE, () -> log.bundle(BundleAddress.parse(path)));
    }

    private static ResponseEntity<byte[]> answer(CacheControl cache, Supplier<Optional<byte[]>> bytes) {
        Optional<byte[]> found;
        try {
            found = bytes.get();
        } catch (MalformedException | IllegalArgumentException notAPath) {
            found = Optional.empty();
        }
        if (found.isEmpty()) {
            // What is not there yet may be there with the next checkpoint.
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        return ResponseEntity.ok()
                .cacheControl(cache)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(found.get());
    }
}
