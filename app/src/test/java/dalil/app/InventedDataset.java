package dalil.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that nobody published, and the profile for it. */
final class InventedDataset {

    static final String PROFILE = """
            profile: invented
            dataset:
              name: invented
              publisher: { name: Nobody, type: other, origin: unknown }
              asOf: { date: 2020-10-19 }
            records:
              format: csv
            id: id
            emit:
              - kind: incident
                set:
                  title: title
                  time: { column: date }
                  label: tag
            """;

    /** What a row of the file below gives beside its incident. */
    private static final String PEOPLE = """
              - kind: casualty
                set: { name: person, outcome: { const: injured } }
                injuries: [{ set: { description: wound } }]
              - kind: figure
                set: { publisher: { name: paper }, measure: { const: injured }, value: injured }
            """;

    private InventedDataset() {}

    /** @return the profile and, after it, the table */
    static Path[] in(Path folder, int rows) throws IOException {
        Path profile = Files.writeString(folder.resolve("invented.yaml"), PROFILE + PEOPLE);
        Path table = folder.resolve("invented.csv");
        try (BufferedWriter out = Files.newBufferedWriter(table)) {
            out.write("id,title,date,tag,person,wound,paper,injured\n");
            for (int i = 0; i < rows; i++) {
                out.write("r%d,Ойдон чыгарылган окуя %d — ң ө ү,2020-10-%02d,tag-%d,Invented %d,a cut,Paper %d,%d\n"
                        .formatted(i, i, 1 + i % 28, i % 7, i % 100, i % 3, i % 9));
            }
        }
        return new Path[] {profile, table};
    }
}
