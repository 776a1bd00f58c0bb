package dalil.query.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.events.claim.ClaimValue.Range;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Forty invented people, each in three spellings: who meets whom. */
class LinkageTest {

    private static final double THRESHOLD = 0.7;

    private record Labelled(String person, PersonSeen seen) {}

    private static List<CSVRecord> invented() throws IOException {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(LinkageTest.class.getResourceAsStream("/linkage/invented-names.csv")),
                StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setCommentMarker('#')
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
    }

    private static PersonSeen seen(String id, String name, @Nullable Range age, @Nullable String sex) {
        return new PersonSeen(
                id,
                List.of(NameFolding.parts(name)),
                age,
                sex == null ? Set.of() : Set.of(sex),
                null,
                Set.of(),
                Set.of(),
                "incident",
                Set.of(),
                true);
    }

    @Test
    void spellings_of_one_name_fold_to_alike_parts() {
        assertThat(NameFolding.parts("Асан уулу Бакыт")).isEqualTo(NameFolding.parts("Bakyt Asan uulu"));
        assertThat(NameFolding.parts("ЖУМАБАЕВ Чыңгыз")).isEqualTo(NameFolding.parts("Chyngyz Dzhumabaev"));
        assertThat(NameFolding.parts("Төлөгөн Үсөнбаева")).isEqualTo(NameFolding.parts("Usonbaev, Tölögön"));
        assertThat(NameFolding.parts("  -- ")).isEmpty();
    }

    @Test
    void three_spellings_of_forty_people_meet_and_others_do_not() throws IOException {
        List<Labelled> all = new ArrayList<>();
        Random random = new Random(4);
        for (CSVRecord row : invented()) {
            long age = 17 + random.nextInt(50);
            String sex = random.nextBoolean() ? "female" : "male";
            all.add(new Labelled(
                    row.get("person"), seen(row.get("person") + "k", row.get("ky"), new Range(age, age), sex)));
            all.add(new Labelled(
                    row.get("person"),
                    seen(row.get("person") + "r", row.get("ru"), new Range(age - 1, age + 2), null)));
            all.add(new Labelled(row.get("person"), seen(row.get("person") + "l", row.get("latin"), null, sex)));
        }
        int found = 0;
        int wrong = 0;
        int missed = 0;
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                boolean same = all.get(i).person().equals(all.get(j).person());
                boolean linked =
                        Likeness.of(all.get(i).seen(), all.get(j).seen()).score() >= THRESHOLD;
                found += same && linked ? 1 : 0;
                wrong += !same && linked ? 1 : 0;
                missed += same && !linked ? 1 : 0;
                if (same != linked) {
                    System.out.println((linked ? "wrongly met: " : "missed: ")
                            + all.get(i).seen().names() + " "
                            + all.get(j).seen().names());
                }
            }
        }
        double precision = (double) found / (found + wrong);
        double recall = (double) found / (found + missed);
        System.out.printf("linkage of invented names: precision %.3f, recall %.3f%n", precision, recall);
        assertThat(recall).isGreaterThan(0.95);
        assertThat(precision).isGreaterThan(0.9);
    }

    @Test
    void what_speaks_against_it_counts() {
        PersonSeen one = seen("a", "Асанов Бакыт", new Range(19, 19), "male");
        assertThat(Likeness.of(one, seen("b", "Bakyt Asanov", new Range(19, 19), "male"))
                        .score())
                .isGreaterThan(0.95);
        assertThat(Likeness.of(one, seen("b", "Bakyt Asanov", new Range(60, 60), "male"))
                        .score())
                .isLessThan(Likeness.of(one, seen("b", "Bakyt Asanov", null, "male"))
                        .score());
        assertThat(Likeness.of(one, seen("b", "Нурлан Токтогулов", new Range(19, 19), "male"))
                        .score())
                .isLessThan(0.3);
    }

    @Test
    void reasons_never_hold_a_name() {
        PersonSeen one = seen("a", "Асанов Бакыт", new Range(19, 19), "male");
        assertThat(Likeness.of(one, seen("b", "Bakyt Asanov", null, null))
                        .reasons()
                        .toString())
                .doesNotContainIgnoringCase("asan")
                .doesNotContainIgnoringCase("bak");
    }
}
