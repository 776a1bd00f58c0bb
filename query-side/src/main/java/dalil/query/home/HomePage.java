package dalil.query.home;

import dalil.query.home.Holdings.Dataset;
import dalil.query.page.PlainPage;
import java.util.List;

/** The page as HTML. Every value is escaped, and the policy lets the page load nothing and run nothing. */
final class HomePage {

    private static final int DATASETS_SHOWN = 20;

    private static final String PAGE = """
            <h1>Dalil: <bdi>%1$s</bdi></h1>
            <p>A register of incidents and casualties. Every figure opens into the records behind it, every record into the people
            who said so, and nothing that was recorded can be changed unnoticed: a correction is a new fact beside the old one.</p>

            <div class="warn" role="note">
            <p><strong>Not for the data of real people yet.</strong> Names, testimony and contacts are stored apart but are not
            encrypted, cannot be erased for good, and there are no accounts or roles: whoever reaches this port reads everything.
            Keep it on this machine, with invented or already public data.</p>
            </div>

            <h2>What is in the register</h2>
            <table>
            <tr><th scope="row">Incidents</th><td class="n">%3$s</td></tr>
            <tr><th scope="row">Uses of force</th><td class="n">%4$s</td></tr>
            <tr><th scope="row">People harmed, reported</th><td class="n">%2$s</td></tr>
            <tr><th scope="row">Sources</th><td class="n">%5$s</td></tr>
            <tr><th scope="row">Last fact</th><td class="n">%6$s</td></tr>
            <tr><th scope="row">Recorded</th><td class="n">%7$s</td></tr>
            <tr><th scope="row">Days and hours of</th><td class="n">%8$s</td></tr>
            </table>
            %10$s
            <p>Events known to this register. Not an estimate; the true number may be higher.</p>

            <h2>Datasets</h2>
            %9$s

            <h2>Ask</h2>
            <ul>
            <li><a href="/api/timeline?limit=20">the first twenty entries of the timeline</a>, the same
            <a href="/api/timeline?format=csv">as a table (CSV)</a> or <a href="/api/timeline?format=geojson">as a map layer
            (GeoJSON)</a></li>
            <li><a href="/api/tallies?of=force-uses&amp;by=weapon">uses of force by weapon</a></li>
            <li><a href="/api/tallies?of=incidents&amp;by=day">incidents by day</a></li>
            <li><a href="/api/tallies?of=casualties&amp;by=outcome">people harmed, by the worst that became of them</a></li>
            <li><a href="/reconciliation">published totals, beside the people documented here</a></li>
            <li><a href="/api/vocabularies">the words in use</a>, in English, Russian and Kyrgyz</li>
            </ul>
            <p>Every answer names the last fact it reflects in the header <code>Dalil-Position</code>. Add <code>asOf=</code> with an
            index or an instant to read what the register said then, and <code>/history</code> to a record's address to see who
            changed what. All questions and their parameters: <a href="/swagger-ui.html">the list of all calls</a>
            (<a href="/api-docs">OpenAPI</a>).</p>

            <h2>File</h2>
            <p>Somebody to whom it happened, or who saw it, <a href="/report">tells what happened</a> on a small page in Kyrgyz,
            Russian or English. What is <a href="/api/reports">still to be worked up</a> waits for a documenter.</p>
            <p>First the source, then what it says. Each answer gives the id and the place in the ledger.</p>
            <pre>curl -sS localhost:%11$d/api/sources -H 'Content-Type: application/json' -d '
            {"type":"newspaper-write-up","connection":"reporter","name":"An invented paper","origin":"unknown"}'

            curl -sS localhost:%11$d/api/incidents -H 'Content-Type: application/json' -d '
            {"title":"Crowd dispersed near the square (invented)",
             "claims":[{"attribute":"time","value":{"date":"2020-10-05~"},
              "source":"&lt;id of the source&gt;","reported":"2020-10-06"}],
             "forceUses":[{"usedBy":"unknown","claims":[]}]}'</pre>
            <p>A file that somebody published is read with <code>dalil import --profile NAME FILE</code>, and
            <code>dalil audit</code> checks that nothing was altered.</p>

            <h2>What is not finished</h2>
            <ul>
            <li>No encryption of protected content, no erasure, no roles, no sign-in.</li>
            <li>No evidence files, no consent beyond what a report's teller said at first, no assistance, accountability or
            proceedings yet.</li>
            <li>No numbered public releases: nothing here is cleared for publication.</li>
            <li>The words in Russian and Kyrgyz say in their list whether a person has reviewed them.</li>
            </ul>
            """;

    private HomePage() {}

    /**
     * The page that says these holdings.
     *
     * @param port at which examples can be tried on this machine
     */
    static String of(Holdings holdings, int port) {
        return PlainPage.of("Dalil: " + holdings.caseName(), body(holdings, port));
    }

    private static String body(Holdings holdings, int port) {
        return PAGE.formatted(
                PlainPage.escaped(holdings.caseName()),
                holdings.casualties(),
                holdings.incidents(),
                holdings.forceUses(),
                holdings.sources(),
                holdings.last() < 0 ? "none" : "index " + holdings.last(),
                holdings.recorded() == null
                        ? "nothing"
                        : PlainPage.escaped(holdings.recorded().toString()),
                PlainPage.escaped(holdings.zone().getId()),
                datasets(holdings.datasets()),
                holdings.position() == holdings.last()
                        ? ""
                        : "<p>Still counting: up to index " + holdings.position() + ". These numbers will grow.</p>",
                port);
    }

    private static String datasets(List<Dataset> datasets) {
        if (datasets.isEmpty()) {
            return "<p>None imported.</p>";
        }
        StringBuilder list = new StringBuilder("<ul>\n");
        for (Dataset dataset : datasets.subList(0, Math.min(DATASETS_SHOWN, datasets.size()))) {
            list.append("<li><a href=\"/api/datasets/%s\"><bdi>%s</bdi></a>: %d records listed, as of %s</li>\n"
                    .formatted(
                            PlainPage.escaped(dataset.id()),
                            PlainPage.escaped(dataset.name()),
                            dataset.listed(),
                            PlainPage.escaped(dataset.asOf())));
        }
        int more = datasets.size() - DATASETS_SHOWN;
        return list + "</ul>" + (more > 0 ? "\n<p>And " + more + " more.</p>" : "");
    }
}
