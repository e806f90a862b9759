package io.proviso.counsel.compare;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Stated;
import io.proviso.counsel.Deals;
import io.proviso.counsel.Standpoint;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which parameters of a promise differ, by the names people use. */
class PromiseComparisonTest {
    private static final Party LAB = new Party("lab");
    private static final Party NORTHERN = new Party("northern");
    private static final Stated<Interval> TERM = Stated.of(new Interval(day("2026-01-01"), day("2028-01-01")));
    private static final Money AMOUNT = Money.of("100", "USD");

    private static Commitment promise(String amount, Schedule schedule) {
        return new Commitment(
                LAB, NORTHERN, Stated.of(Money.of(amount, "USD")), Commitment.Headline.COMMITTED, false, schedule);
    }

    private static Covenant mostly(String share, @Nullable Period cure) {
        return new Covenant(
                LAB,
                NORTHERN,
                is("workload", "training"),
                Stated.of(new BigDecimal(share)),
                "share of GPU-hours",
                Covenant.Per.QUARTER,
                cure == null ? null : Stated.of(cure));
    }

    private static List<String> parts(ClauseBody before, ClauseBody after) {
        return new ClauseComparison(standing(before), standing(after))
                .changes().stream().flatMap(change -> change.parts().stream()).toList();
    }

    private static Standpoint standing(ClauseBody body) {
        var compiled = new Deals()
                .agreement("a", "lab", "northern:north")
                .paper("p", "2026-01-01", adds("c", body))
                .compile();
        return new Standpoint(compiled, day("2026-02-01"), day("2026-02-01"));
    }

    @Test
    void aCommitmentThatDiffersSaysInWhat() {
        var flat = promise("100", Schedule.over(TERM));
        var ramp = List.of(new Schedule.Step(day("2027-01-01"), AMOUNT));
        var leaving = new Schedule.Termination(Stated.of(Period.ofDays(30)), null, null);
        var option = new Schedule.Option(AMOUNT, day("2027-01-01"), false);
        assertEquals(List.of(), parts(flat, promise("100", Schedule.over(TERM))));
        assertEquals(
                List.of("its amount", "its term"), parts(flat, promise("200", Schedule.over(Stated.undisclosed()))));
        assertEquals(List.of("its ramp"), parts(flat, promise("100", new Schedule(TERM, ramp, null, List.of()))));
        assertEquals(
                List.of("the right to leave it", "its options"),
                parts(flat, promise("100", new Schedule(TERM, List.of(), leaving, List.of(option)))));
        assertEquals(
                List.of("who buys from whom", "how its headline reads", "whether it is incremental"),
                parts(flat, new Commitment(NORTHERN, LAB, Stated.of(AMOUNT), Commitment.Headline.UP_TO, true, TERM)));
    }

    @Test
    void aCovenantThatDiffersSaysInWhat() {
        assertEquals(List.of("its cure"), parts(mostly("0.5", null), mostly("0.5", Period.ofDays(30))));
        assertEquals(
                List.of("its least share", "its cure"),
                parts(mostly("0.5", Period.ofDays(60)), mostly("0.6", Period.ofDays(30))));
    }

    @Test
    void anotherKindOfClauseDoesSomethingElse() {
        assertEquals(List.of("what it does"), parts(mostly("0.5", null), promise("100", Schedule.over(TERM))));
    }
}
