package dalil.app;

import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.Finding;
import dalil.ledger.audit.outside.KeptCheckpoint;
import dalil.ledger.audit.remote.RemoteAudit;
import dalil.ledger.fault.KeyUnavailable;
import dalil.ledger.mongo.MongoAddress;
import dalil.ledger.timestamp.Anchors;
import dalil.transparency.MalformedException;
import dalil.transparency.note.SignedNote;
import dalil.transparency.note.VerifierKey;
import dalil.transparency.tree.TreeHead;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code dalil audit}: checks every record, section, column and checkpoint of a register, also beside a running server. */
@Command(
        name = "audit",
        description =
                "Check that nothing in a register was altered. Exit code 0: intact, 1: altered, 2: could not tell.",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    private static final int INTACT = 0;
    private static final int ALTERED = 1;
    private static final int COULD_NOT_TELL = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--data", description = "folder of the register (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(DataFolder.DEFAULT);

    @Option(
            names = "--keys",
            description = "folder of the log's key, whose last checkpoint the register must have"
                    + " (default: the register's folder with .keys, if it is there)")
    private @Nullable Path keys;

    @Option(
            names = "--vkey",
            description = "verifier key of the log, as its keepers made it known; may be given more than once")
    private List<String> vkeys = new ArrayList<>();

    @Option(
            names = "--timestamp-anchor",
            paramLabel = "FILE",
            description =
                    "certificates, PEM, that must vouch for the timestamps' authorities; may be given more than once")
    private List<Path> timestampAnchors = new ArrayList<>();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "a C2SP tlog-policy that the newest checkpoint's cosignatures must satisfy")
    private @Nullable Path policy;

    @Option(
            names = "--against",
            paramLabel = "CHECKPOINT",
            description = "a checkpoint or .tlog-proof that somebody was shown and kept; may be given more than once."
                    + " A fork is reported with both notes")
    private List<Path> against = new ArrayList<>();

    @Option(names = "--mongodb", description = "address of a ledger on MongoDB: mongodb://host/database")
    private @Nullable String mongodb;

    @Option(names = "--url", description = "address of a running server, to be checked by what it shows")
    private @Nullable URI url;

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Override
    public Integer call() {
        List<KeptCheckpoint> kept = kept();
        AuditKeys pinned = held(AuditKeys.of(vkeys()), kept);
        AuditReport report =
                url != null ? RemoteAudit.of(url, pinned) : mongodb != null ? database(mongodb, kept) : folder(kept);
        report = report.forked(KeptCheckpoint.forks(kept, pinned.vkeys()));
        if (json) {
            System.out.println(
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(asJson(report)));
        } else {
            print(report);
        }
        return exit(report);
    }

    private AuditKeys held(AuditKeys keys, List<KeptCheckpoint> kept) {
        AuditKeys held = keys.with(kept);
        if (policy == null) {
            return held;
        }
        try {
            return held.with(PolicyFile.read(policy));
        } catch (MalformedException | IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "--policy: " + said(unreadable));
        }
    }

    private List<KeptCheckpoint> kept() {
        List<KeptCheckpoint> kept = new ArrayList<>();
        for (Path file : against) {
            try {
                kept.add(KeptCheckpoint.parse(file.toString(), PolicyFile.bytes(file, SignedNote.MAX_BYTES)));
            } catch (MalformedException | IOException unreadable) {
                throw new ParameterException(spec.commandLine(), "--against: " + said(unreadable));
            }
        }
        return kept;
    }

    private static String said(Exception unreadable) {
        return unreadable instanceof NoSuchFileException
                ? "no such file: " + unreadable.getMessage()
                : String.valueOf(unreadable.getMessage());
    }

    private AuditReport folder(List<KeptCheckpoint> kept) {
        DataFolder register = new DataFolder(data);
        if (kept.size() > 1 && !Files.isDirectory(register.ledger())) {
            return AuditReport.couldNotTell(
                    "only checkpoints of one size are held against each other; for others name the"
                            + " register by --data, --url or --mongodb (no such folder: " + register.ledger() + ")");
        }
        Path folder = keys == null ? register.keys() : keys;
        try {
            // Before the ledger is opened: what is kept outside now, a ledger read later must have.
            AuditKeys held =
                    keys == null && !Files.isDirectory(folder) ? AuditKeys.of(vkeys()) : AuditKeys.of(folder, vkeys());
            return Audit.of(register.ledger(), held(held.with(anchors()), kept));
        } catch (KeyUnavailable failure) {
            return AuditReport.couldNotTell(String.valueOf(failure.getMessage()));
        }
    }

    private Anchors anchors() {
        try {
            return Anchors.read(timestampAnchors);
        } catch (MalformedException | IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "--timestamp-anchor: " + unreadable.getMessage());
        }
    }

    private AuditReport database(String uri, List<KeptCheckpoint> kept) {
        LedgerPlace place;
        try {
            place = new LedgerPlace.OnMongo(MongoAddress.parse(uri));
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(spec.commandLine(), "--mongodb: " + malformed.getMessage());
        }
        try {
            // Before the ledger is opened, as above. No folder is guessed: the one beside the default data may be
            // another's.
            AuditKeys held = keys == null ? AuditKeys.of(vkeys()) : AuditKeys.of(keys, vkeys());
            return Audit.of(place::holdings, held(held.with(anchors()), kept));
        } catch (KeyUnavailable failure) {
            return AuditReport.couldNotTell(String.valueOf(failure.getMessage()));
        }
    }

    private List<VerifierKey> vkeys() {
        try {
            return vkeys.stream().map(VerifierKey::parse).toList();
        } catch (MalformedException malformed) {
            throw new ParameterException(spec.commandLine(), "--vkey: " + malformed.getMessage());
        }
    }

    private static int exit(AuditReport report) {
        return switch (report.outcome()) {
            case INTACT -> report.signed().authentic() ? INTACT : COULD_NOT_TELL;
            case ALTERED -> ALTERED;
            case COULD_NOT_TELL -> COULD_NOT_TELL;
        };
    }

    private static void print(AuditReport report) {
        report.findings().forEach(System.out::println);
        if (report.found() > report.findings().size()) {
            System.out.println("… and " + (report.found() - report.findings().size()) + " more");
        }
        report.attested().forEach(what -> System.out.println("attested: " + what));
        report.unseen().forEach(what -> System.out.println("not seen: " + what));
        TreeHead tree = report.tree();
        String facts = (tree == null ? "the facts" : tree.size() + " facts, root " + tree.root()) + ", checkpoints: "
                + report.signed().checkpoints();
        System.out.println(
                switch (report.outcome()) {
                    case INTACT ->
                        report.signed().authentic()
                                ? "intact: " + facts
                                : "could not tell who signed; otherwise intact: " + facts;
                    case ALTERED ->
                        "ALTERED: " + report.found() + (report.found() == 1 ? " finding in " : " findings in ") + facts;
                    case COULD_NOT_TELL -> "could not tell: " + report.reason();
                });
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> asJson(AuditReport report) {
        Map<String, Object> members = new LinkedHashMap<>();
        boolean open = report.outcome() == AuditReport.Outcome.INTACT
                && !report.signed().authentic();
        members.put("outcome", open ? word(AuditReport.Outcome.COULD_NOT_TELL) : word(report.outcome()));
        if (report.tree() != null) {
            members.put("size", report.tree().size());
            members.put("root", report.tree().root().hex());
        }
        if (report.head() != null) {
            members.put("ledger", report.head().ledger().toString());
        }
        members.put("checkpoints", report.signed().checkpoints());
        members.put("authentic", report.signed().authentic());
        if (report.reason() != null) {
            members.put("reason", report.reason());
        }
        members.put("found", report.found());
        List<Map<String, Object>> findings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", word(finding.kind()));
            finding.index().ifPresent(index -> one.put("index", index));
            one.put("what", finding.what());
            findings.add(one);
        }
        members.put("findings", findings);
        members.put("attested", report.attested());
        members.put("unseen", report.unseen());
        return members;
    }
}
