package io.proviso.agreement.ruling;

import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.on;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Deal;
import io.proviso.agreement.Paper;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.rounds.RoundCited.OnTerm;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On which terms a refusal of 6 March 2024 frees, and for how many. */
class TermsOfRefusalsTest {
    private static final Preemption.Tolerance SLACK =
            new Preemption.Tolerance(new BigDecimal("0.05"), Preemption.Direction.LOWER);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Term PRICE = new Term.Price(Money.of("2.00", "USD"));
    private static final Term START = new Term.Start(day("2024-07-01"));
    private static final Term YEARS = new Term.Length("3 years");

    private static Fixture right(Preemption.Floor floor) {
        var terms = Fixture.firstRefusal(on("host", any()), "10 days")
                .with(Preemption.PLAIN.with(Stated.of(new Preemption.Tail(60, floor))));
        return Fixture.portfolio(Deal.deal("a", Paper.paper("p", "2024-01-01").adds(Draft.clause("right", terms))));
    }

    private static Round round(String id, String sent, Map<String, Term> put, Happening answer) {
        var day = day(sent);
        return new Round(
                id,
                new ClauseName("a", "right"),
                null,
                put,
                new Round.Notice(day, day, List.of(), day),
                List.of(new Round.Step(answer, day("2024-03-06"), day("2024-03-06"))),
                Fixture.SOURCE);
    }

    private static Ruling ruled(Fixture fixture, String gpus) {
        return fixture.ask("2024-03-07", "act=host provider=aws" + gpus);
    }

    private static Map<String, OnTerm> onTerms(Preemption.Floor floor) {
        var put = new LinkedHashMap<String, Term>();
        put.put("gpus", new Term.Amount(100));
        put.put("price", PRICE);
        put.put("start", START);
        put.put("term", YEARS);
        var fixture = right(floor).round(round("n-1", "2024-03-04", put, new Happening.Declined()));
        return ruled(fixture, " gpus=100").telling().rounds().getFirst().onTerms();
    }

    private static Preemption.Floor floor(
            Preemption.@Nullable Tolerance price, @Nullable Duration start, Preemption.@Nullable Tolerance term) {
        return new Preemption.Floor(price, null, start, term, false);
    }

    @Test
    void theAnswerHoldsOnTheTermsThatTheTailBoundsAndTheActCannotTell() {
        assertEquals(
                Map.of(
                        "price", new OnTerm(PRICE, SLACK, null),
                        "start", new OnTerm(START, null, MONTH),
                        "term", new OnTerm(YEARS, SLACK, null)),
                onTerms(floor(SLACK, MONTH, SLACK)));
        assertEquals(Map.of("start", new OnTerm(START, null, MONTH)), onTerms(floor(null, MONTH, null)));
        assertEquals(Map.of(), onTerms(Preemption.Floor.NONE));
    }

    @Test
    void whatOneRefusalFreesEndsWhereTheHolderTookMore() {
        var fixture = right(new Preemption.Floor(null, SLACK, null, null, false))
                .round(round("n-1", "2024-03-04", gpus(620), new Happening.Declined()))
                .round(round("n-2", "2024-03-05", gpus(1000), new Happening.Accepted(400L)));
        assertEquals(
                List.of(
                        "FORBIDDEN if gpus is 601 or more",
                        "PERMITTED if gpus is 570..600",
                        "PERMITTED if gpus is 589..600",
                        "CONDITIONAL if what is on record of right is otherwise"),
                ruled(fixture, "").split().stream()
                        .map(branch -> branch.outcome() + " if "
                                + branch.given().entrySet().stream()
                                        .map(given -> given.getKey().holds(given.getValue()))
                                        .collect(Collectors.joining(" and ")))
                        .toList());
    }

    private static Map<String, Term> gpus(long number) {
        return Map.of("gpus", new Term.Amount(number));
    }
}
