package dalil.command.incident;

import static dalil.command.incident.IncidentFixture.AIGUL;
import static dalil.command.incident.IncidentFixture.DATASET;
import static dalil.command.incident.IncidentFixture.ID;
import static dalil.command.incident.IncidentFixture.NEW;
import static dalil.command.incident.IncidentFixture.STREAM;
import static dalil.command.incident.IncidentFixture.claim;
import static dalil.command.incident.IncidentFixture.listed;
import static dalil.command.incident.IncidentFixture.reason;
import static dalil.command.incident.IncidentFixture.refusal;
import static dalil.command.incident.IncidentFixture.reported;

import dalil.command.incident.IncidentCommand.ReportListedIncident;
import dalil.command.record.RecordCommand;
import dalil.command.record.RecordCommand.AddClaim;
import dalil.command.record.RecordCommand.DismissCandidate;
import dalil.command.record.RecordCommand.MergeRecord;
import dalil.command.record.RecordCommand.NoteCandidate;
import dalil.command.record.RecordCommand.UnmergeRecord;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.incident.IncidentFact;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class MergeIncidentTest {

    private static final String OTHER = "6f1c2d3e-0000-4000-8000-000000000009";
    private static final String UNKNOWN = "6f1c2d3e-0000-4000-8000-0000000000ff";
    private static final IncidentFact.MergedInto MERGED = new IncidentFact.MergedInto(OTHER, reason("one incident"));
    private static final IncidentFact.CandidateNoted NOTED = new IncidentFact.CandidateNoted(OTHER, "0.934");
    private static final IncidentFact.CandidateDismissed DISMISSED =
            new IncidentFact.CandidateDismissed(OTHER, reason("two incidents"));
    private static final IncidentFact.Retracted RETRACTED = new IncidentFact.Retracted(reason("invented"));

    private static TestExecutor<Incident> after(IncidentFact... facts) {
        List<Object> given = new ArrayList<>(List.of(reported()));
        given.addAll(List.of(facts));
        return new IncidentFixture()
                .knowing("incident/" + OTHER)
                .knowing(STREAM)
                .axon()
                .given(given);
    }

    private static void refused(TestExecutor<Incident> incident, RecordCommand command, String code) {
        incident.when(command, AIGUL).expectException(refusal(code));
    }

    @Test
    void a_merger_is_one_fact_and_so_is_its_undoing() {
        after().when(new MergeRecord(STREAM, null, OTHER, "one incident"), AIGUL)
                .expectEvents(MERGED);
        after(MERGED)
                .when(new UnmergeRecord(STREAM, null, "two incidents"), AIGUL)
                .expectEvents(new IncidentFact.Unmerged(reason("two incidents")));
        after(MERGED, new IncidentFact.Unmerged(reason("two incidents")))
                .when(new MergeRecord(STREAM, null, OTHER, "one incident"), AIGUL)
                .expectEvents(MERGED);
    }

    @Test
    void a_merger_that_cannot_be_is_refused() {
        refused(after(), new MergeRecord(STREAM, null, ID, "why"), "links-to-itself");
        refused(after(), new MergeRecord(STREAM, null, UNKNOWN, "why"), "unknown-id");
        refused(after(), new MergeRecord(STREAM, null, "x", "why"), "malformed");
        refused(after(), new MergeRecord(STREAM, null, OTHER, ""), "missing");
        refused(after(MERGED), new MergeRecord(STREAM, null, OTHER, "again"), "merged");
        refused(after(RETRACTED), new MergeRecord(STREAM, null, OTHER, "why"), "retracted");
        refused(after(), new UnmergeRecord(STREAM, null, "why"), "not-merged");
    }

    @Test
    void a_retracted_record_can_still_be_taken_out_again() {
        after(MERGED, RETRACTED)
                .when(new UnmergeRecord(STREAM, null, "two incidents"), AIGUL)
                .expectEvents(new IncidentFact.Unmerged(reason("two incidents")));
    }

    @Test
    void that_two_records_may_be_one_incident_is_noted_and_decided() {
        after().when(new NoteCandidate(STREAM, OTHER, "0.934"), AIGUL).expectEvents(NOTED);
        after().when(new NoteCandidate(STREAM, OTHER, null), AIGUL)
                .expectEvents(new IncidentFact.CandidateNoted(OTHER, null));
        after(NOTED)
                .when(new DismissCandidate(STREAM, OTHER, "two incidents"), AIGUL)
                .expectEvents(DISMISSED);
        after(NOTED, DISMISSED)
                .when(new NoteCandidate(STREAM, OTHER, "0.934"), AIGUL)
                .expectEvents(NOTED);
    }

    @Test
    void a_candidate_that_cannot_be_is_refused() {
        refused(after(), new NoteCandidate(STREAM, ID, null), "links-to-itself");
        refused(after(), new NoteCandidate(STREAM, UNKNOWN, null), "unknown-id");
        refused(after(), new NoteCandidate(STREAM, OTHER, "1.2"), "wrong-form");
        refused(after(NOTED), new NoteCandidate(STREAM, OTHER, null), "changes-nothing");
        refused(after(RETRACTED), new NoteCandidate(STREAM, OTHER, null), "retracted");
        refused(after(), new DismissCandidate(STREAM, OTHER, "why"), "unknown-id");
        refused(after(NOTED, DISMISSED), new DismissCandidate(STREAM, OTHER, "again"), "unknown-id");
    }

    @Test
    void facts_after_a_merger_go_to_their_own_record() {
        Claim more = claim(NEW, "role", new Word("journalist"));
        after(MERGED)
                .when(new AddClaim(STREAM, null, more), AIGUL)
                .expectEvents(new IncidentFact.ClaimAdded(null, more));
    }

    @Test
    void what_a_dataset_lists_about_a_merged_record_goes_to_that_record() {
        Claim label = listed(NEW, "label", "tear-gas");
        after(MERGED)
                .when(new ReportListedIncident(STREAM, DATASET, List.of(label), List.of(), false), AIGUL)
                .expectEvents(new IncidentFact.ClaimAdded(null, label));
    }
}
