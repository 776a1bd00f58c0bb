package dalil.events;

import dalil.events.casualty.CasualtyFact;
import dalil.events.dataset.DatasetFact;
import dalil.events.figure.FigureFact;
import dalil.events.incident.IncidentFact;
import dalil.events.report.ReportFact;
import dalil.events.source.SourceFact;
import java.util.ArrayList;
import java.util.List;

/** Every fact of the register. */
public final class Facts {

    /** The catalogue of all of them. */
    public static final FactCatalogue CATALOGUE = FactCatalogue.of(all());

    private Facts() {}

    private static List<FactType> all() {
        List<FactType> types = new ArrayList<>();
        types.addAll(IncidentFact.TYPES);
        types.addAll(SourceFact.TYPES);
        types.addAll(DatasetFact.TYPES);
        types.addAll(CasualtyFact.TYPES);
        types.addAll(FigureFact.TYPES);
        types.addAll(ReportFact.TYPES);
        return List.copyOf(types);
    }
}
