package dalil.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dalil.ledger.outside.OutsideHttp;
import dalil.ledger.witness.StrictWitness.Said;
import dalil.ledger.witness.WitnessAnswer.Contradicts;
import dalil.ledger.witness.WitnessAnswer.Cosigned;
import dalil.ledger.witness.WitnessAnswer.Holds;
import dalil.transparency.MalformedException;
import dalil.transparency.VerificationException;
import dalil.transparency.checkpoint.Checkpoint;
import dalil.transparency.checkpoint.SignedCheckpoint;
import dalil.transparency.note.Cosigner;
import dalil.transparency.note.NoteSigner;
import dalil.transparency.note.VerifierKey;
import dalil.transparency.policy.Policy;
import dalil.transparency.tree.Hash;
import dalil.transparency.tree.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The protocol, call by call, over the published log of Tessera; sizes, roots and signatures are theirs. */
class AddCheckpointTest {

    private static final VerifierKey LOG =
            VerifierKey.parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");
    private static final NoteSigner SIGNER = NoteSigner.parse(
            "PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg");
    private static final String FIVE = "gy5gl3aksFyiCO95a/1vLXz88A3dRq+0l9Sxte8ZqZQ=";
    private static final String FIFTEEN = "rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=";
    private static final List<Hash> FROM_5_TO_15 = Stream.of(
                    "zMKa4OAqd7D0V4wawXST15z0JiEEkprIBPkfxOesWvA=",
                    "yiM+eia4w1wsk/Ukx7kF56IQVkDW3MWUaUz/VtJu+yU=",
                    "nk9gCR+floFqznAPtqjjcnnV64dge2jQB95D5t164Hg=",
                    "zY1lN35vrXYAPixXSd59LsU29xUJtuW4o2dNNg5Y2Co=",
                    "5jLpqTgjsBDSEX6SgZiRnbTMdTuRd8bQ5tSsAOxe0Ks=")
            .map(Hash::parseBase64)
            .toList();

    private static SignedCheckpoint signed(long size, String root) {
        return SignedCheckpoint.sign(new Checkpoint(LOG.name(), size, Hash.parseBase64(root)), SIGNER);
    }

    private static AddCheckpoint request(long old, List<Hash> proof, SignedCheckpoint checkpoint) {
        return new AddCheckpoint(old, proof, checkpoint.format());
    }

