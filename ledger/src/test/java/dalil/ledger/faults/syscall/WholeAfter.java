package dalil.ledger.faults.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dalil.ledger.Ledger;
import dalil.ledger.NewFact;
import dalil.ledger.RequestInProgress;
import dalil.ledger.Sample;
import dalil.ledger.StoredFact;
import dalil.ledger.audit.Audit;
import dalil.ledger.audit.AuditKeys;
import dalil.ledger.audit.AuditReport;
import dalil.ledger.audit.AuditReport.Outcome;
import dalil.ledger.checkpoint.Register;
import dalil.ledger.fault.AppendConflict;
import dalil.ledger.fault.RequestAlreadyKnown;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.sqlite.LedgerFolder;
import dalil.ledger.store.CheckpointStore.Kept;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Subtrees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * What must hold after whatever happened: the audit finds nothing, a start needs no hand, what was acknowledged is there at its index,
 * nothing twice, no gap, every checkpoint that was seen is of the one tree, and a request sent again has the one effect.
 */
final class WholeAfter {

    private final Path folder;
    private final List<String> said;
    private final Random random;
    private final String where;

    private WholeAfter(Path folder, List<String> said, Random random, String where) {
        this.folder = folder;
        this.said = said;
        this.random = random;
        this.where = where;
    }

    static void check(Path folder, List<String> said, Random random, String where) {
        new WholeAfter(folder, said, random, where).check();
    }

    private void check() {
        boolean signed = Files.isDirectory(folder.resolve("keys"));
        if (signed) {
            sameKey();
        }
        if (SmallRun.made(folder)) {
            AuditReport report = audit(signed);
            assertThat(report.findings()).as(where).isEmpty();
            // a commit frame whose second half is missing: no start has looked at it yet
            boolean torn = String.valueOf(report.reason()).startsWith("the last transaction in the log is torn");
            assertThat(report.outcome() == Outcome.INTACT || torn)
                    .as(where + ": " + report.reason())
                    .isTrue();
        }
        if (signed) {
            try (Register register = Register.in(folder)) {
                assertThat(register.checkpointer.health().why()).as(where).isNull();
                whole(register.ledger);
                register.checkpointer.checkpoint();
                checkpoints(register.ledger);
                assertThat(register.checkpointer
                                .published()
                                .orElseThrow()
                                .checkpoint()
                                .size())
                        .as(where)
                        .isEqualTo(register.ledger.size());
            }
        } else {
            try (Ledger ledger = opened()) {
                whole(ledger);
            }
        }
        intact(signed);
    }

    /** A start needs no hand, makes a key only where none was spoken of, and the one after it has the same. */
    private void sameKey() {
        String key;
        try (KeyFolder first = SmallRun.key(folder)) {
            key = "key " + first.verifierKey().format();
        }
        if (said.stream().anyMatch(line -> line.startsWith("key "))) {
            assertThat(said).as(where).contains(key);
        }
        try (KeyFolder second = SmallRun.key(folder)) {
            assertThat("key " + second.verifierKey().format()).as(where).isEqualTo(key);
        }
    }

    /** As the server decides: a folder is a ledger. */
    private Ledger opened() {
        if (SmallRun.made(folder)) {
            return LedgerFolder.open(folder.resolve("data"), Sample.wiring());
        }
        assertThat(said).as(where).doesNotContain("created");
        return LedgerFolder.create(folder.resolve("data"), Sample.CASE, Sample.wiring());
    }

    private AuditReport audit(boolean signed) {
        Path data = folder.resolve("data");
        return signed ? Audit.of(data, AuditKeys.of(folder.resolve("keys"), List.of())) : Audit.of(data);
    }

    private void intact(boolean signed) {
        AuditReport report = audit(signed);
        assertThat(report.findings()).as(where).isEmpty();
        assertThat(report.outcome()).as(where + ": " + report.reason()).isEqualTo(Outcome.INTACT);
    }

    private void whole(Ledger ledger) {
        Map<String, Long> stored = stored(ledger);
        for (String line : said) {
            // a line cut by a kill was heard by nobody
            if (line.startsWith("ack ") && line.endsWith(" end")) {
                String[] words = line.split(" ");
                for (int i = 2; i < words.length - 1; i++) {
                    assertThat(stored.get(words[i]))
                            .as(where + ": " + words[i])
                            .isEqualTo(Long.parseLong(words[1]) + i - 2);
                }
            }
        }
        again(ledger, SmallRun.first(), 1, stored);
        again(ledger, SmallRun.second(), 2, stored);
        again(ledger, SmallRun.third(), 3, stored);
    }

    private Map<String, Long> stored(Ledger ledger) {
        Map<String, Long> stored = new HashMap<>();
        for (StoredFact fact : ledger.read(0, Integer.MAX_VALUE)) {
            assertThat(fact.index()).as(where).isEqualTo(stored.size());
            assertThat(stored.put(fact.id(), fact.index()))
                    .as(where + ": " + fact.id())
                    .isNull();
        }
        assertThat((long) stored.size()).as(where).isEqualTo(ledger.size());
        return stored;
    }

    /** The same request, whether it was answered or not, one to five times. */
    private void again(Ledger ledger, List<NewFact> facts, int number, Map<String, Long> before) {
        Long first = before.get(facts.get(0).id());
        RequestInProgress request = SmallRun.request(number);
        for (int times = 1 + random.nextInt(5); times > 0; times--) {
            try {
                long index = ledger.append(facts, request).firstIndex();
                assertThat(first)
                        .as(where + ": request " + number + " was stored")
                        .isNull();
                first = index;
            } catch (RequestAlreadyKnown known) {
                assertThat(known.answer().firstIndex())
                        .as(where + ": request " + number)
                        .isEqualTo(first);
                assertThat(known.answer().count()).as(where).isEqualTo(facts.size());
            } catch (AppendConflict clash) {
                fail(where + ": request " + number + " is half there", clash);
            }
        }
        Map<String, Long> after = stored(ledger);
        long begins = Objects.requireNonNull(first);
        for (int i = 0; i < facts.size(); i++) {
            assertThat(after.get(facts.get(i).id())).as(where).isEqualTo(begins + i);
        }
    }

    private void checkpoints(Ledger ledger) {
        List<Hash> leaves =
                ledger.read(0, Integer.MAX_VALUE).stream().map(StoredFact::leaf).toList();
        Subtrees naive = Subtrees.ofLeaves(index -> leaves.get((int) index));
        Map<Long, byte[]> kept = new HashMap<>();
        for (Kept one : all(ledger)) {
            SignedCheckpoint checkpoint = SignedCheckpoint.parse(one.note());
            checkpoint.verify(List.of(KeyFolder.publicKey(folder.resolve("keys"))), List.of());
            assertThat(checkpoint.checkpoint().root()).as(where).isEqualTo(naive.root(one.size()));
            assertThat(kept.put(one.size(), one.note())).as(where).isNull();
        }
        for (String line : said) {
            if (line.startsWith("published ") && line.endsWith(" end")) {
                byte[] note = Base64.getDecoder().decode(line.split(" ")[1]);
                long size = SignedCheckpoint.parse(note).checkpoint().size();
                assertThat(kept.get(size)).as(where + ": checkpoint of " + size).isEqualTo(note);
            }
        }
    }

    private static List<Kept> all(Ledger ledger) {
        List<Kept> all = new ArrayList<>();
        long last = ledger.checkpoints().last().orElseThrow().number();
        for (long number = 1; number <= last; number++) {
            all.add(ledger.checkpoints().numbered(number).orElseThrow());
        }
        return all;
    }
}
