package io.proviso.faults;

import io.proviso.agreement.Draw;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.portfolio.RightInForce;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.agreement.ruling.Verdict;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Context;
import io.proviso.desk.Offer;
import io.proviso.desk.State;
import io.proviso.units.Interval;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** The same portfolio, of whose rights a desk misreads something. */
public record Altered(Rulings real, UnaryOperator<FirstRefusal> misread) implements Rulings {
    /** A floor that nothing is below. */
    public static final Preemption.Floor ANYTHING = new Preemption.Floor(null, null, null, null, false);

    public static Context terms(Context context, UnaryOperator<FirstRefusal> misread) {
        return context.under(new Altered(context.rulings(), misread));
    }

    public static FirstRefusal partial(
            FirstRefusal terms, FirstRefusal.Partial partial, FirstRefusal.BelowGang belowGang) {
        return new FirstRefusal(
                terms.holder(),
                terms.scope(),
                terms.answering(),
                terms.onLapse(),
                partial,
                belowGang,
                terms.preemption());
    }

    /** Where every counter declines. */
    public static FirstRefusal declining(FirstRefusal terms) {
        var conduct = terms.preemption().conduct();
        return terms.with(terms.preemption()
                .with(new Preemption.Conduct(
                        Preemption.Counter.DECLINES,
                        conduct.notice(),
                        conduct.reofferWindow(),
                        conduct.tolling(),
                        conduct.onFailure(),
                        conduct.rank())));
    }

    public static Preemption.Conduct tolling(Preemption.Conduct conduct, List<String> events) {
        return new Preemption.Conduct(
                conduct.counter(),
                conduct.notice(),
                conduct.reofferWindow(),
                events,
                conduct.onFailure(),
                conduct.rank());
    }

    public static Preemption.Conduct ranked(Preemption.Conduct conduct, int rank) {
        return new Preemption.Conduct(
                conduct.counter(),
                conduct.notice(),
                conduct.reofferWindow(),
                conduct.tolling(),
                conduct.onFailure(),
                rank);
    }

    /** The request as if no clock had ever been stopped. */
    public static State running(State state) {
        if (!(state instanceof CapacityRequest request)) {
            return state;
        }
        return new CapacityRequest(
                request.need(),
                request.phase(),
                request.quantities(),
                request.offers().stream().map(Altered::running).toList(),
                request.freedBy(),
                request.invited(),
                request.bids(),
                request.reservations(),
                request.standing());
    }

    private static Offer running(Offer offer) {
        var running = offer.round().steps().stream()
                .filter(step ->
                        !(step.what() instanceof Happening.Tolled) && !(step.what() instanceof Happening.Resumed))
                .toList();
        return new Offer(
                offer.round().telling(running),
                offer.right(),
                offer.gpus(),
                offer.receipt(),
                offer.ending(),
                offer.late(),
                offer.bargain(),
                offer.counters());
    }

    @Override
    public Portfolio portfolio() {
        return real.portfolio();
    }

    @Override
    public Ruling rule(Question question, Instant asOf, Instant knownAt) {
        return real.rule(question, asOf, knownAt);
    }

    @Override
    public Verdict verdict(Question question, Instant asOf, Instant knownAt) {
        return real.verdict(question, asOf, knownAt);
    }

    @Override
    public Verdict verdict(Question question, List<Round> more, Instant asOf, Instant knownAt) {
        return real.verdict(question, more, asOf, knownAt);
    }

    @Override
    public RightInForce right(ClauseName name, Instant asOf, Instant knownAt) {
        return altered(real.right(name, asOf, knownAt));
    }

    @Override
    public List<RightInForce> rights(Instant asOf, Instant knownAt) {
        return real.rights(asOf, knownAt).stream().map(this::altered).toList();
    }

    @Override
    public List<Draw> drawnBy(Ruling ruling, Quantity quantity) {
        return real.drawnBy(ruling, quantity);
    }

    @Override
    public List<Segment> rule(Question question, Interval interval, Instant knownAt) {
        return real.rule(question, interval, knownAt);
    }

    private RightInForce altered(RightInForce right) {
        return new RightInForce(
                right.name(), misread.apply(right.terms()), right.deadlines(), right.window(), right.ends());
    }
}
