package dalil.command.casualty;

import static org.assertj.core.api.Assertions.assertThat;

import dalil.command.Actor;
import dalil.command.KnownRecords;
import dalil.command.casualty.CasualtyCommand.LinkCasualty;
import dalil.command.casualty.CasualtyCommand.NameOutOfGroup;
import dalil.command.casualty.CasualtyCommand.RecordCasualty;
import dalil.command.casualty.CasualtyCommand.RecordInjury;
import dalil.command.casualty.CasualtyCommand.RecordListedCasualty;
import dalil.command.casualty.CasualtyCommand.WithdrawNamingOut;
import dalil.command.record.Origins;
import dalil.command.record.RecordCommand.AddClaim;
import dalil.command.record.RecordCommand.DismissCandidate;
import dalil.command.record.RecordCommand.MergeRecord;
import dalil.command.record.RecordCommand.NoteCandidate;
import dalil.command.record.RecordCommand.RetractRecord;
import dalil.command.record.RecordCommand.ReviewRecord;
import dalil.command.record.RecordCommand.UnmergeRecord;
import dalil.command.record.StatedOrigins;
import dalil.command.rule.Refusal;
import dalil.events.Protected;
import dalil.events.casualty.CasualtyFact;
import dalil.events.casualty.CasualtyFact.Injury;
import dalil.events.casualty.OutcomeFacts;
import dalil.events.claim.Claim;
import dalil.events.claim.ClaimValue;
import dalil.events.claim.ClaimValue.Range;
import dalil.events.claim.ClaimValue.Word;
import dalil.events.claim.Occurred;
import dalil.events.claim.PersonName;
import dalil.events.vocabulary.Vocabularies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

class CasualtyTest {

    private static final String ID = "6f1c2d3e-0000-4000-8000-0000000000c1";
    private static final String STREAM = "casualty/" + ID;
    private static final String OTHER = "6f1c2d3e-0000-4000-8000-0000000000c2";
    private static final String INCIDENT = "6f1c2d3e-0000-4000-8000-000000000001";
    private static final String SOURCE = "6f1c2d3e-0000-4000-8000-000000000002";
    private static final String DATASET = "6f1c2d3e-0000-4000-8000-000000000005";
    private static final String INJURY = "6f1c2d3e-0000-4000-8000-0000000000d1";
    private static final String FIRST = "00000000-0000-4000-8000-0000000000a1";
    private static final String NEW = "00000000-0000-4000-8000-0000000000b1";
    private static final Map<String, String> AIGUL = Map.of(Actor.META_ACTOR, "Айгүл");
    private static final Map<String, String> BAKYT = Map.of(Actor.META_ACTOR, "Бакыт");

    private final AggregateTestFixture<Casualty> axon = fixture("witness-testimony");

    private static AggregateTestFixture<Casualty> fixture(String sourceType) {
        AggregateTestFixture<Casualty> fixture = new AggregateTestFixture<>(Casualty.class);
        KnownRecords known = Set.of("source/" + SOURCE, "incident/" + INCIDENT, "casualty/" + OTHER)::contains;
        Origins origins = new StatedOrigins(Optional.empty(), List.of(sourceType));
        fixture.registerInjectableResource(known);
        fixture.registerInjectableResource(origins);
        return fixture;
    }

    private static Claim claim(String id, String attribute, ClaimValue value) {
        return new Claim(id, attribute, value, SOURCE, "2020-10-06", null, null, null);
    }

    private static Claim injured() {
        return claim(FIRST, "outcome", new Word("injured"));
    }

    private static CasualtyFact.Recorded person() {
        return new CasualtyFact.Recorded(ID, "individual", INCIDENT, List.of(injured()), List.of());
    }

    private static CasualtyFact.Recorded group(long least, long greatest) {
        return new CasualtyFact.Recorded(
                ID, "group", INCIDENT, List.of(claim(FIRST, "persons", new Range(least, greatest))), List.of());
    }

    private static Protected<String> reason(String text) {
        return Protected.of(STREAM, text);
    }

