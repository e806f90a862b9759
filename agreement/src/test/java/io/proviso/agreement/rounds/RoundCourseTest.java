package io.proviso.agreement.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.rounds.RoundCourse.Answer;
import io.proviso.agreement.rounds.RoundCourse.How;
import io.proviso.agreement.rounds.RoundCourse.State;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.DayTerms;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How rounds go that began on Monday 2 March 2026 at 10:00 UTC; the hour of every deadline is 17:00. */
class RoundCourseTest {
    private static final Instant SENT = Instant.parse("2026-03-02T10:00:00Z");
    private static final DeadlineRule RULE = new DeadlineRule(
            new BusinessCalendar.Place("city", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of()),
            ZoneOffset.UTC,
            LocalTime.of(17, 0));

    private final List<Round.Step> steps = new ArrayList<>();
    private Preemption.Counter counter = Preemption.Counter.DECLINES;
    private FirstRefusal.Partial partial = FirstRefusal.Partial.ANY;
    private FirstRefusal.BelowGang binding = FirstRefusal.BelowGang.BINDS;
    private List<Stated<Window>> talks = List.of();
    private FirstRefusal.From from = FirstRefusal.From.RECEIPT;
    private Map<String, Round.Term> put = Map.of("gpus", new Round.Term.Amount(10), "gang", new Round.Term.Amount(3));
    private FirstRefusal.TalksOpen opens = FirstRefusal.TalksOpen.BY_PROPOSAL;

    @Test
    void aRoundIsOpenThroughItsDeadlineAndLapsesTheSecondAfter() {
        var course = course("10 days");
        assertInstanceOf(State.Open.class, course.at(at("2026-03-12T17:00:00Z")));
        assertEquals(left(How.LAPSED), answer(course, "2026-03-12T17:00:01Z"));
    }

    @Test
    void nothingIsOpenBeforeAReceipt() {
        var course = course("10 days", new Round.Notice(SENT, null, List.of(), SENT));
        assertInstanceOf(State.Sent.class, course.at(at("2026-05-01")));
        assertNull(course.at(SENT.minusSeconds(1)));
    }

    @Test
    void anAnswerHealsANoticeThatLackedSomething() {
        step(new Happening.Accepted(4L), "2026-03-20");
        var course = course("10 days", new Round.Notice(SENT, SENT, List.of("price"), SENT));
        assertInstanceOf(State.Sent.class, course.at(at("2026-03-19")));
        assertEquals(new Answer.Takes(4L, false), answer(course, "2026-03-20"));
    }

    @Test
    void aCounterToANoticeThatLackedSomethingBeginsItsWindow() {
        counter = Preemption.Counter.NEGOTIATES;
        step(new Happening.Countered(), "2026-03-20T10:00:00Z");
        var course = course("10 days", new Round.Notice(SENT, SENT, List.of("price"), SENT));
        assertEquals(at("2026-03-30T17:00:00Z"), deadline(course, "2026-03-21"));
    }

    @Test
    void anExtensionMovesTheDeadlineFromWhenItIsAgreedOn() {
        step(new Happening.ExtendedTo(at("2026-03-20T12:00:00Z")), "2026-03-05");
        var course = course("10 days");
        assertEquals(at("2026-03-12T17:00:00Z"), deadline(course, "2026-03-04"));
        assertEquals(at("2026-03-20T12:00:00Z"), deadline(course, "2026-03-05"));
    }

    @Test
    void anAgreedDeadlineIsLaterByTheTimeForWhichTheClockStoodStillAfterwards() {
        step(new Happening.ExtendedTo(at("2026-03-18T12:00:00Z")), "2026-03-05");
        step(new Happening.Tolled("strike"), "2026-03-07");
        step(new Happening.Resumed("strike"), "2026-03-10");
        var course = course("10 days");
        assertEquals(at("2026-03-21T12:00:00Z"), deadline(course, "2026-03-10"));
        assertEquals(left(How.LAPSED), answer(course, "2026-03-21T12:00:01Z"));
    }

