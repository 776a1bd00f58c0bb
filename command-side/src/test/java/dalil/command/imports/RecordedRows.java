package dalil.command.imports;

import dalil.command.casualty.CasualtyCommand.RecordListedCasualty;
import dalil.command.dataset.DatasetCommand.ListDataset;
import dalil.command.dataset.ListedBefore;
import dalil.command.figure.FigureCommand.PublishListedFigure;
import dalil.command.imports.row.ImportedRow;
import dalil.command.incident.IncidentCommand.LinkListedIncident;
import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.command.source.SourceCommand.RegisterSource;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps what is sent, in memory. */
public final class RecordedRows implements RowSink {

    public final List<ImportedRow> rows = new ArrayList<>();
    public final Set<String> streams = ConcurrentHashMap.newKeySet();
    public final List<ListDataset> listings = new ArrayList<>();
    public @Nullable ListDataset listing;

    @Override
    public Outcome accept(ImportedRow row) {
        synchronized (rows) {
            rows.add(row);
        }
        boolean there = row.records().stream().anyMatch(streams::contains);
        row.commands().forEach(command -> streams.add(command.stream()));
        return there ? Outcome.UNCHANGED : Outcome.NEW;
    }

    @Override
    public long list(ListDataset now) {
        listing = now;
        listings.add(now);
        return 41 + listings.size();
    }

    @Override
    public ListedBefore listedBefore(String stream) {
        return listing == null
                ? ListedBefore.NOTHING
                : new ListedBefore(listing.asOf(), listing.version(), Set.copyOf(listing.ids()));
    }

    /** The incidents, in the order in which they arrived. */
    public List<ReportListedIncident> incidents() {
        return commands(ReportListedIncident.class);
    }

    public List<RecordListedCasualty> casualties() {
        return commands(RecordListedCasualty.class);
    }

    public List<PublishListedFigure> figures() {
        return commands(PublishListedFigure.class);
    }

    public List<LinkListedIncident> links() {
        return commands(LinkListedIncident.class);
    }

    public List<RegisterSource> sources() {
        return commands(RegisterSource.class);
    }

    /** The one incident there is. */
    public ReportListedIncident incident() {
        List<ReportListedIncident> all = incidents();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " incidents");
        }
        return all.get(0);
    }

    public Set<String> incidentStreams() {
        Set<String> ids = new TreeSet<>();
        incidents().forEach(incident -> ids.add(incident.stream()));
        return ids;
    }

    private <T> List<T> commands(Class<T> kind) {
        return rows.stream()
                .flatMap(row -> row.commands().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** What these claims say of an attribute. */
    public static List<ClaimValue> values(List<Claim> claims, String attribute) {
        return claims.stream()
                .filter(claim -> claim.attribute().equals(attribute))
                .map(Claim::value)
                .toList();
    }

    /** The same, as words. */
    public static List<String> words(List<Claim> claims, String attribute) {
        return values(claims, attribute).stream()
                .map(value -> value instanceof ClaimValue.Word word ? word.word() : value.toString())
                .toList();
    }
}
