package dalil.command.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.ledger.EventIds;
import dalil.ledger.Ledger;
import dalil.ledger.LedgerCase;
import dalil.ledger.LedgerWiring;
import dalil.ledger.NewFact;
import dalil.ledger.checkpoint.Checkpointer;
import dalil.ledger.checkpoint.PublishedLog;
import dalil.ledger.key.KeyFolder;
import dalil.ledger.key.Passphrase;
import dalil.ledger.sqlite.LedgerFolder;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.policy.Policy;
import dalil.transparency.proof.TlogProof;
import dalil.transparency.tile.BundleAddress;
import dalil.transparency.tile.EntryBundle;
import dalil.transparency.tile.HashTile;
import dalil.transparency.tile.TileAddress;
import dalil.transparency.tile.TileLayout;
import dalil.transparency.tree.ConsistencyProof;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import dalil.transparency.tree.Subtrees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the endpoints answer, against a tree rebuilt from the records by the naive recursion of RFC 6962. */
class ProofEndpointsTest {

    private static final LedgerCase CASE = new LedgerCase(
            UUID.fromString("5d1c4c7e-9a57-4c5e-8b10-0f2a6f0e7f1c"),
            "A case made up for tests",
            ZoneId.of("Asia/Bishkek"),
            List.of("en"),
            "dalil.example/proofs");
    private static final Passphrase PASSPHRASE = new Passphrase("for tests", false);
    private static final EventIds IDS = new EventIds(Clock.systemUTC(), new SplittableRandom(7));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path made;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @SuppressWarnings("NullAway.Init")
    private KeyFolder keys;

    @SuppressWarnings("NullAway.Init")
    private Checkpointer checkpointer;

    @SuppressWarnings("NullAway.Init")
    private MockMvc http;

    private final List<Hash> leaves = new ArrayList<>();
    private final List<byte[]> records = new ArrayList<>();

    /** Once: what is opened by a passphrase takes long to make. */
    @BeforeAll
    static void makeKey() {
        KeyFolder.make(made, CASE.origin(), PASSPHRASE, new SecureRandom());
    }

    @BeforeEach
    void start() throws IOException {
        LedgerWiring wiring = new LedgerWiring(Clock.systemUTC(), new SecureRandom(), failure -> {
            throw new AssertionError("the ledger failed", failure);
        });
        ledger = LedgerFolder.create(folder.resolve("data"), CASE, wiring);
        Files.createDirectory(folder.resolve("keys"));
        Files.copy(made.resolve("log.key"), folder.resolve("keys").resolve("log.key"));
        keys = KeyFolder.open(folder.resolve("keys"), CASE.origin(), PASSPHRASE);
        checkpointer = Checkpointer.start(ledger, keys, Clock.systemUTC());
        PublishedLog log = new PublishedLog(ledger, checkpointer::published);
        http = MockMvcBuilders.standaloneSetup(
                        new LogEndpoint(log), new ProofEndpoint(log, ledger), new ConsistencyEndpoint(log))
                .build();
    }

    @AfterEach
    void stop() {
        ledger.close();
        keys.close();
    }

    private void append(int facts) {
        for (int left = facts; left > 0; left -= 500) {
            List<NewFact> some = new ArrayList<>();
            for (int i = 0; i < Math.min(500, left); i++) {
                some.add(new NewFact(
                        IDS.next().toString(),
                        Instant.parse("2020-10-05T15:00:00Z"),
                        "test.noted",
                        "1",
                        null,
                        0,
                        "{\"n\":1}".getBytes(StandardCharsets.UTF_8),
                        null,
                        Map.of("actor", "tester")));
            }
            ledger.append(some, null);
        }
        while (records.size() < ledger.size()) {
            ledger.read(records.size(), 1_000).forEach(fact -> {
                records.add(fact.recordBytes());
                leaves.add(Hashes.leaf(fact.recordBytes()));
            });
        }
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return get(MockMvcRequestBuilders.get(path));
    }

    private MockHttpServletResponse get(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andReturn().getResponse();
    }

    private Subtrees rebuilt() {
        return Subtrees.ofLeaves(index -> leaves.get((int) index));
    }