    private static Matcher<Refusal> code(String code) {
        return new CustomTypeSafeMatcher<>("refused as " + code) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.code().equals(code);
            }
        };
    }

    private static void refused(ResultValidator<Casualty> result, String code) {
        result.expectNoEvents().expectException(code(code));
    }

    @Test
    void records_a_person_with_an_injury() {
        Injury injury = new Injury(INJURY, List.of(claim(NEW, "body-region", new Word("eye-left"))));
        axon.givenNoPriorActivity()
                .when(new RecordCasualty(STREAM, "individual", INCIDENT, List.of(injured()), List.of(injury)), AIGUL)
                .expectEvents(
                        new CasualtyFact.Recorded(ID, "individual", INCIDENT, List.of(injured()), List.of(injury)));
    }

    @Test
    void every_outcome_of_the_list_is_a_fact_of_its_own() {
        List<String> told = Vocabularies.find("outcome").orElseThrow().terms().stream()
                .map(term -> OutcomeFacts.added(claim(NEW, "outcome", new Word(term.code())))
                        .getClass()
                        .getSimpleName())
                .toList();
        assertThat(told).doesNotHaveDuplicates().doesNotContain("ClaimAdded").hasSize(16);
        assertThat(OutcomeFacts.codes())
                .containsExactlyInAnyOrderElementsOf(Vocabularies.find("outcome").orElseThrow().terms().stream()
                        .map(term -> term.code())
                        .toList());
    }

    @Test
    void follows_the_patient_by_facts_that_keep_the_claim() {
        Claim died = new Claim(
                NEW,
                "outcome",
                new Word("died"),
                SOURCE,
                "2020-10-06",
                new Occurred("2020-10-05/2020-10-06", null, null),
                null,
                null);
        axon.given(person()).when(new AddClaim(STREAM, null, died), AIGUL).expectEvents(new CasualtyFact.Died(died));
    }

    @Test
    void an_unknown_outcome_is_a_claim_like_any_other() {
        Claim unknown = claim(NEW, "outcome", new ClaimValue.Answer("unknown"));
        axon.given(person())
                .when(new AddClaim(STREAM, null, unknown), AIGUL)
                .expectEvents(new CasualtyFact.ClaimAdded(null, unknown));
    }

    @Test
    void a_group_says_how_many_and_has_no_age() {
        refused(
                axon.givenNoPriorActivity()
                        .when(new RecordCasualty(STREAM, "group", INCIDENT, List.of(injured()), List.of()), AIGUL),
                "missing-persons");
        refused(
                axon.given(group(3, 5)).when(new AddClaim(STREAM, null, claim(NEW, "age", new Range(19, 19))), AIGUL),
                "of-one-person");
        refused(
                axon.given(person()).when(new AddClaim(STREAM, null, claim(NEW, "persons", new Range(2, 2))), AIGUL),
                "of-a-group");
    }

    @Test
    void a_total_of_an_authority_is_a_figure_and_no_group() {
        AggregateTestFixture<Casualty> official = fixture("press-release-of-government");
        refused(
                official.givenNoPriorActivity()
                        .when(
                                new RecordCasualty(
                                        STREAM,
                                        "group",
                                        INCIDENT,
                                        List.of(claim(FIRST, "persons", new Range(590, 590))),
                                        List.of()),
                                AIGUL),
                "is-a-figure");
        refused(
                official.given(group(3, 5))
                        .when(new AddClaim(STREAM, null, claim(NEW, "persons", new Range(7, 7))), AIGUL),
                "is-a-figure");
    }

    @Test
    void people_are_named_out_of_a_group_and_back() {
        axon.given(group(3, 5))
                .when(new NameOutOfGroup(STREAM, OTHER), AIGUL)
                .expectEvents(new CasualtyFact.NamedOut(OTHER));
        refused(axon.given(person()).when(new NameOutOfGroup(STREAM, OTHER), AIGUL), "not-a-group");
        refused(
                axon.given(group(3, 5), new CasualtyFact.NamedOut(OTHER))
                        .when(new NameOutOfGroup(STREAM, OTHER), AIGUL),
                "changes-nothing");
        axon.given(group(3, 5), new CasualtyFact.NamedOut(OTHER))
                .when(new WithdrawNamingOut(STREAM, null, OTHER, "another person"), AIGUL)
                .expectEvents(new CasualtyFact.NamingOutWithdrawn(OTHER, reason("another person")));
    }

    @Test
    void a_merge_is_one_fact_and_so_is_its_undoing() {
        CasualtyFact.MergedInto merged = new CasualtyFact.MergedInto(OTHER, reason("same person"));
        axon.given(person())
                .when(new MergeRecord(STREAM, null, OTHER, "same person"), AIGUL)
                .expectEvents(merged);
        refused(axon.given(person(), merged).when(new MergeRecord(STREAM, null, OTHER, "again"), AIGUL), "merged");
        axon.given(person(), merged)
                .when(new UnmergeRecord(STREAM, null, "two people"), AIGUL)
                .expectEvents(new CasualtyFact.Unmerged(reason("two people")));
        refused(axon.given(person()).when(new UnmergeRecord(STREAM, null, "why"), AIGUL), "not-merged");
        refused(axon.given(person()).when(new MergeRecord(STREAM, null, ID, "why"), AIGUL), "links-to-itself");
        refused(axon.given(group(2, 2)).when(new MergeRecord(STREAM, null, OTHER, "why"), AIGUL), "not-one-person");
    }

    @Test
    void that_two_records_may_be_one_person_is_noted_and_decided() {
        CasualtyFact.CandidateNoted noted = new CasualtyFact.CandidateNoted(OTHER, "0.934");
        axon.given(person())
                .when(new NoteCandidate(STREAM, OTHER, "0.934"), AIGUL)
                .expectEvents(noted);
        axon.given(person())
                .when(new NoteCandidate(STREAM, OTHER, null), AIGUL)
                .expectEvents(new CasualtyFact.CandidateNoted(OTHER, null));
        refused(axon.given(person(), noted).when(new NoteCandidate(STREAM, OTHER, null), AIGUL), "changes-nothing");
        refused(axon.given(person()).when(new NoteCandidate(STREAM, ID, null), AIGUL), "links-to-itself");
        refused(axon.given(person()).when(new NoteCandidate(STREAM, OTHER, "1.2"), AIGUL), "wrong-form");
        refused(axon.given(group(2, 2)).when(new NoteCandidate(STREAM, OTHER, null), AIGUL), "not-one-person");
        CasualtyFact.CandidateDismissed dismissed = new CasualtyFact.CandidateDismissed(OTHER, reason("two people"));
        axon.given(person(), noted)
                .when(new DismissCandidate(STREAM, OTHER, "two people"), AIGUL)
                .expectEvents(dismissed);
        refused(
                axon.given(person(), noted, dismissed).when(new DismissCandidate(STREAM, OTHER, "again"), AIGUL),
                "unknown-id");
        axon.given(person(), noted, dismissed)
                .when(new NoteCandidate(STREAM, OTHER, null), AIGUL)
                .expectEvents(new CasualtyFact.CandidateNoted(OTHER, null));
    }

    @Test
    void facts_after_a_merge_go_to_their_own_record() {
        Claim more = claim(NEW, "sex", new Word("female"));
        axon.given(person(), new CasualtyFact.MergedInto(OTHER, reason("same person")))
                .when(new AddClaim(STREAM, null, more), AIGUL)
                .expectEvents(new CasualtyFact.ClaimAdded(null, more));
    }

    @Test
    void what_a_dataset_lists_about_a_merged_record_goes_to_that_record() {
        Claim now = new Claim(NEW, "outcome", new Word("died"), SOURCE, "2020-10-07", null, null, DATASET);
        axon.given(person(), new CasualtyFact.MergedInto(OTHER, reason("same person")))
                .when(
                        new RecordListedCasualty(
                                STREAM, DATASET, "individual", INCIDENT, List.of(now), List.of(), false),
                        AIGUL)
                .expectEvents(new CasualtyFact.Died(now));
    }

    @Test
    void injuries_are_parts_with_claims_of_their_own() {
        Injury injury = new Injury(INJURY, List.of(claim(NEW, "severity", new Word("severe"))));
        axon.given(person())
                .when(new RecordInjury(STREAM, injury), AIGUL)
                .expectEvents(new CasualtyFact.InjuryRecorded(injury));
        String more = "00000000-0000-4000-8000-0000000000b2";
        Claim weapon = claim(more, "weapon", new Word("kinetic-impact-projectile"));
        axon.given(person(), new CasualtyFact.InjuryRecorded(injury))
                .when(new AddClaim(STREAM, INJURY, weapon), AIGUL)
                .expectEvents(new CasualtyFact.ClaimAdded(INJURY, weapon));
        refused(axon.given(person()).when(new AddClaim(STREAM, INJURY, weapon), AIGUL), "unknown-id");
    }

    @Test
    void a_use_of_force_is_linked_only_by_a_source() {
        String to = "incident/" + INCIDENT;
        refused(
                axon.given(person()).when(new LinkCasualty(STREAM, "harmed-by", to, INJURY, null), AIGUL),
                "missing-source");
        axon.given(person())
                .when(new LinkCasualty(STREAM, "harmed-by", to, INJURY, SOURCE), AIGUL)
                .expectEvents(new CasualtyFact.Linked("harmed-by", to, INJURY, SOURCE));
    }

    @Test
    void a_name_is_protected_under_the_person() {
        ClaimValue.Name name = new ClaimValue.Name(
                Protected.of(STREAM, new PersonName("Ойдон Чыгарылган", "Ойдон", "Чыгарылган", null, "Cyrl")));
        Claim claim = claim(NEW, "name", name);
        axon.given(person())
                .when(new AddClaim(STREAM, null, claim), AIGUL)
                .expectEvents(new CasualtyFact.ClaimAdded(null, claim));
        assertThat(claim.toString()).doesNotContain("Ойдон");
    }

    @Test
    void the_reviewer_is_not_the_recorder() {
        Claim more = claim(NEW, "sex", new Word("female"));
        ReviewRecord review = new ReviewRecord(
                STREAM, "insufficient", List.of("outcome"), true, List.of(), null, null, "could not tell");
        refused(
                axon.given(person())
                        .andGiven(new GenericEventMessage<>(new CasualtyFact.ClaimAdded(null, more), AIGUL))
                        .when(review, AIGUL),
                "reviewer-is-the-recorder");
        axon.given(person())
                .andGiven(new GenericEventMessage<>(new CasualtyFact.ClaimAdded(null, more), AIGUL))
                .when(review, BAKYT)
                .expectEvents(new CasualtyFact.Reviewed(
                        "insufficient",
                        List.of("outcome"),
                        true,
                        List.of(),
                        false,
                        null,
                        null,
                        reason("could not tell")));
    }

    @Test
    void nothing_more_on_a_retracted_casualty() {
        axon.given(person())
                .when(new RetractRecord(STREAM, null, "invented"), AIGUL)
                .expectEvents(new CasualtyFact.Retracted(reason("invented")));
        refused(
                axon.given(person(), new CasualtyFact.Retracted(reason("invented")))
                        .when(new AddClaim(STREAM, null, claim(NEW, "sex", new Word("male"))), AIGUL),
                "retracted");
    }

    @Test
    void what_a_dataset_no_longer_says_is_withdrawn_and_what_it_says_again_is_nothing() {
        Claim listed = new Claim(FIRST, "outcome", new Word("hospitalised"), SOURCE, "2020-10-06", null, null, DATASET);
        Claim now = new Claim(NEW, "outcome", new Word("died"), SOURCE, "2020-10-07", null, null, DATASET);
        CasualtyFact.Recorded before =
                new CasualtyFact.Recorded(ID, "individual", INCIDENT, List.of(listed), List.of());
        axon.given(before)
                .when(
                        new RecordListedCasualty(
                                STREAM, DATASET, "individual", INCIDENT, List.of(listed), List.of(), false),
                        AIGUL)
                .expectNoEvents();
        axon.given(before)
                .when(
                        new RecordListedCasualty(
                                STREAM, DATASET, "individual", INCIDENT, List.of(now), List.of(), false),
                        AIGUL)
                .expectEvents(new CasualtyFact.Died(now), new CasualtyFact.ClaimWithdrawn(FIRST, DATASET, null));
    }
}
