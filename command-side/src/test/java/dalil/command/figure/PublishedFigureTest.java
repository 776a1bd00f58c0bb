package dalil.command.figure;

import dalil.command.KnownRecords;
import dalil.command.figure.FigureCommand.CorrectFigure;
import dalil.command.figure.FigureCommand.DisputeFigure;
import dalil.command.figure.FigureCommand.FollowFigure;
import dalil.command.figure.FigureCommand.PublishFigure;
import dalil.command.figure.FigureCommand.PublishListedFigure;
import dalil.command.figure.FigureCommand.RetractFigure;
import dalil.command.figure.FigureCommand.WithdrawFigure;
import dalil.command.rule.Refusal;
import dalil.events.Protected;
import dalil.events.claim.Occurred;
import dalil.events.figure.Figure;
import dalil.events.figure.FigureFact;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedFigureTest {

    private static final String ID = "6f1c2d3e-0000-4000-8000-0000000000f1";
    private static final String STREAM = "figure/" + ID;
    private static final String NEXT = "6f1c2d3e-0000-4000-8000-0000000000f2";
    private static final String MINISTRY = "6f1c2d3e-0000-4000-8000-000000000002";
    private static final String DATASET = "6f1c2d3e-0000-4000-8000-000000000005";

    private final AggregateTestFixture<PublishedFigure> axon = new AggregateTestFixture<>(PublishedFigure.class);

    @BeforeEach
    void knows_a_ministry_and_another_figure() {
        KnownRecords known = Set.of("source/" + MINISTRY, "figure/" + NEXT)::contains;
        axon.registerInjectableResource(known);
    }

    static Figure figure(String qualifier, long least, long greatest, @Nullable String words) {
        return new Figure(
                MINISTRY,
                "self",
                null,
                "2020-10-06",
                new Occurred("2020-10-06", null, null),
                "sought-medical-help",
                words == null ? null : Protected.of("source/" + MINISTRY, words),
                "persons",
                "since-start",
                "all",
                null,
                new Figure.Includes("not-stated", "not-stated", "not-stated"),
                qualifier,
                least,
                greatest,
                null,
                null,
                null);
    }

    private static Figure exactly(long number) {
        return figure("exactly", number, number, "за медицинской помощью обратились");
    }

    private static FigureFact.Published published(@Nullable String dataset) {
        return new FigureFact.Published(ID, exactly(590), dataset);
    }

    private static Protected<String> reason(String text) {
        return Protected.of(STREAM, text);
    }

    private static void refused(ResultValidator<PublishedFigure> result, String code) {
        Matcher<Refusal> expected = new CustomTypeSafeMatcher<>("refused as " + code) {
            @Override
            protected boolean matchesSafely(Refusal refusal) {
                return refusal.code().equals(code);
            }
        };
        result.expectNoEvents().expectException(expected);
    }

    @Test
    void publishes_a_total_as_it_was_published() {
        axon.givenNoPriorActivity()
                .when(new PublishFigure(STREAM, exactly(590)))
                .expectEvents(published(null));
    }

    @Test
    void refuses_numbers_that_are_none() {
        refused(
                axon.givenNoPriorActivity().when(new PublishFigure(STREAM, figure("exactly", -1, -1, null))),
                "out-of-range");
        refused(
                axon.givenNoPriorActivity().when(new PublishFigure(STREAM, figure("range", 9, 3, null))),
                "out-of-range");
        refused(axon.givenNoPriorActivity().when(new PublishFigure(STREAM, figure("about", 3, 9, null))), "wrong-form");
        refused(
                axon.givenNoPriorActivity().when(new PublishFigure(STREAM, figure("surely", 3, 3, null))),
                "unknown-word");
    }

    @Test
    void corrects_what_we_entered_wrongly_with_a_reason() {
        axon.given(published(null))
                .when(new CorrectFigure(STREAM, null, exactly(509), "digits were swapped"))
                .expectEvents(new FigureFact.Corrected(exactly(509), null, reason("digits were swapped")));
        refused(
                axon.given(published(null)).when(new CorrectFigure(STREAM, null, exactly(590), "why")),
                "changes-nothing");
        refused(axon.given(published(null)).when(new CorrectFigure(STREAM, null, exactly(509), " ")), "missing");
    }

    @Test
    void a_publisher_takes_a_figure_back_only_in_its_own_words() {
        refused(axon.given(published(null)).when(new WithdrawFigure(STREAM, MINISTRY, "2020-10-07", "")), "missing");
        axon.given(published(null))
                .when(new WithdrawFigure(STREAM, MINISTRY, "2020-10-07", "цифра была неверной"))
                .expectEvents(new FigureFact.WithdrawnByPublisher(
                        MINISTRY, "2020-10-07", Protected.of("source/" + MINISTRY, "цифра была неверной")));
    }

    @Test
    void is_followed_disputed_and_retracted() {
        axon.given(published(null)).when(new FollowFigure(STREAM, NEXT)).expectEvents(new FigureFact.FollowedBy(NEXT));
        refused(axon.given(published(null)).when(new FollowFigure(STREAM, ID)), "links-to-itself");
        axon.given(published(null))
                .when(new DisputeFigure(STREAM, null, "does not add up"))
                .expectEvents(new FigureFact.Disputed(null, reason("does not add up")));
        axon.given(published(null))
                .when(new RetractFigure(STREAM, null, "entered twice"))
                .expectEvents(new FigureFact.Retracted(reason("entered twice")));
        refused(
                axon.given(published(null), new FigureFact.Retracted(reason("entered twice")))
                        .when(new DisputeFigure(STREAM, null, "why")),
                "retracted");
    }

    @Test
    void a_dataset_that_says_the_same_records_nothing() {
        axon.given(published(DATASET))
                .when(new PublishListedFigure(STREAM, DATASET, exactly(590), false))
                .expectNoEvents();
        axon.given(published(DATASET))
                .when(new PublishListedFigure(STREAM, DATASET, exactly(591), false))
                .expectEvents(new FigureFact.Corrected(exactly(591), DATASET, null));
    }
}
