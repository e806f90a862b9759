package io.proviso.agreement.rules;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.party;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every way in which a commitment can contradict itself: each has the problems listed and no others. */
class CommitmentRulesTest {
    private static final Party MICROSOFT = party("microsoft");
    private static final Stated<Interval> YEAR = Stated.of(new Interval(day("2024-01-01"), day("2025-01-01")));

    @Test
    void aRampIsCumulativeGoesForwardStaysWithinTheTermAndComesToTheAmount() {
        only(buying(step("2024-07-01", 5), step("2025-01-01", 10)));
        only(buying(step("2024-07-01", 5), step("2024-08-01", 5), step("2025-01-01", 10)));
        only(
                buying(step("2024-07-01", 5), step("2024-07-01", 10)),
                "commitment/ramp/1/until: a ramp goes forward, but this milestone (2024-07-01) is not after the one before"
                        + " (2024-07-01)");
        only(
                buying(step("2024-06-01", 5), step("2024-07-01", 4), step("2025-01-01", 10)),
                "commitment/ramp/1/amount: a ramp is cumulative, but 4 USD is less than the 5 USD of the milestone before");
        only(
                buying(step("2024-01-01", 5), step("2025-01-02", 10)),
                "commitment/ramp/0/until: the milestone (2024-01-01) lies outside the term, which runs from 2024-01-01 to"
                        + " 2025-01-01",
                "commitment/ramp/1/until: the milestone (2025-01-02) lies outside the term, which runs from 2024-01-01 to"
                        + " 2025-01-01");
        only(
                buying(step("2025-01-01", 11)),
                "commitment/ramp/0/amount: the ramp comes to 11 USD, but the amount is 10 USD");
        only(
                buying(new Schedule.Step(day("2025-01-01"), Money.of("10", "EUR"))),
                "commitment/ramp/0/amount: 10 EUR is not in the currency of the amount, USD");
    }

    @Test
    void aClauseStandsAsLongAsItsTerm() {
        var promise = buying(step("2025-01-01", 10));
        var milestone = Fixture.milestone("agi", "verified");
        var early = Fixture.at("2024-12-31");
        var inTime = Fixture.at("2025-01-01");
        for (var end : List.of(
                inTime,
                milestone,
                new End.Never(),
                new End.LaterOf(List.of(early, milestone)),
                new End.LaterOf(List.of(early, inTime)),
                new End.EarlierOf(List.of(milestone, inTime)))) {
            only(clause("c", promise).until(end));
        }
        for (var end : List.of(
                early,
                new End.LaterOf(List.of(early, Fixture.at("2024-06-01"))),
                new End.EarlierOf(List.of(early, inTime)),
                new End.EarlierOf(List.of(milestone, early)))) {
            only(
                    clause("c", promise).until(end),
                    "until: the clause has ended by 2024-12-31T00:00:00Z, before the term of its commitment is out"
                            + " (2025-01-01T00:00:00Z)");
        }
    }

    @Test
    void aRampDisclosesTheAmount() {
        var hidden = new Commitment(
                party("openai"),
                MICROSOFT,
                Stated.undisclosed(),
                Commitment.Headline.COMMITTED,
                false,
                buying(step("2025-01-01", 10)).schedule());
        only(hidden, "commitment/ramp/0/amount: the ramp comes to 10 USD, but the amount is undisclosed");
    }

    @Test
    void aTerminationLeavesBeforeTheTermIsOver() {
        only(buying(leaving(Period.ofDays(90), null, null)));
        only(buying(leaving(Period.ofDays(364), null, null)));
        only(
                buying(leaving(Period.ofDays(365), null, null)),
                "commitment/termination/notice: the notice is as long as the term or longer, so that nobody could ever"
                        + " leave by it");
        only(
                buying(leaving(Period.ofDays(1), Stated.of(day("2025-01-01")), null)),
                "commitment/termination/not-before: it could be left from 2025-01-01, when the term is over");
        only(
                buying(leaving(Period.ofDays(1), Stated.undisclosed(), Money.of("1", "EUR"))),
                "commitment/termination/fee: 1 EUR is not in the currency of the amount, USD");
    }

    @Test
    void anOptionIsExercisedWithinTheTermInTheCurrencyOfTheAmount() {
        var onTime = new Schedule.Option(dollars(1), day("2025-01-01"), false);
        var late = new Schedule.Option(Money.of("1", "EUR"), day("2025-01-02"), true);
        only(
                buying(new Schedule(YEAR, List.of(), null, List.of(onTime, late))),
                "commitment/options/1/amount: 1 EUR is not in the currency of the amount, USD",
                "commitment/options/1/exercise-by: the option can be exercised after the term, which is over on"
                        + " 2025-01-01");
    }

    private static Commitment buying(Schedule.Step... ramp) {
        return buying(new Schedule(YEAR, List.of(ramp), null, List.of()));
    }

    private static Commitment buying(Schedule schedule) {
        return new Commitment(
                party("openai"), MICROSOFT, Stated.of(dollars(10)), Commitment.Headline.COMMITTED, false, schedule);
    }

    private static Schedule.Step step(String until, long amount) {
        return new Schedule.Step(day(until), dollars(amount));
    }

    private static Schedule leaving(Period notice, @Nullable Stated<Instant> notBefore, @Nullable Money fee) {
        var terms = new Schedule.Termination(
                Stated.of(notice), notBefore, fee == null ? null : Stated.of(new Schedule.Fee.Fixed(fee)));
        return new Schedule(YEAR, List.of(), terms, List.of());
    }

    private static Money dollars(long amount) {
        return Money.of(Long.toString(amount), "USD");
    }

    private static void only(Commitment promise, String... problems) {
        only(clause("c", promise), problems);
    }

    private static void only(Draft draft, String... problems) {
        assertEquals(
                List.of(problems),
                portfolio(deal("a", paper("p", "2024-01-01").adds(draft))).problems().stream()
                        .map(problem -> problem.path().substring("agreements/a/instruments/p/clauses/c/".length())
                                + ": " + problem.message())
                        .toList());
    }
}
