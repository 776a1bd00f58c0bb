package dalil.benchmarks.ledger;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Prints as it goes, and at the end the table and a file with everything. */
final class Report {

    private final List<Line> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Map<String, Object>> details = new ArrayList<>();
    private final Map<String, Object> about = new LinkedHashMap<>();
    private final long begun = System.nanoTime();

    Report(double scale, boolean full) {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        about.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        about.put("scale", scale);
        about.put("full", full);
        about.put("processors", machine.getAvailableProcessors());
        about.put("memoryMebibytes", machine.getTotalMemorySize() >> 20);
        about.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        about.put("java", System.getProperty("java.runtime.version"));
        about.put("jvm", String.join(" ", Bench.JVM));
    }

    void about(String name, Object value) {
        about.put(name, value);
    }

    void detail(Store store, String measure, Object[] arguments, Map<String, Double> figures, double others) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("measure", measure);
        detail.put("store", store.argument());
        for (int i = 0; i < arguments.length; i += 2) {
            detail.put((String) arguments[i], arguments[i + 1]);
        }
        detail.putAll(figures);
        detail.put("othersPerCent", Double.isNaN(others) ? "unknown" : others);
        details.add(detail);
        System.out.println("  " + detail);
    }

    void line(Line line) {
        lines.add(line);
        System.out.println(line.text());
    }

    /** What belongs into no column. */
    void note(String note) {
        notes.add(note);
        System.out.println(note);
    }

    void print(Path json) throws IOException {
        double minutes = (System.nanoTime() - begun) / 60e9;
        about.put("minutes", minutes);
        System.out.println();
        System.out.println(Line.heading());
        lines.forEach(line -> System.out.println(line.text()));
        notes.forEach(System.out::println);
        Map<String, Object> all = new LinkedHashMap<>(about);
        all.put("lines", lines.stream().map(Line::json).toList());
        all.put("notes", notes);
        all.put("trials", details);
        Files.createDirectories(json.toAbsolutePath().getParent());
        Files.write(json, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
        System.out.printf("%.1f minutes; written to %s%n", minutes, json);
    }
}
