package dalil.command.proof;

import dalil.command.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Entries and receipts show type, stream and time of facts, by which one person can be followed. Until there are roles they go only to
 * whoever is at this machine: a loopback peer, not through a proxy, and not by a page of another site whose name was made to point here.
 */
final class AtThisMachine {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final List<String> PROXIED = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private AtThisMachine() {}

    /** The answer to anybody else; empty if the request may be answered. */
    static Optional<ResponseEntity<Problem>> refusal(HttpServletRequest request) {
        boolean here = loopback(request.getRemoteAddr())
                && NAMES.contains(request.getServerName())
                && PROXIED.stream().allMatch(header -> request.getHeader(header) == null);
        return here
                ? Optional.empty()
                : Optional.of(Problem.of(
                        HttpStatus.FORBIDDEN,
                        "loopback-only",
                        "entries and receipts are shown at the register's own machine only, until there are roles",
                        List.of()));
    }

    private static boolean loopback(String address) {
        try {
            // the container gives a literal, which is looked up nowhere
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
