package dalil.query.home;

import dalil.ledger.Ledger;
import dalil.query.facts.FactsTable;
import dalil.query.home.Census.Count;
import dalil.query.home.UnitCounts.Counted;
import dalil.query.page.PlainPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page at the root. */
@RestController
public class HomeEndpoint {

    private static final Counted NOT_YET = new Counted(0, 0, 0, -1);
    private static final Count NONE = new Count(0, List.of());

    private final Ledger ledger;
    private final UnitCounts units;
    private final Census census;

    public HomeEndpoint(Ledger ledger, FactsTable table, UnitCounts units) {
        this.ledger = ledger;
        this.units = units;
        this.census = new Census(table);
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String home(HttpServletRequest request, HttpServletResponse response) {
        PlainPage.protect(response);
        return HomePage.of(holdings(), request.getLocalPort());
    }

    private Holdings holdings() {
        Counted counted = units.count().orElse(NOT_YET);
        Count more = counted.position() < 0 ? NONE : census.count(counted.position());
        long last = Math.max(ledger.size() - 1, counted.position());
        return new Holdings(
                ledger.ledgerCase().name(),
                ledger.ledgerCase().zone(),
                counted.incidents(),
                counted.forceUses(),
                counted.casualties(),
                more.sources(),
                counted.position(),
                last,
                last < 0 ? null : ledger.read(last, 1).get(0).recorded(),
                more.datasets());
    }
}
