package dalil.transparency.policy;

import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.checkpoint.VerifiedCheckpoint;
import dalil.transparency.note.VerifiedSignature;
import dalil.transparency.note.VerifierKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a verifier trusts. Only {@link #parse} makes one, so every name in it is defined and every key stands once. */
public final class Policy {

    public static final int MAX_BYTES = 65_536;

    /** The predefined quorum that asks for no witness. */
    static final String NONE = "none";

    private final List<Log> logs;
    private final List<Witness> witnesses;
    private final List<Group> groups;
    private final String quorum;

    Policy(List<Log> logs, List<Witness> witnesses, List<Group> groups, String quorum) {
        this.logs = List.copyOf(logs);
        this.witnesses = List.copyOf(witnesses);
        this.groups = List.copyOf(groups);
        this.quorum = quorum;
    }

    public List<Log> logs() {
        return logs;
    }

    public List<Witness> witnesses() {
        return witnesses;
    }

    /** In the order they were defined: members before the groups they are in. */
    public List<Group> groups() {
        return groups;
    }

    /** The name of a witness or group, or {@code none}. */
    public String quorum() {
        return quorum;
    }

    /** {@link MalformedException} names the line. */
    public static Policy parse(byte[] policy) {
        return PolicyReader.read(policy);
    }

    /** The same policy without comments, in the order logs, witnesses, groups, quorum. */
    public byte[] format() {
        return PolicyWriter.write(this);
    }

    /**
     * Throws {@link VerificationException} unless one of the logs signed the checkpoint under its own origin and the quorum
     * cosigned it.
     */
    public VerifiedCheckpoint verify(SignedCheckpoint checkpoint) {
        VerifiedCheckpoint verified = checkpoint.verify(
                logs.stream().map(Log::key).toList(),
                witnesses.stream().map(Witness::key).toList());
        Set<String> cosigned = cosigned(verified);
        if (!accepts(cosigned)) {
            throw new VerificationException("quorum " + quorum + " not reached by " + cosigned);
        }
        return verified;
    }

    /** The names that this policy has for those who cosigned. */
    public Set<String> cosigned(VerifiedCheckpoint checkpoint) {
        Set<VerifierKey> cosigners =
                checkpoint.cosignatures().stream().map(VerifiedSignature::key).collect(Collectors.toSet());
        return witnesses.stream()
                .filter(witness -> cosigners.contains(witness.key()))
                .map(Witness::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the witnesses of these names are a quorum. */
    public boolean accepts(Set<String> cosigned) {
        Set<String> witnessed = new HashSet<>(cosigned);
        witnessed.add(NONE);
        for (Group group : groups) {
            if (group.isReachedBy(witnessed)) {
                witnessed.add(group.name());
            }
        }
        return witnessed.contains(quorum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Policy that
                && logs.equals(that.logs)
                && witnesses.equals(that.witnesses)
                && groups.equals(that.groups)
                && quorum.equals(that.quorum);
    }

    @Override
    public int hashCode() {
        return 31 * logs.hashCode() + witnesses.hashCode();
    }
}
