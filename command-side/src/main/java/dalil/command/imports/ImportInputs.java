package dalil.command.imports;

import dalil.command.imports.profile.Column;
import dalil.command.imports.profile.Join;
import dalil.command.imports.profile.Layout;
import dalil.command.imports.profile.Profile;
import dalil.command.imports.reading.InputFile;
import dalil.command.imports.reading.JsonHead;
import dalil.command.rule.Refusal;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which file is which, of what date they are, and whether they have the columns that the profile reads. */
final class ImportInputs {

    private final Profile profile;
    private final List<InputFile> rows = new ArrayList<>();
    private final Map<Join, InputFile> joined = new LinkedHashMap<>();

    /** Refuses inputs that do not fit the profile. */
    ImportInputs(Profile profile, List<InputFile> inputs) {
        this.profile = profile;
        List<InputFile> left = new ArrayList<>(inputs);
        for (Join join : profile.joins()) {
            List<InputFile> fitting = left.stream()
                    .filter(input -> join.file().matches(input.name()))
                    .toList();
            if (fitting.size() != 1) {
                throw Refusal.because(
                        "missing-input",
                        "the table " + join.name() + " is one input named like "
                                + join.file().text() + "; there are " + fitting.size());
            }
            joined.put(join, fitting.get(0));
            left.remove(fitting.get(0));
        }
        for (InputFile input : left) {
            if (profile.file() != null && !profile.file().matches(input.name())) {
                throw Refusal.because(
                        "unknown-input",
                        "an input is neither named like " + profile.file().text() + " nor like a joined table");
            }
            rows.add(input);
        }
        if (rows.isEmpty()) {
            throw Refusal.because("missing-input", "no input has the rows");
        }
    }

    List<InputFile> rows() {
        return rows;
    }

    Map<Join, InputFile> joined() {
        return joined;
    }

    long totalBytes() throws IOException {
        long bytes = 0;
        for (InputFile input : rows) {
            bytes += input.bytes();
        }
        for (InputFile input : joined.values()) {
            bytes += input.bytes();
        }
        return bytes;
    }

    /** @param given by whoever imports; null if the files or the profile say it */
    String asOf(@org.jspecify.annotations.Nullable String given) throws IOException {
        if (profile.changes() != null) {
            if (given != null) {
                throw Refusal.because("as-of-in-file", "a file of changes says itself of what day each line is");
            }
            return "";
        }
        if (given != null) {
            return day(given, "the date given for the files is not a day such as 2020-10-19");
        }
        Profile.AsOf asOf = profile.asOf();
        if (asOf == null) {
            throw Refusal.because(
                    "missing-as-of", "neither the profile nor the import says of what date the files are");
        }
        if (!asOf.date().isEmpty()) {
            return asOf.date();
        }
        String path = String.join(".", asOf.path());
        String text = JsonHead.find(rows.get(0), profile.layout().charset(), asOf.path())
                .orElseThrow(() -> Refusal.because(
                        "missing-as-of",
                        "the file does not say at " + path + " of what date it is; say it with the import"));
        try {
            return day(
                    String.valueOf(asOf.dates().read(text).edtf()), "the date of the file at " + path + " is no day");
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.because("bad-date", "the date of the file at " + path + ": " + unreadable.getMessage());
        }
    }

    private static String day(String text, String otherwise) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeException wrong) {
            throw Refusal.because("bad-date", otherwise);
        }
    }

    /** What may be meant. The first line is not repeated: where the file has no header it is a row, and may name a person. */
    private static String instead(String wanted, List<String> header) {
        if (header.size() == 1) {
            return "it has one column only: is records.delimiter right?";
        }
        return header.stream()
                .filter(name -> plain(name).equals(plain(wanted)))
                .findFirst()
                .map(name -> "it has one that is written " + name)
                .orElse("it has " + header.size() + " of other names; records.optional lists those that may be missing,"
                        + " and records.skip leaves out lines before the header");
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** A table says at its start which columns it has; a misspelled name must not become a missing value in every row. */
    void checkHeader(List<String> header) {
        Layout layout = profile.layout();
        if (header.isEmpty()) {
            return;
        }
        for (Column column : profile.columns()) {
            boolean known = column.ofItem()
                    || header.contains(column.text())
                    || header.contains(column.root())
                    || layout.optional().contains(column.text())
                    || profile.joins().stream().anyMatch(join -> join.name().equals(column.root()));
            if (!known) {
                throw Refusal.because(
                        "missing-column",
                        "line " + column.line() + " of the profile reads the column " + column.text()
                                + ", which the file does not have; " + instead(column.root(), header));
            }
        }
    }
}
