package dalil.events;

import dalil.events.casualty.CasualtyFact;
import dalil.events.casualty.CasualtyFact.Injury;
import dalil.events.casualty.OutcomeFacts;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Answer;
import dalil.events.claim.ClaimValue.Count;
import dalil.events.claim.ClaimValue.Range;
import dalil.events.claim.ClaimValue.Text;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.claim.Occurred.Hours;
import dalil.events.claim.PersonName;
import dalil.events.claim.Place;
import dalil.events.claim.Place.Spot;
import dalil.events.dataset.DatasetFact;
import dalil.events.figure.Figure;
import dalil.events.figure.FigureFact;
import dalil.events.incident.IncidentFact;
import dalil.events.incident.IncidentFact.ForceUse;
import dalil.events.report.ReportFact;
import dalil.events.review.Confirmation;
import dalil.events.review.ExaminedEvidence;
import dalil.events.source.SourceFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One full example of every fact, invented. */
final class SampleFacts {

    private static final String INCIDENT = "6f1c2d3e-0000-4000-8000-000000000001";
    private static final String SOURCE = "6f1c2d3e-0000-4000-8000-000000000002";
    private static final String OTHER = "6f1c2d3e-0000-4000-8000-000000000003";
    private static final String FORCE = "6f1c2d3e-0000-4000-8000-000000000004";
    private static final String DATASET = "6f1c2d3e-0000-4000-8000-000000000005";
    private static final String CASUALTY = "6f1c2d3e-0000-4000-8000-000000000006";
    private static final String INJURY = "6f1c2d3e-0000-4000-8000-000000000007";
    private static final String FIGURE = "6f1c2d3e-0000-4000-8000-000000000008";
    private static final String REPORT = "6f1c2d3e-0000-8000-8000-000000000009";
    private static final Protected<String> OF_THE_REPORT = Protected.of("report/" + REPORT, "Ойдон — invented");
    private static final Protected<String> OF_THE_PERSON = Protected.of("casualty/" + CASUALTY, "Ойдон — invented");
    private static final Protected<String> OF_THE_FIGURE = Protected.of("figure/" + FIGURE, "Ойдон — invented");
    private static final Protected<String> REASON = Protected.of("incident/" + INCIDENT, "Ойдон чыгарылган — invented");

