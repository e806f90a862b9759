package io.proviso.counsel.due;

import static io.proviso.counsel.Deals.day;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Stated;
import io.proviso.counsel.Deals;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;

/** Commitments of one lab to two providers for tests, and what they come to. */
public final class Promises {
    private Promises() {}

    public static Deals deals() {
        return new Deals().agreement("supply", "lab", "northern:north", "southern:south");
    }

    public static ClauseBody promise(String to, String amount, boolean incremental) {
        return promise(to, amount, incremental, Commitment.Headline.COMMITTED);
    }

    public static ClauseBody promise(String to, String amount, boolean incremental, Commitment.Headline headline) {
        return new Commitment(
                new Party("lab"),
                new Party(to),
                Stated.of(Money.of(amount, "USD")),
                headline,
                incremental,
                Stated.of(new Interval(day("2025-01-01"), day("2029-01-01"))));
    }

    /** In full, for a term of its own. */
    static ClauseBody lasting(String to, String amount, String from, String until) {
        return new Commitment(
                new Party("lab"),
                new Party(to),
                Stated.of(Money.of(amount, "USD")),
                Commitment.Headline.COMMITTED,
                true,
                Stated.of(new Interval(day(from), day(until))));
    }

    public static Obligations owed(Deals deals, String from, String to) {
        return Obligations.until(deals.at(from), day(to));
    }
}
