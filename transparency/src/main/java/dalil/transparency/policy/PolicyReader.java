package dalil.transparency.policy;

import dalil.transparency.MalformedException;
import dalil.transparency.StrictDecimal;
import dalil.transparency.note.KeyType;
import dalil.transparency.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a policy line by line; every name must be defined above the line that uses it. */
final class PolicyReader {

    private final List<Log> logs = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final Set<String> defined = new HashSet<>();
    private final Set<String> grouped = new HashSet<>();
    private @Nullable String quorum;

    static Policy read(byte[] policy) {
        if (policy.length > Policy.MAX_BYTES) {
            throw MalformedException.because("a policy has at most " + Policy.MAX_BYTES + " bytes");
        }
        // One char for each octet: names are opaque, and no decoding may make two of them alike.
        String text = new String(policy, StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\n")) {
            throw MalformedException.because("the last line does not end");
        }
        PolicyReader reader = new PolicyReader();
        int number = 0;
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
            number++;
            try {
                reader.readLine(line);
            } catch (MalformedException malformed) {
                throw malformed.inLine(number);
            }
        }
        return reader.finish();
    }

    private Policy finish() {
        if (quorum == null) {
            throw MalformedException.because("no quorum line");
        }
        return new Policy(logs, witnesses, groups, quorum);
    }

    private void readLine(String line) {
        requireOctets(line);
        List<String> items = items(line);
        if (items.isEmpty() || items.get(0).startsWith("#")) {
            return;
        }
        switch (items.get(0)) {
            case "log" -> readLog(items);
            case "witness" -> readWitness(items);
            case "group" -> readGroup(items);
            case "quorum" -> readQuorum(items);
            default -> throw MalformedException.because("neither log, witness, group nor quorum: " + items.get(0));
        }
    }

    /** Character set: tab, 0x20 to 0x7E, 0x80 to 0xFF. */
    private static void requireOctets(String line) {
        for (int i = 0; i < line.length(); i++) {
            char octet = line.charAt(i);
            if ((octet < 0x20 && octet != '\t') || octet == 0x7f) {
                throw MalformedException.because("control character 0x%02x".formatted((int) octet));
            }
        }
    }

    /** Whitespace is spaces and tabs only; it may lead and trail. */
    private static List<String> items(String line) {
        return Arrays.stream(line.split("[ \t]+"))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private void readLog(List<String> items) {
        requireForm(items.size() == 2 || items.size() == 3, "log <vkey> [<url>]");
        VerifierKey key = key(items.get(1));
        if (key.type() != KeyType.ED25519) {
            throw MalformedException.because("a log's key has type 0x01");
        }
        if (logs.stream().anyMatch(log -> isSamePublicKey(log.key(), key))) {
            throw MalformedException.because("another log has this public key");
        }
        logs.add(new Log(key, url(items, 2)));
    }

    private void readWitness(List<String> items) {
        requireForm(items.size() == 3 || items.size() == 4, "witness <name> <vkey> [<url>]");
        VerifierKey key = key(items.get(2));
        if (key.type() != KeyType.COSIGNATURE) {
            throw MalformedException.because("a witness's key has type 0x04");
        }
        if (witnesses.stream().anyMatch(witness -> isSamePublicKey(witness.key(), key))) {
            throw MalformedException.because("another witness has this public key");
        }
        if (witnesses.stream().anyMatch(witness -> isSameSigner(witness.key(), key))) {
            throw MalformedException.because("another witness has this key's name and ID");
        }
        witnesses.add(new Witness(define(items.get(1)), key, url(items, 3)));
    }

    /** Their lines could not be told apart. An ID has 32 bits, so whoever tries for long finds a key that has it. */
    private static boolean isSameSigner(VerifierKey one, VerifierKey other) {
        return one.keyId() == other.keyId() && one.name().equals(other.name());
    }

    private void readGroup(List<String> items) {
        requireForm(items.size() >= 4, "group <name> all|any|<k> <name>...");
        List<String> members = items.subList(3, items.size());
        for (String member : members) {
            requireDefined(member);
            // Else one witness could count twice.
            if (!grouped.add(member)) {
                throw MalformedException.because(member + " is a group member already");
            }
        }
        int threshold = threshold(items.get(2), members.size());
        groups.add(new Group(define(items.get(1)), threshold, members));
    }

    private static int threshold(String text, int members) {
        if (text.equals("any")) {
            return 1;
        }
        if (text.equals("all")) {
            return members;
        }
        long threshold = StrictDecimal.parse(text);
        if (threshold < 1 || threshold > members) {
            throw MalformedException.because(
                    "a threshold is 1 to the number of members, " + members + ", not " + threshold);
        }
        return (int) threshold;
    }

    private void readQuorum(List<String> items) {
        requireForm(items.size() == 2, "quorum <name>");
        if (quorum != null) {
            throw MalformedException.because("a second quorum line");
        }
        String name = items.get(1);
        if (!name.equals(Policy.NONE)) {
            requireDefined(name);
        }
        quorum = name;
    }

    private String define(String name) {
        if (name.equals(Policy.NONE)) {
            throw MalformedException.because("the name none is taken");
        }
        if (!defined.add(name)) {
            throw MalformedException.because(name + " is defined already");
        }
        return name;
    }

    private void requireDefined(String name) {
        if (!defined.contains(name)) {
            throw MalformedException.because(name + " is not defined above");
        }
    }

    private static void requireForm(boolean fits, String form) {
        if (!fits) {
            throw MalformedException.because("expected " + form);
        }
    }

    private static VerifierKey key(String octets) {
        byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
        String vkey = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(vkey.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw MalformedException.because("a key's name is well-formed UTF-8");
        }
        return VerifierKey.parse(vkey);
    }

    private static Optional<String> url(List<String> items, int at) {
        return at < items.size() ? Optional.of(items.get(at)) : Optional.empty();
    }

    /** Keys are duplicates whatever their names and IDs. */
    private static boolean isSamePublicKey(VerifierKey one, VerifierKey other) {
        return Arrays.equals(one.publicKey(), other.publicKey());
    }
}