    private Policy policy() {
        return Policy.parse(
                ("log " + keys.verifierKey().format() + "\nquorum none\n").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 1_000})
    void every_tile_bundle_and_the_checkpoint_are_those_of_the_standard(int size) throws Exception {
        append(size);
        checkpointer.checkpoint();
        MockHttpServletResponse answer = get("/ledger/checkpoint");
        assertThat(answer.getContentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(answer.getHeader("Cache-Control")).contains("max-age=1");
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(answer.getContentAsByteArray());
        checkpoint.verify(List.of(keys.verifierKey()), List.of());
        assertThat(checkpoint.checkpoint().size()).isEqualTo(size);
        assertThat(checkpoint.checkpoint().root()).isEqualTo(rebuilt().root(size));
        for (TileAddress tile : TileLayout.tiles(size).toList()) {
            MockHttpServletResponse got = get("/ledger/" + tile.format());
            assertThat(got.getContentAsByteArray()).as(tile.format()).isEqualTo(HashTile.build(tile, rebuilt()));
            assertThat(got.getContentType()).isEqualTo("application/octet-stream");
            assertThat(got.getHeader("Cache-Control")).contains("immutable").contains("public");
        }
        for (BundleAddress bundle : TileLayout.bundles(size).toList()) {
            MockHttpServletResponse got = get("/ledger/" + bundle.format());
            int first = (int) bundle.firstEntry();
            assertThat(got.getContentAsByteArray())
                    .as(bundle.format())
                    .isEqualTo(EntryBundle.format(records.subList(first, first + bundle.width())));
            assertThat(got.getHeader("Cache-Control")).contains("immutable").contains("private");
        }
    }

    @Test
    void nothing_beyond_the_published_checkpoint_is_there() throws Exception {
        append(300);
        checkpointer.checkpoint();
        append(400);
        for (String path : List.of(
                "tile/0/001",
                "tile/0/001.p/45",
                "tile/0/002",
                "tile/1/000",
                "tile/1/000.p/2",
                "tile/2/000.p/1",
                "tile/0/x999/x999/x999/x999/x999/999",
                "tile/entries/001",
                "tile/entries/001.p/45")) {
            assertThat(get("/ledger/" + path).getStatus()).as(path).isEqualTo(404);
        }
        assertThat(get("/api/ledger/proof?index=299").getStatus()).isEqualTo(200);
        assertThat(get("/api/ledger/proof?index=300").getStatus()).isEqualTo(404);
        assertThat(get("/api/ledger/proof?index=9000").getStatus()).isEqualTo(404);
        MockHttpServletResponse soon = get("/api/receipts/300");
        assertThat(soon.getStatus()).isEqualTo(503);
        assertThat(soon.getContentAsString()).contains("\"not-yet\"");
        assertThat(get("/api/receipts/9000").getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/000.p/",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/00/000.p/1",
                "tile/64/000",
                "tile/0/0",
                "tile/0/x000/000",
                "tile/0/x001",
                "tile/-1/000",
                "tile/0/000.p/1/",
                "tile/entries/000.p/x",
                "tile/entries/",
                "tile/0/0%300.p/1",
                "tile/0/..%2f000"
            })
    void a_path_that_is_not_a_tiles_is_not_found(String path) throws Exception {
        append(5);
        checkpointer.checkpoint();
        assertThat(get(MockMvcRequestBuilders.get(java.net.URI.create("/ledger/" + path)))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void entries_and_receipts_are_for_who_is_at_this_machine() throws Exception {
        append(3);
        checkpointer.checkpoint();
        for (String path : List.of("/ledger/tile/entries/000.p/3", "/api/receipts/1")) {
            assertThat(get(path).getStatus()).isEqualTo(200);
            MockHttpServletResponse refused =
                    get(MockMvcRequestBuilders.get(path).with(request -> {
                        request.setRemoteAddr("203.0.113.7");
                        return request;
                    }));
            assertThat(refused.getStatus()).as(path).isEqualTo(403);
            assertThat(refused.getContentAsString()).contains("\"loopback-only\"");
            assertThat(get(MockMvcRequestBuilders.get(path).header("X-Forwarded-For", "203.0.113.7"))
                            .getStatus())
                    .isEqualTo(403);
            assertThat(get(MockMvcRequestBuilders.get(path).with(request -> {
                                request.setServerName("rebound.example");
                                return request;
                            }))
                            .getStatus())
                    .isEqualTo(403);
        }
        for (String path : List.of("/ledger/checkpoint", "/ledger/tile/0/000.p/3", "/api/ledger/proof?index=1")) {
            assertThat(get(MockMvcRequestBuilders.get(path).with(request -> {
                                request.setRemoteAddr("203.0.113.7");
                                return request;
                            }))
                            .getStatus())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void without_a_checkpoint_nothing_is_shown() throws Exception {
        append(3);
        assertThat(get("/ledger/checkpoint").getStatus()).isEqualTo(503);
        assertThat(get("/ledger/tile/0/000.p/3").getStatus()).isEqualTo(404);
        assertThat(get("/api/ledger/proof?index=0").getStatus()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "01", "9223372036854775808", ""})
    void a_malformed_index_is_a_bad_request(String index) throws Exception {
        assertThat(get("/api/ledger/proof?index=" + index).getStatus()).isEqualTo(400);
    }

    @Test
    void a_receipt_is_enough_to_prove_the_record_to_somebody_who_has_the_key() throws Exception {
        append(700);
        checkpointer.checkpoint();
        JsonNode receipt = JsonMapper.shared().readTree(get("/api/receipts/433").getContentAsByteArray());
        assertThat(receipt.propertyNames()).containsExactly("index", "record", "leaf", "proof");
        byte[] record = Base64.getDecoder().decode(receipt.get("record").stringValue());
        assertThat(record).isEqualTo(records.get(433));
        assertThat(Hashes.leaf(record).hex()).isEqualTo(receipt.get("leaf").stringValue());
        TlogProof proof = TlogProof.parse(receipt.get("proof").stringValue().getBytes(StandardCharsets.UTF_8));
        assertThat(proof.verify(Hashes.leaf(record), policy()).index()).isEqualTo(433);
    }

    @Test
    void a_later_tree_is_shown_to_begin_with_an_earlier_one() throws Exception {
        append(300);
        checkpointer.checkpoint();
        append(400);
        checkpointer.checkpoint();
        MockHttpServletResponse answer = get("/api/ledger/consistency?from=300");
        assertThat(answer.getStatus()).isEqualTo(200);
        JsonNode shown = JsonMapper.shared().readTree(answer.getContentAsByteArray());
        assertThat(shown.propertyNames()).containsExactly("from", "to", "path");
        List<Hash> path = new ArrayList<>();
        shown.get("path").forEach(hash -> path.add(Hash.parseBase64(hash.stringValue())));
        new ConsistencyProof(300, 700, path)
                .verify(rebuilt().root(300), rebuilt().root(700));
        assertThat(get("/api/ledger/consistency?from=300&to=700").getContentAsString())
                .isEqualTo(answer.getContentAsString());
        assertThat(get("/api/ledger/consistency?from=7&to=7").getContentAsString())
                .isEqualTo("{\"from\":7,\"to\":7,\"path\":[]}");
    }

    @Test
    void what_has_no_proof_of_consistency_is_told_apart() throws Exception {
        assertThat(get("/api/ledger/consistency?from=1").getStatus()).isEqualTo(503);
        append(10);
        checkpointer.checkpoint();
        append(10);
        MockHttpServletResponse beyond = get("/api/ledger/consistency?from=5&to=11");
        assertThat(beyond.getStatus()).isEqualTo(404);
        assertThat(beyond.getContentAsString()).contains("\"unknown-size\"");
        for (String sizes : List.of("from=0&to=5", "from=6&to=5", "from=11")) {
            MockHttpServletResponse none = get("/api/ledger/consistency?" + sizes);
            assertThat(none.getStatus()).as(sizes).isEqualTo(400);
            assertThat(none.getContentAsString()).contains("\"no-such-proof\"");
        }
        for (String sizes : List.of("from=x", "from=01", "from=-1", "from=1&to=", "from=1&to=9223372036854775808")) {
            MockHttpServletResponse malformed = get("/api/ledger/consistency?" + sizes);
            assertThat(malformed.getStatus()).as(sizes).isEqualTo(400);
            assertThat(malformed.getContentAsString()).contains("\"malformed-size\"");
        }
    }

    @Test
    void every_proof_verifies_at_sizes_that_chance_picks() throws Exception {
        long seed = Long.getLong("dalil.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int rounds = Boolean.getBoolean("dalil.thorough") ? 60 : 12;
        for (int round = 0; round < rounds; round++) {
            append(1 + random.nextInt(300));
            checkpointer.checkpoint();
            for (int i = 0; i < 10; i++) {
                int index = random.nextInt(leaves.size());
                MockHttpServletResponse answer = get("/api/ledger/proof?index=" + index);
                TlogProof proof = TlogProof.parse(answer.getContentAsByteArray());
                assertThat(proof.index()).isEqualTo(index);
                assertThat(proof.verify(leaves.get(index), policy())
                                .checkpoint()
                                .checkpoint()
                                .size())
                        .as("seed " + seed)
                        .isEqualTo(leaves.size());
            }
        }
    }
}
