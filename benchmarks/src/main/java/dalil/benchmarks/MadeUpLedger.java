package dalil.benchmarks;

import dalil.events.FactMapper;
import dalil.events.FactSections;
import dalil.events.Facts;
import dalil.events.Protected;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue.Text;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.claim.Place;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import dalil.ledger.EventIds;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.NewFact;
import dalil.ledger.sqlite.LedgerFolder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A ledger of invented incidents of a usual size, one fact each. */
final class MadeUpLedger {

    private static final int BATCH = 1_000;

    private MadeUpLedger() {}

    static void of(Path folder, int facts) {
        LedgerCase invented = new LedgerCase(
                UUID.randomUUID(), "Invented", ZoneId.of("Asia/Bishkek"), List.of("ky"), "dalil.invalid");
        LedgerWiring wiring = new LedgerWiring(Clock.systemUTC(), new SecureRandom(), failure -> {});
        EventIds ids = new EventIds(Clock.systemUTC(), new SecureRandom());
        FactMapper mapper = new FactMapper(Facts.CATALOGUE);
        Random random = new Random(7);
        try (Ledger ledger = LedgerFolder.create(folder, invented, wiring)) {
            for (int from = 0; from < facts; from += BATCH) {
                List<NewFact> batch = new ArrayList<>();
                for (int i = from; i < Math.min(facts, from + BATCH); i++) {
                    String id = new UUID(random.nextLong(), random.nextLong()).toString();
                    FactSections sections = mapper.write(reported(id, random));
                    batch.add(new NewFact(
                            ids.next().toString(),
                            Instant.now(),
                            "incident.reported",
                            "1",
                            "incident/" + id,
                            0,
                            sections.payload(),
                            sections.sealed(),
                            Map.of("actor", "nobody", "role", "importer", "through", "benchmark")));
                }
                ledger.append(batch, null);
            }
        }
    }

    private static IncidentFact.Reported reported(String id, Random random) {
        String source = "source/" + id;
        List<Claim> claims = new ArrayList<>();
        claims.add(claim("title", new Word("Ойдон чыгарылган окуя " + random.nextInt()), random));
        claims.add(claim("narrative", new Text(Protected.of(source, "Invented. ".repeat(40))), random));
        claims.add(claim(
                "time",
                new Occurred("2020-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)), null, null),
                random));
        claims.add(claim(
                "place",
                new Place(
                        List.of("US", "State " + random.nextInt(44), "", "City " + random.nextInt(150)),
                        "vicinity",
                        new Place.Spot(null, "42." + random.nextInt(9999), "74." + random.nextInt(9999)),
                        null),
                random));
        for (int i = 0; i < 4; i++) {
            claims.add(claim("label", new Word("label-" + random.nextInt(73)), random));
        }
        return new IncidentFact.Reported(
                id,
                claims,
                List.of(new ForceUse(
                        UUID.randomUUID().toString(),
                        List.of(
                                claim("used-by", new Word("state-force"), random),
                                claim("weapon", new Word("baton"), random)))));
    }

    private static Claim claim(String attribute, dalil.events.claim.ClaimValue value, Random random) {
        return new Claim(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                attribute,
                value,
                "6f1c2d3e-0000-4000-8000-000000000001",
                "2020-10-19",
                null,
                null,
                null);
    }
}