    @Test
    void noTimeThatBothAgreedOnIsTakenAwayByAStandstillOrACounter() {
        counter = Preemption.Counter.EXTENDS;
        step(new Happening.ExtendedTo(at("2026-03-13T09:00:00Z")), "2026-03-04");
        step(new Happening.Tolled("strike"), "2026-03-05T10:00:00Z");
        step(new Happening.Resumed("strike"), "2026-03-05T11:00:00Z");
        step(new Happening.Countered(), "2026-03-06T10:00:00Z");
        step(new Happening.ExtendedTo(at("2026-04-01T12:00:00Z")), "2026-03-07");
        var course = course("10 days");
        assertEquals(at("2026-03-13T17:00:00Z"), deadline(course, "2026-03-05T11:00:00Z"));
        assertEquals(at("2026-03-16T17:00:00Z"), deadline(course, "2026-03-06T10:00:00Z"));
        assertEquals(at("2026-04-01T12:00:00Z"), deadline(course, "2026-03-07"));
    }

    @Test
    void thereIsNoDeadlineWhileTheClockStandsStill() {
        step(new Happening.Tolled("strike"), "2026-03-05T12:00:00Z");
        var open = assertInstanceOf(State.Open.class, course("10 days").at(at("2026-06-01")));
        assertNull(open.deadline());
        assertEquals("strike", open.stoppedBy());
    }

    @Test
    void everyDayOnWhichTheClockStoodStillIsOneMore() {
        step(new Happening.Tolled("strike"), "2026-03-05T12:00:00Z");
        step(new Happening.Resumed("strike"), "2026-03-06T09:00:00Z");
        assertEquals(at("2026-03-14T17:00:00Z"), deadline(course("10 days"), "2026-03-07"));
    }

    @Test
    void hoursAreLongerByTheTimeForWhichTheClockStoodStill() {
        step(new Happening.Tolled("strike"), "2026-03-02T12:00:00Z");
        step(new Happening.Resumed("strike"), "2026-03-02T13:30:00Z");
        assertEquals(at("2026-03-04T11:30:00Z"), deadline(course("48 hours"), "2026-03-03"));
    }

    @Test
    void aCounterExtendsOnceAndTheNextDeclines() {
        counter = Preemption.Counter.EXTENDS;
        step(new Happening.Countered(), "2026-03-10T10:00:00Z");
        step(new Happening.Countered(), "2026-03-19T10:00:00Z");
        var course = course("10 days");
        assertEquals(at("2026-03-20T17:00:00Z"), deadline(course, "2026-03-11"));
        assertEquals(left(How.COUNTERED), answer(course, "2026-03-19T10:00:00Z"));
    }

    @Test
    void aPartWhereThereAreNoPartsIsACounterAndExtendsWhereOneDoes() {
        counter = Preemption.Counter.EXTENDS;
        partial = FirstRefusal.Partial.NONE;
        step(new Happening.Accepted(4L), "2026-03-10T10:00:00Z");
        assertEquals(at("2026-03-20T17:00:00Z"), deadline(course("10 days"), "2026-03-11"));
    }

    @Test
    void aPartThatIsOfNoUseLeavesAllOfIt() {
        binding = FirstRefusal.BelowGang.DECLINES_ALL;
        step(new Happening.Accepted(8L), "2026-03-10");
        assertEquals(left(How.TOOK_TOO_SMALL_A_PART), answer(course("10 days"), "2026-03-10"));
    }

    @Test
    void moreThanWasPutIsACounter() {
        step(new Happening.Accepted(11L), "2026-03-10");
        assertEquals(left(How.TOOK_ANOTHER_PART), answer(course("10 days"), "2026-03-10"));
    }

    @Test
    void aProposalEndsItsStageAndBeginsTheNextAtItsReceipt() {
        counter = Preemption.Counter.NEGOTIATES;
        talks = List.of(Stated.of(Window.parse("5 days")));
        step(new Happening.Countered(), "2026-03-10T10:00:00Z");
        var course = course("10 days");
        assertEquals(at("2026-03-12T17:00:00Z"), deadline(course, "2026-03-09"));
        assertEquals(at("2026-03-15T17:00:00Z"), deadline(course, "2026-03-10T10:00:00Z"));
    }

    @Test
    void anAnswerAfterTheDeadlineIsToldAndChangesNothing() {
        step(new Happening.Accepted(null), "2026-03-13");
        var course = course("10 days");
        assertEquals(left(How.LAPSED), answer(course, "2026-03-14"));
        assertEquals(steps, course.late(at("2026-03-13")));
    }

    @Test
    void aWithdrawalAfterTheDeadlineChangesNothing() {
        step(new Happening.Withdrawn(), "2026-03-13");
        assertEquals(left(How.LAPSED), answer(course("10 days"), "2026-03-14"));
    }

