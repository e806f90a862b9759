package io.proviso.replay;

import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.desk.Tail;
import io.proviso.replay.scenario.Scenario;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rights of first refusal of a scenario can do at all, so that a report tells "never happened" from "cannot happen".
 *
 * @param asks whether any is in force
 * @param bidsComeFirst whether a holder sees every bargain of others before it is signed
 * @param compared in what a bargain may go beyond a refusal, which asks the holder again
 * @param tailEnds whether a refusal frees the customer for a time only
 */
public record Powers(boolean asks, boolean bidsComeFirst, Set<Tail.Metric> compared, boolean tailEnds) {
    public Powers {
        compared = compared.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(compared));
    }

    /** Whether a bargain of others may be put to a holder at all. */
    public boolean matches() {
        return bidsComeFirst || reopens();
    }

    /** Whether a holder may be asked again about what it refused. */
    public boolean reopens() {
        return !compared.isEmpty();
    }

    /** Of the rights in force at any of those instants; one of them is enough where the portfolio does not move. */
    static Powers of(Scenario scenario, Rulings rulings, List<Instant> instants) {
        var looked = scenario.ground().basis().moves() ? instants : instants.subList(0, 1);
        var rights = looked.stream()
                .flatMap(instant -> inForce(scenario, rulings, instant))
                .distinct()
                .toList();
        var compared = EnumSet.noneOf(Tail.Metric.class);
        boolean bidsComeFirst = false;
        boolean tailEnds = false;
        for (var right : rights) {
            compared.addAll(compared(floor(right)));
            bidsComeFirst |= right.bidsComeFirst();
            tailEnds |= right.tail() != null;
        }
        return new Powers(!rights.isEmpty(), bidsComeFirst, compared, tailEnds);
    }

    private static Stream<Preemption> inForce(Scenario scenario, Rulings rulings, Instant at) {
        var basis = scenario.ground().basis();
        return rulings.rights(basis.asOf(at), basis.knownAt(at)).stream()
                .map(right -> right.terms().preemption());
    }

    private static Preemption.Floor floor(Preemption right) {
        if (right.tail() instanceof Stated.Known<Preemption.Tail>(Preemption.Tail tail, Instant _)) {
            return tail.floor();
        }
        return right.bidsComeFirst()
                ? Preemption.Floor.THAT_BARGAIN_ONLY
                : new Preemption.Floor(null, null, null, null, false);
    }

    /** Not the term: nobody bids another one than is asked for. */
    private static Set<Tail.Metric> compared(Preemption.Floor floor) {
        var compared = EnumSet.noneOf(Tail.Metric.class);
        add(compared, Tail.Metric.PRICE, floor.price() != null);
        add(compared, Tail.Metric.QUANTITY, floor.quantity() != null);
        add(compared, Tail.Metric.START, floor.start() != null);
        add(compared, Tail.Metric.COUNTERPARTY, floor.counterparty());
        return compared;
    }

    private static void add(Set<Tail.Metric> compared, Tail.Metric metric, boolean isCompared) {
        if (isCompared) {
            compared.add(metric);
        }
    }
}