    static final List<Fact> ALL = List.of(
            new IncidentFact.Reported(
                    INCIDENT,
                    List.of(
                            claim("1", "title", new Word("Аянтта көз жашын агызуучу газ колдонулду")),
                            claim(
                                    "2",
                                    "narrative",
                                    new Text(Protected.of("source/" + SOURCE, "He said: \"ң ө ү\" 😀\n"))),
                            claim(
                                    "3",
                                    "time",
                                    new Occurred(
                                            "2020-10-05~",
                                            new Hours("20:00", "21:00", true),
                                            Protected.of("source/" + SOURCE, "around nine"))),
                            claim(
                                    "4",
                                    "place",
                                    new Place(
                                            List.of("KG", "Bishkek"),
                                            "vicinity",
                                            new Spot("Ala-Too Square", "42.8760", "74.6036"),
                                            null)),
                            claim(
                                    "5",
                                    "place",
                                    new Place(
                                            List.of("KG", "Bishkek"),
                                            "exact",
                                            null,
                                            Protected.of(
                                                    "source/" + SOURCE, new Spot("a yard", "42.87601", "74.60361")))),
                            claim("6", "kind", new Answer("unknown"))),
                    List.of(new ForceUse(FORCE, List.of(claim("7", "used-by", new Word("state-force")))))),
            new IncidentFact.ClaimAdded(null, claim("8", "label", new Word("tear-gas"))),
            new IncidentFact.ClaimAdded(FORCE, claim("9", "rounds", new Range(3, 5))),
            new IncidentFact.ClaimAdded(FORCE, claim("10", "medical-aid-delay-minutes", new Count(40))),
            new IncidentFact.ClaimAccepted("3", REASON),
            new IncidentFact.ClaimDisputed("3", OTHER, REASON),
            new IncidentFact.ClaimWithdrawn("3", DATASET, REASON),
            new IncidentFact.ClaimCorrected("3", new Occurred("2020-10-06", null, null), REASON),
            new IncidentFact.ForceUseRecorded(
                    new ForceUse(FORCE, List.of(claim("11", "weapon", new Word("kinetic-impact-projectile"))))),
            new IncidentFact.Linked("causes", "incident/" + OTHER, SOURCE),
            new IncidentFact.Reviewed(
                    "confirmed",
                    List.of("existence", "time-and-place"),
                    true,
                    List.of(SOURCE, OTHER),
                    true,
                    new ExaminedEvidence("visual", SOURCE),
                    new Confirmation("acknowledged-by-authority", OTHER),
                    REASON),
            new IncidentFact.Retracted(REASON),
            new SourceFact.Registered(
                    SOURCE,
                    "newspaper-write-up",
                    "reporter",
                    OTHER,
                    Protected.of("source/" + SOURCE, "Ойдон чыгарылган гезит"),
                    Protected.of("source/" + SOURCE, "https://example.invalid/1"),
                    "fairly-reliable",
                    DATASET),
            new SourceFact.Rated("reliable", Protected.of("source/" + SOURCE, "corrects its errors")),
            new SourceFact.OriginCorrected(SourceFact.ORIGIN_SELF, Protected.of("source/" + SOURCE, "was there")),
            new SourceFact.IndependenceStated(OTHER, "none-known", Protected.of("source/" + SOURCE, "different towns")),
            new DatasetFact.Listed(
                    DATASET,
                    "invented",
                    "2020-10-19",
                    "2020-10-19T10:00:00Z",
                    "2020pb",
                    "00".repeat(32),
                    List.of(new DatasetFact.ReadFile("11".repeat(32), 12)),
                    2,
                    1,
                    List.of(INCIDENT),
                    List.of(OTHER),
                    1,
                    1),
            new CasualtyFact.Recorded(
                    CASUALTY,
                    CasualtyFact.INDIVIDUAL,
                    INCIDENT,
                    List.of(
                            claim(
                                    "c1",
                                    "name",
                                    new ClaimValue.Name(Protected.of(
                                            "casualty/" + CASUALTY,
                                            new PersonName("Ойдон Чыгарылган", "Ойдон", "Чыгарылган", null, "Cyrl")))),
                            claim("c2", "age", new Range(30, 35))),
                    List.of(new Injury(INJURY, List.of(claim("c3", "body-region", new Word("eye-left")))))),
            new CasualtyFact.Recorded(
                    CASUALTY, CasualtyFact.GROUP, null, List.of(claim("c4", "persons", new Range(3, 5))), List.of()),
            new CasualtyFact.ClaimAdded(null, claim("c5", "sex", new Word("male"))),
            new CasualtyFact.ClaimAdded(INJURY, claim("c6", "weapon", new Word("kinetic-impact-projectile"))),
            outcome("injured"),
            outcome("sought-help"),
            outcome("treated-as-outpatient"),
            outcome("hospitalised"),
            outcome("in-intensive-care"),
            outcome("transferred"),
            outcome("discharged"),
            outcome("refused-admission"),
            outcome("turned-away"),
            outcome("left-against-advice"),
            outcome("did-not-seek-care"),
            outcome("under-guard"),
            outcome("detained"),
            outcome("missing"),
            outcome("found"),
            outcome("died"),
            new CasualtyFact.InjuryRecorded(
                    new Injury(INJURY, List.of(claim("c7", "severity", new Word("life-threatening"))))),
            new CasualtyFact.ClaimAccepted("c2", OF_THE_PERSON),
            new CasualtyFact.ClaimDisputed("c2", OTHER, OF_THE_PERSON),
            new CasualtyFact.ClaimWithdrawn("c2", DATASET, OF_THE_PERSON),
            new CasualtyFact.ClaimCorrected("c2", new Range(19, 19), OF_THE_PERSON),
            new CasualtyFact.Linked("harmed-by", "incident/" + INCIDENT, FORCE, SOURCE),
            new CasualtyFact.NamedOut(OTHER),
            new CasualtyFact.NamingOutWithdrawn(OTHER, OF_THE_PERSON),
            new CasualtyFact.MergedInto(OTHER, OF_THE_PERSON),
            new CasualtyFact.Unmerged(OF_THE_PERSON),
            new CasualtyFact.Reviewed(
                    "corroborated",
                    List.of("identity", "outcome"),
                    true,
                    List.of(SOURCE, OTHER),
                    true,
                    new ExaminedEvidence("medical", SOURCE),
                    null,
                    OF_THE_PERSON),
            new CasualtyFact.Retracted(OF_THE_PERSON),
            new FigureFact.Published(FIGURE, figure(590), DATASET),
            new FigureFact.Corrected(figure(686), null, OF_THE_FIGURE),
            new FigureFact.Retracted(OF_THE_FIGURE),
            new FigureFact.FollowedBy(OTHER),
            new FigureFact.WithdrawnByPublisher(SOURCE, "2020-10-07", Protected.of("source/" + SOURCE, "so")),
            new FigureFact.Disputed(OTHER, Protected.of("source/" + OTHER, "so")),
            new ReportFact.Taken(
                    REPORT,
                    "phone-call",
                    "ky",
                    "relative-of-victim",
                    OF_THE_REPORT,
                    List.of(
                            new ReportFact.Answered("danger-now", new Word("no")),
                            new ReportFact.Answered("care-now", new Answer("unknown")),
                            new ReportFact.Answered("where", new Text(OF_THE_REPORT)),
                            new ReportFact.Answered("hurt-persons", new Range(2, 3))),
                    new ReportFact.CallBack(
                            new Word("only-at-given-times"), OF_THE_REPORT, OF_THE_REPORT, OF_THE_REPORT),
                    new ReportFact.Consent(
                            true,
                            List.of(
                                    new ReportFact.ConsentAnswer("medical-and-aid", "testimony", "given"),
                                    new ReportFact.ConsentAnswer("national-investigator", "contact", "refused")))),
            new ReportFact.Taken(REPORT, "web-page", "unknown", null, OF_THE_REPORT, List.of(), null, null),
            new ReportFact.WorkedUp(REPORT, List.of("incident/" + INCIDENT, "casualty/" + CASUALTY)),
            new ReportFact.SetAside(OF_THE_REPORT),
            new CasualtyFact.CandidateNoted(OTHER, "0.934"),
            new CasualtyFact.CandidateDismissed(OTHER, OF_THE_PERSON),
            new IncidentFact.MergedInto(OTHER, REASON),
            new IncidentFact.Unmerged(REASON),
            new IncidentFact.CandidateNoted(OTHER, "0.934"),
            new IncidentFact.CandidateDismissed(OTHER, REASON),
            new FigureFact.Published(FIGURE, figure(590, List.of("PS", "Gaza Strip")), DATASET),
            new ReportFact.ConsentChanged(
                    "guardian",
                    true,
                    List.of(new ReportFact.ConsentAnswer("medical-and-aid", "testimony", "withdrawn")),
                    OF_THE_REPORT));

    private SampleFacts() {}

    private static CasualtyFact outcome(String code) {
        return OutcomeFacts.added(claim("o-" + code, "outcome", new Word(code)));
    }

    private static Figure figure(long number) {
        return figure(number, null);
    }

    private static Figure figure(long number, @Nullable List<String> place) {
        Protected<String> words = Protected.of("source/" + SOURCE, "so");
        return new Figure(
                SOURCE,
                SourceFact.ORIGIN_SELF,
                OTHER,
                "2020-10-06",
                new Occurred("2020-10-06", new Hours("08:00", "08:00", false), words),
                "sought-medical-help",
                words,
                "persons",
                "since-start",
                "all",
                words,
                new Figure.Includes("yes", "not-stated", "no"),
                "exactly",
                number,
                number,
                OTHER,
                words,
                place);
    }

    private static Claim claim(String id, String attribute, ClaimValue value) {
        @Nullable Occurred occurred = attribute.equals("kind") ? new Occurred("2020-10", null, null) : null;
        return new Claim(
                id, attribute, value, SOURCE, "2020-10-06", occurred, Protected.of("source/" + SOURCE, "so"), DATASET);
    }
}