    private static StrictWitness known() {
        byte[] seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) i;
        }
        StrictWitness witness =
                new StrictWitness(Cosigner.ofSeed("witness.example/w1", seed), () -> WitnessOverHttp.NOW);
        witness.trust(LOG);
        return witness;
    }

    private static Said said(StrictWitness witness, String request) {
        return witness.add(request.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(AddCheckpoint request) {
        return new String(request.format(), StandardCharsets.UTF_8);
    }

    @Test
    void a_request_is_written_as_the_standard_has_it() {
        String text = text(request(5, FROM_5_TO_15, signed(15, FIFTEEN)));
        assertThat(text).isEqualTo("""
                        old 5
                        zMKa4OAqd7D0V4wawXST15z0JiEEkprIBPkfxOesWvA=
                        yiM+eia4w1wsk/Ukx7kF56IQVkDW3MWUaUz/VtJu+yU=
                        nk9gCR+floFqznAPtqjjcnnV64dge2jQB95D5t164Hg=
                        zY1lN35vrXYAPixXSd59LsU29xUJtuW4o2dNNg5Y2Co=
                        5jLpqTgjsBDSEX6SgZiRnbTMdTuRd8bQ5tSsAOxe0Ks=

                        example.com/log/testdata
                        15
                        rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=

                        — example.com/log/testdata \
                        M9e0luh4jTG+UMBqOUo9/q+yAEvx1ilBEniMvjf1zfcBOhg+CKubMt53MvIt/uEWP6zdkdIQzd/fmwlM/dlPWF74ewI=
                        """);
        assertThatThrownBy(() -> request(0, FROM_5_TO_15, signed(15, FIFTEEN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request(5, java.util.Collections.nCopies(64, Hashes.empty()), signed(15, FIFTEEN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_known_witness_gives_the_known_line_and_the_client_takes_it() throws Exception {
        StrictWitness witness = known();
        SignedCheckpoint fifteen = signed(15, FIFTEEN);
        Said said = said(witness, text(request(0, List.of(), fifteen)));
        assertThat(said.status()).isEqualTo(200);
        assertThat(said.body())
                .isEqualTo(
                        "— witness.example/w1 "
                                + "519lMgAAAABkGFDLo0vvaVMnQBetpNUCKKILroiWxoSAyyV9iB/cgczFo9ONQdSuKdatX9+k2ggtjAKaVSHrTWaVvipK5HiRqnepAA==\n");
        try (WitnessOverHttp server = new WitnessOverHttp("w1")) {
            server.says(200, "text/plain", said.body());
            Policy policy =
                    Policy.parse(("witness w1 witness.example/w1+e75f6532+BAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4 "
                                    + server.address() + "\nquorum w1\n")
                            .getBytes(StandardCharsets.UTF_8));
            WitnessServer client = WitnessServer.of(policy, new OutsideHttp(Duration.ofSeconds(20)))
                    .get(0);
            Cosigned cosigned = (Cosigned) client.add(request(0, List.of(), fifteen), fifteen);
            assertThat(cosigned.line().format() + "\n").isEqualTo(said.body());
            assertThat(cosigned.at()).isEqualTo(Instant.ofEpochSecond(WitnessOverHttp.NOW));
            assertThat(server.asked())
                    .containsExactly("POST /a-log/add-checkpoint " + text(request(0, List.of(), fifteen)));
        }
    }

    @Test
    void the_strict_witness_refuses_with_each_status_of_the_standard() {
        StrictWitness witness = known();
        SignedCheckpoint five = signed(5, FIVE);
        SignedCheckpoint fifteen = signed(15, FIFTEEN);
        String good = text(request(0, List.of(), five));
        for (String malformed : List.of(
                "",
                "\n",
                good.replace("old 0", "old 00"),
                good.replace("old 0", "0"),
                good.replace("\n\n", "\n"),
                good.replace("old 0\n", "old 0\nnonsense\n"),
                good.replace("old 0", "old -1"),
                good.replace("old 0\n", "old 0\n" + (FIVE + "\n").repeat(64)))) {
            assertThat(said(witness, malformed).status()).as(malformed).isEqualTo(400);
        }
        assertThat(said(witness, text(request(6, List.of(), five))).status())
                .as("old above new")
                .isEqualTo(400);
        assertThat(said(witness, good.replace("5\n", "6\n")).status())
                .as("no valid signature")
                .isEqualTo(403);
        NoteSigner stranger = NoteSigner.ofSeed("other.example", new byte[32]);
        SignedCheckpoint other =
                SignedCheckpoint.sign(new Checkpoint("other.example", 5, Hash.parseBase64(FIVE)), stranger);
        assertThat(said(witness, text(request(0, List.of(), other))).status()).isEqualTo(404);
        assertThat(said(witness, good.replace("old 0\n", "old 0\n" + FIVE + "\n"))
                        .status())
                .as("nothing is proved from 0")
                .isEqualTo(422);
        assertThat(said(witness, text(request(0, List.of(), signed(0, FIVE)))).status())
                .as("the empty tree has one root")
                .isEqualTo(422);
        assertThat(said(witness, good).status()).isEqualTo(200);
        assertThat(said(witness, good)).as("not from 0 any more").isEqualTo(new Said(409, "text/x.tlog.size", "5\n"));
        assertThat(said(witness, text(request(5, List.of(), signed(5, FIFTEEN))))
                        .status())
                .as("one size, another root")
                .isEqualTo(422);
        assertThat(said(witness, text(request(5, FROM_5_TO_15.subList(1, 5), fifteen)))
                        .status())
                .isEqualTo(422);
        assertThat(witness.seen(LOG.name())).as("nothing refused was taken").isEqualTo(5);
        assertThat(said(witness, text(request(5, List.of(), five))).status())
                .as("again")
                .isEqualTo(200);
        assertThat(said(witness, text(request(5, FROM_5_TO_15, fifteen))).status())
                .isEqualTo(200);
        assertThat(witness.seen(LOG.name())).isEqualTo(15);
    }

    private static WitnessAnswer ask(WitnessOverHttp server, long old) throws IOException, InterruptedException {
        return ask(server, old, Duration.ofSeconds(20));
    }

    private static WitnessAnswer ask(WitnessOverHttp server, long old, Duration patience)
            throws IOException, InterruptedException {
        SignedCheckpoint fifteen = signed(15, FIFTEEN);
        return server.client(patience).add(request(old, old == 5 ? FROM_5_TO_15 : List.of(), fifteen), fifteen);
    }

    @Test
    void the_client_tells_every_status_from_every_other() throws Exception {
        try (WitnessOverHttp server = new WitnessOverHttp("w")) {
            server.says(409, "text/x.tlog.size", "7\n");
            assertThat(ask(server, 5)).isEqualTo(new Holds(7));
            server.says(422, "text/plain", "");
            assertThat(ask(server, 5)).isInstanceOf(Contradicts.class);
            server.says(409, "text/plain", "conflict");
            assertThat(ask(server, 15)).as("before version 1").isInstanceOf(Contradicts.class);
            server.says(409, "text/x.tlog.size", "15\n");
            assertThat(ask(server, 15)).isInstanceOf(Contradicts.class);
            for (int status : new int[] {400, 403, 404, 500, 201, 301}) {
                server.says(status, "text/plain", "");
                assertThatThrownBy(() -> ask(server, 5))
                        .as("status " + status)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("status " + status);
            }
            server.says(409, "text/plain", "7\n");
            assertThatThrownBy(() -> ask(server, 5)).hasMessage("status 409 without a text/x.tlog.size");
            for (String size : List.of("", "7", "07\n", "-1\n", "x\n", "7\n\n", "9223372036854775808\n")) {
                server.says(409, "text/x.tlog.size", size);
                assertThatThrownBy(() -> ask(server, 5)).as(size).isInstanceOf(MalformedException.class);
            }
            server.says(409, "text/x.tlog.size", "5\n");
            assertThatThrownBy(() -> ask(server, 5))
                    .isInstanceOf(VerificationException.class)
                    .hasMessage("it refuses size 5 and says it has that size");
        }
    }

    @Test
    void nothing_but_a_cosignature_of_this_text_by_the_known_key_is_taken() throws Exception {
        try (WitnessOverHttp server = new WitnessOverHttp("w");
                WitnessOverHttp other = new WitnessOverHttp("other")) {
            String text = signed(15, FIFTEEN).checkpoint().format();
            byte[] seed = new byte[32];
            seed[0] = (byte) "w".hashCode();
            Cosigner own = Cosigner.ofSeed("w.example", seed);
            String good = own.cosign(text, 7).format() + "\n";
            String stranger =
                    Cosigner.ofSeed("other.example", seed).cosign(text, 7).format() + "\n";
            assertThat(other.witness.key().name()).isEqualTo("other.example");

            server.says(200, "text/plain", stranger + good + good);
            assertThat(((Cosigned) ask(server, 5)).line().format() + "\n")
                    .as("lines of unknown keys are passed over")
                    .isEqualTo(good);
            server.says(200, "text/plain", stranger);
            assertThatThrownBy(() -> ask(server, 5)).hasMessage("no signature by a known key");
            server.says(
                    200,
                    "text/plain",
                    own.cosign(signed(5, FIVE).checkpoint().format(), 7).format() + "\n");
            assertThatThrownBy(() -> ask(server, 5))
                    .as("another size")
                    .isInstanceOf(VerificationException.class)
                    .hasMessageContaining("does not verify");
            for (String malformed : List.of(
                    "",
                    "\n",
                    good.strip(),
                    good + "\n",
                    "\n" + good,
                    "x\n" + good,
                    good + "x\n",
                    "x\n\n" + good,
                    good.repeat(101))) {
                server.says(200, "text/plain", malformed);
                assertThatThrownBy(() -> ask(server, 5)).as(malformed).isInstanceOf(MalformedException.class);
            }
            server.says(200, "text/plain", own.cosign(text, Long.MAX_VALUE).format() + "\n");
            assertThatThrownBy(() -> ask(server, 5)).hasMessageStartingWith("a cosignature of the year ");
        }
    }

    @Test
    void a_huge_body_an_endless_body_and_a_redirect_end_the_call() throws Exception {
        try (WitnessOverHttp server = new WitnessOverHttp("w");
                WitnessOverHttp elsewhere = new WitnessOverHttp("e")) {
            server.says(200, "text/plain", "x".repeat(1 << 17));
            assertThatThrownBy(() -> ask(server, 5)).hasMessageContaining("an answer of more than 65536 bytes");
            server.lies(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                try {
                    while (true) {
                        exchange.getResponseBody().write('x');
                        exchange.getResponseBody().flush();
                        Thread.sleep(50);
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThatThrownBy(() -> ask(server, 5, Duration.ofMillis(700)))
                    .hasMessage("no whole answer within 700 ms");
            server.lies(exchange -> {
                exchange.getResponseHeaders().set("Location", elsewhere.address() + "/add-checkpoint");
                WitnessOverHttp.send(exchange, 307, "text/plain", "");
            });
            assertThatThrownBy(() -> ask(server, 5)).hasMessage("status 307");
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void a_policy_names_whom_to_ask_and_where() {
        VerifierKey key = Cosigner.ofSeed("w.example", new byte[32]).verifierKey();
        for (String url :
                Arrays.asList("ftp://w.example/", "https://user:secret@w.example/", "https://w.example/?a=b", "x")) {
            Policy policy =
                    Policy.parse(("witness w " + key + " " + url + "\nquorum w\n").getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> WitnessServer.of(policy, new OutsideHttp(Duration.ofSeconds(1))))
                    .isInstanceOf(MalformedException.class)
                    .hasMessageStartingWith("witness w: ")
                    .hasMessageNotContaining("secret");
        }
        Policy silent = Policy.parse(("witness w " + key + "\nquorum w\n").getBytes(StandardCharsets.UTF_8));
        assertThat(WitnessServer.of(silent, new OutsideHttp(Duration.ofSeconds(1))))
                .isEmpty();
    }
}
