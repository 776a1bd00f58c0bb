package dalil.transparency.policy;

import dalil.transparency.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text is kept with one char for each octet, so that octets above 0x7F pass through untouched. */
final class PolicyWriter {

    private PolicyWriter() {}

    static byte[] write(Policy policy) {
        StringBuilder text = new StringBuilder();
        for (Log log : policy.logs()) {
            text.append("log ").append(octets(log.key())).append(url(log.url())).append('\n');
        }
        for (Witness witness : policy.witnesses()) {
            text.append("witness ").append(witness.name()).append(' ').append(octets(witness.key()));
            text.append(url(witness.url())).append('\n');
        }
        for (Group group : policy.groups()) {
            text.append("group ").append(group.name()).append(' ').append(group.threshold());
            text.append(' ').append(String.join(" ", group.members())).append('\n');
        }
        text.append("quorum ").append(policy.quorum()).append('\n');
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String octets(VerifierKey key) {
        return new String(key.format().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String url(Optional<String> url) {
        return url.map(" "::concat).orElse("");
    }
}
