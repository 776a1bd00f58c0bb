package dalil.query.unit;

/** A row of which the table keeps versions. */
public sealed interface UnitRow
        permits CandidateRow,
                SourceRow,
                IncidentRow,
                ForceUseRow,
                CasualtyRow,
                InjuryRow,
                FigureRow,
                ReportRow,
                DatasetRow {

    /** The number of the unit, the same in all its versions. */
    long unit();
}
