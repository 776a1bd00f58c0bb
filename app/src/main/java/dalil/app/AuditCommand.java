package dalil.app;

import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code dalil audit}: checks every record, section and column of a register, also beside a running server. */
@Command(
        name = "audit",
        description =
                "Check that nothing in a register was altered. Exit code 0: intact, 1: altered, 2: could not tell.",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    @Option(names = "--data", description = "folder of the register (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(DataFolder.DEFAULT);

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Override
    public Integer call() {
        AuditReport report = Audit.of(new DataFolder(data).ledger());
        if (json) {
            System.out.println(
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(asJson(report)));
        } else {
            print(report);
        }
        return switch (report.outcome()) {
            case INTACT -> 0;
            case ALTERED -> 1;
            case COULD_NOT_TELL -> 2;
        };
    }

    private void print(AuditReport report) {
        report.findings().forEach(System.out::println);
        if (report.found() > report.findings().size()) {
            System.out.println("… and " + (report.found() - report.findings().size()) + " more");
        }
        String facts = report.head() == null
                ? ""
                : report.head().size() + " facts, root "
                        + report.head().range().root().hex();
        System.out.println(
                switch (report.outcome()) {
                    case INTACT -> "intact: " + facts;
                    case ALTERED -> "ALTERED: " + report.found() + " findings in " + facts;
                    case COULD_NOT_TELL -> "could not tell: " + report.reason();
                });
    }

    private static Map<String, Object> asJson(AuditReport report) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "outcome",
                report.outcome().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        if (report.head() != null) {
            members.put("size", report.head().size());
            members.put("root", report.head().range().root().hex());
            members.put("ledger", report.head().ledger().toString());
        }
        if (report.reason() != null) {
            members.put("reason", report.reason());
        }
        members.put("found", report.found());
        List<Map<String, Object>> findings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put(
                    "kind",
                    finding.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            finding.index().ifPresent(index -> one.put("index", index));
            one.put("what", finding.what());
            findings.add(one);
        }
        members.put("findings", findings);
        return members;
    }
}
