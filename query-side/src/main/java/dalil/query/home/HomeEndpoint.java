package dalil.query.home;

import dalil.events.FactMapper;
import dalil.ledger.Ledger;
import dalil.query.home.Census.Count;
import dalil.query.home.UnitCounts.Counted;
import dalil.query.page.PlainPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page at the root. */
@RestController
public class HomeEndpoint {

    private static final int FACTS_COUNTED_FOR_ONE_READER = 20_000;

    private static final Counted NOT_YET = new Counted(0, 0, 0, -1);

    private final Ledger ledger;
    private final UnitCounts units;
    private final Census census;

    public HomeEndpoint(Ledger ledger, FactMapper mapper, UnitCounts units) {
        this.ledger = ledger;
        this.units = units;
        this.census = new Census(ledger, mapper, FACTS_COUNTED_FOR_ONE_READER);
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String home(HttpServletRequest request, HttpServletResponse response) {
        PlainPage.protect(response);
        return HomePage.of(holdings(), request.getLocalPort());
    }

    private Holdings holdings() {
        Counted counted = units.count().orElse(NOT_YET);
        Count more = census.count();
        long last = Math.max(more.size() - 1, counted.position());
        return new Holdings(
                ledger.ledgerCase().name(),
                ledger.ledgerCase().zone(),
                counted.incidents(),
                counted.forceUses(),
                counted.casualties(),
                more.sources(),
                Math.min(counted.position(), more.position()),
                last,
                last < 0 ? null : ledger.read(last, 1).get(0).recorded(),
                more.datasets());
    }
}