    private void step(Happening what, String at) {
        steps.add(new Round.Step(what, at(at), at(at)));
    }

    private RoundCourse course(String window) {
        return course(window, new Round.Notice(SENT, SENT, List.of(), SENT));
    }

    @Test
    void anAnswerThatOnlyTalksLeavesARoundToItsDeadline() {
        counter = Preemption.Counter.NEGOTIATES;
        partial = FirstRefusal.Partial.NONE;
        step(new Happening.Accepted(4L), "2026-03-05");
        var talking = course("10 days");
        assertTrue(talking.round().isOpenEnded(talking.terms()));
        assertEquals(left(How.LAPSED), answer(talking, "2026-03-13"));
        step(new Happening.Accepted(10L), "2026-03-06");
        var ended = course("10 days");
        assertFalse(ended.round().isOpenEnded(ended.terms()));
    }

    @Test
    void anExerciseThatOpensTalksEndsNothingAndTheAgreementAfterItDoes() {
        opens = FirstRefusal.TalksOpen.BY_EXERCISE;
        talks = List.of(Stated.of(Window.parse("5 days")));
        step(new Happening.Accepted(null), "2026-03-05");
        var talking = course("10 days");
        assertTrue(talking.round().isOpenEnded(talking.terms()));
        assertEquals(at("2026-03-10T17:00:00Z"), deadline(talking, "2026-03-06"));
        assertEquals(left(How.LAPSED), answer(talking, "2026-03-11"));
        step(new Happening.Accepted(null), "2026-03-07");
        var ended = course("10 days");
        assertFalse(ended.round().isOpenEnded(ended.terms()));
        assertEquals(new Answer.Takes(null, false), answer(ended, "2026-03-08"));
    }

    @Test
    void inTalksThatAnExerciseOpenedACounterOfferOrAPartEndsNothing() {
        opens = FirstRefusal.TalksOpen.BY_EXERCISE;
        counter = Preemption.Counter.DECLINES;
        talks = List.of(Stated.of(Window.parse("5 days")));
        step(new Happening.Accepted(null), "2026-03-05");
        step(new Happening.Countered(), "2026-03-06");
        step(new Happening.Accepted(11L), "2026-03-07");
        var talking = course("10 days");
        assertEquals(at("2026-03-10T17:00:00Z"), deadline(talking, "2026-03-08"));
        assertTrue(talking.round().isOpenEnded(talking.terms()));
        assertEquals(left(How.LAPSED), answer(talking, "2026-03-11"));
    }

    @Test
    void aWindowThatNobodyDisclosedHasTheDeadlineThatBothAgreedOn() {
        talks = List.of(Stated.undisclosed());
        counter = Preemption.Counter.NEGOTIATES;
        step(new Happening.Countered(), "2026-03-05");
        assertNull(deadline(course("10 days"), "2026-03-06"));
        step(new Happening.ExtendedTo(at("2026-03-20T17:00:00Z")), "2026-03-07");
        assertEquals(at("2026-03-20T17:00:00Z"), deadline(course("10 days"), "2026-03-08"));
        assertEquals(left(How.LAPSED), answer(course("10 days"), "2026-03-21"));
    }

    @Test
    void aReceiptToldLaterStartsTheClockUnlessTheNoticeLackedSomething() {
        step(new Happening.Received(List.of("price")), "2026-03-04T10:00:00Z");
        step(new Happening.Received(List.of()), "2026-03-06T10:00:00Z");
        var course = course("10 days", new Round.Notice(SENT, null, List.of(), SENT));
        assertEquals(new State.Sent(List.of()), course.at(at("2026-03-03")));
        assertEquals(new State.Sent(List.of("price")), course.at(at("2026-03-05")));
        assertEquals(at("2026-03-16T17:00:00Z"), deadline(course, "2026-03-07"));
    }

    @Test
    void aReceiptOfWhatTheHolderHasAlreadyMovesNothing() {
        step(new Happening.Received(List.of()), "2026-03-06T10:00:00Z");
        step(new Happening.Received(List.of("price")), "2026-03-07T10:00:00Z");
        assertEquals(at("2026-03-12T17:00:00Z"), deadline(course("10 days"), "2026-03-08"));
    }

