package dalil.app;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.app.RunningServer.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Published totals, as a documenter files them and a researcher sets them beside people. */
class FiguresOverHttpTest extends OverHttp {

    @Test
    void a_publisher_that_is_only_named_is_one_source_however_often() {
        String figure = "{\"publisher\":\"Министрлик (ойдон)\",\"published\":\"2020-10-06\",\"asOf\":\"2020-10-0%d\","
                + "\"measure\":\"dead\",\"period\":\"since-start\",\"population\":\"all\",\"value\":%d}";
        Answer first = server.post("/api/figures", figure.formatted(6, 0));
        Answer second = server.post("/api/figures", figure.formatted(7, 1));
        assertThat(first.body().get("indexes")).hasSize(2);
        assertThat(second.body().get("indexes")).hasSize(1);
        String publisher = server.get("/api/figures/" + first.id())
                .body()
                .at("/attributes/publisher/value")
                .asString();
        assertThat(server.get("/api/figures?publisher=" + publisher).body().get("figures"))
                .hasSize(2);
        Answer reconciled = server.get("/api/reconciliation?publisher=" + publisher);
        assertThat(reconciled.body().at("/series/0/figures")).hasSize(2);
        assertThat(server.get("/reconciliation").text()).contains("Министрлик (ойдон)");
    }

    @Test
    void a_tally_has_beside_it_what_was_published_of_the_same_and_says_why_nothing_else() {
        String figure = "{\"publisher\":\"Больница (ойдон)\",\"published\":\"2021-02-%02d\",\"asOf\":\"2021-02-%02d\","
                + "\"measure\":\"in-intensive-care\",\"period\":\"at-moment\",\"population\":\"all\",\"value\":%d}";
        String first = server.post("/api/figures", figure.formatted(3, 3, 4)).id();
        String publisher = server.get("/api/figures/" + first)
                .body()
                .at("/attributes/publisher/value")
                .asString();
        String withdrawn =
                server.post("/api/figures", figure.formatted(3, 3, 40)).id();
        server.post("/api/figures", figure.formatted(4, 4, 5));
        Answer gone = server.post(
                "/api/figures/" + withdrawn + "/withdrawal",
                "{\"source\":\"" + publisher + "\",\"quote\":\"Ката (ойдон)\"}");
        assertThat(gone.status()).as(gone.text()).isEqualTo(201);

        JsonNode tally = server.get(
                        "/api/tallies?of=casualties&outcome=in-intensive-care&count=persons-at&at=2021-02-03")
                .body();
        long reported = tally.at("/total/reported").asLong();
        assertThat(tally.at("/figures/comparable")).hasSize(1);
        assertThat(tally.at("/figures/comparable/0/figure/id").asString()).isEqualTo(first);
        assertThat(tally.at("/figures/comparable/0/gap/toReported").asLong()).isEqualTo(4 - reported);
        assertThat(why(tally, "in-intensive-care", "at-moment")).startsWith("not comparable: it is of another day");

        JsonNode worst = server.get("/api/tallies?of=casualties&outcome=in-intensive-care")
                .body();
        assertThat(worst.at("/figures/comparable")).isEmpty();
        assertThat(why(worst, "in-intensive-care", "at-moment"))
                .isEqualTo("not comparable: it is about a moment, which is asked for with count=persons-at&at=DAY");
        assertThat(server.get("/api/tallies?of=force-uses").body().at("/figures/notComparable"))
                .isEmpty();
    }

    @Test
    void a_figure_of_a_place_is_found_there_page_by_page_and_compared_with_no_other_place() {
        String figure = "{\"publisher\":\"Кеңсе (ойдон)\",\"published\":\"2021-03-01\",\"measure\":\"detained\","
                + "\"period\":\"since-start\",\"population\":\"all\",\"value\":%d,\"place\":%s}";
        String osh = server.post("/api/figures", figure.formatted(3, "[\"KG\",\"Ош\"]"))
                .id();
        String naryn = server.post("/api/figures", figure.formatted(4, "[\"KG\",\"Нарын\",\"\",\"Нарын\"]"))
                .id();
        server.post("/api/figures", figure.formatted(7, "null"));
        server.post("/api/figures", figure.formatted(1, "[\"KG\",\"\"]")).isRefused("/place", "missing");

        assertThat(server.get("/api/figures/" + osh)
                        .body()
                        .at("/attributes/place/value/1")
                        .asString())
                .isEqualTo("Ош");
        assertThat(ids("/api/figures?measure=detained&place=Нарын")).containsExactly(naryn);
        assertThat(ids("/api/figures?measure=detained&place=KG/Ош")).containsExactly(osh);
        assertThat(ids("/api/figures?measure=detained&place=KG")).containsExactly(osh, naryn);
        assertThat(ids("/api/figures?measure=detained&place=not-stated")).hasSize(1);

        JsonNode first = server.get("/api/figures?measure=detained&limit=2").body();
        assertThat(first.get("figures")).hasSize(2);
        JsonNode second = server.get("/api/figures?measure=detained&limit=2&cursor="
                        + first.get("next").asString())
                .body();
        assertThat(second.get("figures")).hasSize(1);
        assertThat(second.has("next")).isFalse();
        assertThat(server.get("/api/figures?limit=0").code()).isEqualTo("bad-number");
        assertThat(server.get("/api/figures?cursor=x").code()).isEqualTo("bad-cursor");

        String tally = "/api/tallies?of=casualties&outcome=detained&count=persons-ever";
        assertThat(server.get(tally)
                        .body()
                        .at("/figures/comparable/0/figure/least")
                        .asLong())
                .isEqualTo(7);
        JsonNode there = server.get(encoded(tally + "&place=KG/Ош")).body();
        assertThat(there.at("/figures/comparable")).hasSize(1);
        assertThat(there.at("/figures/comparable/0/figure/id").asString()).isEqualTo(osh);
        assertThat(there.at("/figures/notComparable").toString())
                .contains("not comparable: place: it is about KG/Нарын//Нарын")
                .contains("not comparable: place: it states none");
    }

    private static String encoded(String address) {
        return address.replace("Нарын", "%D0%9D%D0%B0%D1%80%D1%8B%D0%BD").replace("Ош", "%D0%9E%D1%88");
    }

    private List<String> ids(String list) {
        List<String> ids = new ArrayList<>();
        server.get(encoded(list))
                .body()
                .get("figures")
                .forEach(figure -> ids.add(figure.get("id").asString()));
        return ids;
    }

    private static String why(JsonNode tally, String measure, String period) {
        for (JsonNode apart : tally.at("/figures/notComparable")) {
            if (apart.get("measure").asString().equals(measure)
                    && apart.get("period").asString().equals(period)) {
                return apart.get("why").asString();
            }
        }
        return "no such figures";
    }
}
