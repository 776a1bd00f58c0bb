package dalil.app;

import dalil.command.CommandSideConfiguration;
import dalil.query.QuerySide;
import java.util.Map;

/** What a process serves of the register. Two that share a ledger stand behind a gateway, which tells writes from reads. */
enum Side {
    both,
    /** Writes, what is published of the log, imports, and the page on which a report is filed. */
    command,
    /** Records, timelines, tallies, figures, and the front page. */
    query;

    /** Whether the facts table is kept here. */
    static final String QUERIES = "dalil.queries";

    /** What is set for Spring so that the other side is left out. */
    Map<String, Object> properties() {
        return switch (this) {
            case both -> Map.of();
            case command -> Map.of("spring.autoconfigure.exclude", QuerySide.class.getName(), QUERIES, false);
            case query -> Map.of("spring.autoconfigure.exclude", CommandSideConfiguration.class.getName());
        };
    }
}