    @Test
    void aWindowFromTheGivingRunsFromTheDayItWasSentWhetherOrNotItArrives() {
        from = FirstRefusal.From.GIVING;
        var notice = new Round.Notice(SENT, null, List.of(), SENT);
        assertEquals(at("2026-03-12T17:00:00Z"), deadline(course("10 days", notice), "2026-03-03"));
        var lacking = new Round.Notice(SENT, SENT, List.of("price"), SENT);
        assertEquals(
                new State.Sent(List.of("price")), course("10 days", lacking).at(at("2026-03-03")));
    }

    @Test
    void aPartOfJustTheLeastThatIsOfUseIsTakenAndLeavesTheRest() {
        binding = FirstRefusal.BelowGang.DECLINES_ALL;
        for (long taken : new long[] {3, 7}) {
            steps.clear();
            step(new Happening.Accepted(taken), "2026-03-10");
            assertEquals(new Answer.Takes(taken, false), answer(course("10 days"), "2026-03-10"));
        }
        steps.clear();
        step(new Happening.Accepted(2L), "2026-03-10");
        assertEquals(left(How.TOOK_TOO_SMALL_A_PART), answer(course("10 days"), "2026-03-10"));
    }

    @Test
    void aRoundIsRememberedAsItWasOpenLast() {
        step(new Happening.ExtendedTo(at("2026-03-20T17:00:00Z")), "2026-03-05");
        var open = course("10 days").lastOpen();
        assertEquals(
                at("2026-03-20T17:00:00Z"),
                open == null || open.deadline() == null ? null : open.deadline().utc());
        assertNull(
                course("10 days", new Round.Notice(SENT, null, List.of(), SENT)).lastOpen());
    }

    @Test
    void anAnswerIsNotLateBeforeItCame() {
        step(new Happening.Accepted(null), "2026-03-14");
        assertEquals(List.of(), course("10 days").late(at("2026-03-13")));
    }

    @Test
    void whatWasTakenIsServedOnceSoMuchIsSignedWithTheHolder() {
        step(new Happening.Accepted(8L), "2026-03-05");
        step(new Happening.Signed(6L, "microsoft"), "2026-03-06");
        step(new Happening.Signed(2L, "aws"), "2026-03-07");
        step(new Happening.Signed(2L, "microsoft"), "2026-03-08");
        var course = course("10 days");
        assertEquals(at("2026-03-08"), course.served(new Answer.Takes(8L, false)));
        assertEquals(at("2026-03-06"), course.served(new Answer.Takes(6L, false)));
        assertNull(course.served(new Answer.Takes(null, false)));
        assertEquals(at("2026-03-07"), course.nextSigned(at("2026-03-06")));
        assertNull(course.nextSigned(at("2026-03-08")));
    }

    @Test
    void whereNothingIsCountedTheFirstContractWithTheHolderServesAll() {
        put = Map.of();
        step(new Happening.Accepted(null), "2026-03-05");
        step(new Happening.Signed(null, "aws"), "2026-03-06");
        assertNull(course("10 days").served(new Answer.Takes(null, false)));
        step(new Happening.Signed(null, "microsoft"), "2026-03-08");
        assertEquals(at("2026-03-08"), course("10 days").served(new Answer.Takes(null, false)));
    }

    private RoundCourse course(String window, Round.Notice notice) {
        var length = Window.parse(window);
        var plain = Preemption.Conduct.PLAIN;
        var terms = new FirstRefusal(
                        Fixture.party("microsoft"),
                        Fixture.on("acquire", Fixture.any()),
                        new FirstRefusal.Answering(
                                Stated.of(length), talks, opens, null, DayTerms.Written.NOTHING, from),
                        FirstRefusal.OnLapse.DECLINE,
                        partial,
                        binding)
                .with(Preemption.PLAIN.with(new Preemption.Conduct(
                        counter, Set.of(), null, List.of("strike"), plain.onFailure(), plain.rank())));
        var round = new Round("n-1", new ClauseName("a", "first"), null, put, notice, steps, Fixture.SOURCE);
        return RoundCourse.known(round, terms, RULE, SENT, false);
    }

    private static Answer answer(RoundCourse course, String asOf) {
        return assertInstanceOf(State.Ended.class, course.at(at(asOf))).answer();
    }

    private static @Nullable Instant deadline(RoundCourse course, String asOf) {
        var deadline = assertInstanceOf(State.Open.class, course.at(at(asOf))).deadline();
        return deadline == null ? null : deadline.utc();
    }

    private static Answer left(How how) {
        return new Answer.Leaves(how);
    }

    private static Instant at(String text) {
        return Fixture.day(text);
    }
}
