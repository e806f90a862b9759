package io.proviso.faults;

import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Matching.Standard;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Event;
import io.proviso.desk.Event.Declined.Because;
import io.proviso.desk.Offer;
import io.proviso.desk.Offer.Ending;
import io.proviso.desk.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/** Whether each offer ends by what its holder wrote, by its silence or with its right, and is taken for what the clause says. */
final class FaultsAnswers {
    private final FaultsRound round;
    private final FaultsWaivers waivers;
    private final FaultsFinding finding;

    FaultsAnswers(FaultsRound round, FaultsWaivers waivers, FaultsFinding finding) {
        this.round = round;
        this.waivers = waivers;
        this.finding = finding;
    }

    void accepted(Event.Accepted accepted, CapacityRequest request) {
        var offer = offer(request, accepted.offer());
        switch (accepted.by()) {
            case Ending.Lapsed(Instant deadline) -> {
                silent(offer, accepted.at(), deadline, FirstRefusal.OnLapse.ACCEPT);
                finding.require(accepted.gpus() == offer.gpus(), FaultsRule.SILENCE);
            }
            case Ending.Answered by when offer.counters().contains(by) -> takenUp(offer, accepted.at());
            case Ending by -> {
                answered(offer, by);
                var terms = round.portfolio.holder(offer).terms();
                if (by instanceof Ending.Answered answered && answered.response() instanceof Response.Accepts accepts) {
                    finding.require(matches(accepts, offer, terms.preemption().matching()), FaultsRule.NO_MATCH);
                }
                finding.require(
                        !isBarredPart(accepted.gpus(), offer, terms) && !isBelowGang(accepted.gpus(), offer, terms),
                        FaultsRule.NO_PART);
            }
        }
    }

    /** The customer takes what the holder proposed, unless the holder has said something else since. */
    private void takenUp(Offer offer, Instant at) {
        finding.require(offer.isOpen(), FaultsRule.ANSWERED_TWICE);
        var clock = round.clocks.get(offer.id());
        finding.require(
                clock != null && (clock.isStopped() || !at.isAfter(clock.deadline())), FaultsRule.ANSWERED_BY_NOBODY);
        finding.require(!isOvertaken(offer, at), FaultsRule.OVERTAKEN_BY_THE_CUSTOMER);
    }

    void declined(Event.Declined declined, CapacityRequest request) {
        var offer = offer(request, declined.offer());
        answered(offer, declined.by());
        finding.require(
                declined.by() instanceof Ending.Answered by && declines(declined.because(), by.response(), offer),
                FaultsRule.NO_DECLINE);
    }

    private boolean declines(Because because, Response response, Offer offer) {
        var terms = round.portfolio.holder(offer).terms();
        if (because == Because.DECLINED || because == Because.COUNTERED) {
            return because == Because.DECLINED
                    ? response instanceof Response.Declines
                    : isCounter(response, offer) && counterDeclines(offer);
        }
        return response instanceof Response.Accepts accepts
                && switch (because) {
                    case DECLINED, COUNTERED -> false;
                    case NOT_MATCHED ->
                        !matches(accepts, offer, terms.preemption().matching()) && counterDeclines(offer);
                    case PARTIAL_NOT_ALLOWED -> isBarredPart(accepts.gpus(), offer, terms) && counterDeclines(offer);
                    case BELOW_MINIMUM_GANG -> isBelowGang(accepts.gpus(), offer, terms);
                };
    }

    void waived(Event.Waived waived, CapacityRequest request) {
        answered(offer(request, waived.offer()), waived.by());
        finding.require(
                waived.by() instanceof Ending.Answered by && by.response() instanceof Response.Waives,
                FaultsRule.NO_DECLINE);
    }

    void countered(Event.Countered countered, CapacityRequest request) {
        var offer = offer(request, countered.offer());
        answered(offer, countered.counter());
        finding.require(
                isCounter(countered.counter().response(), offer) && !counterDeclines(offer), FaultsRule.NO_COUNTER);
    }

    /** A part that the clause gives no right to is another bargain, as are other terms. */
    private boolean isCounter(Response response, Offer offer) {
        var terms = round.portfolio.holder(offer).terms();
        return response instanceof Response.Counters
                || (response instanceof Response.Accepts accepts
                        && (isBarredPart(accepts.gpus(), offer, terms)
                                || !matches(accepts, offer, terms.preemption().matching())));
    }

    private boolean counterDeclines(Offer offer) {
        return switch (round.portfolio.holder(offer).preemption().counter()) {
            case DECLINES -> true;
            case EXTENDS -> !offer.counters().isEmpty();
            case NEGOTIATES -> false;
        };
    }

    void lapsed(Event.Lapsed lapsed, CapacityRequest request) {
        var offer = offer(request, lapsed.offer());
        var deadline = lapsed.by() instanceof Ending.Lapsed by ? by.deadline() : lapsed.at();
        silent(offer, lapsed.at(), deadline, FirstRefusal.OnLapse.DECLINE);
    }

    private void silent(Offer offer, Instant at, Instant deadline, FirstRefusal.OnLapse means) {
        finding.require(offer.isOpen(), FaultsRule.ANSWERED_TWICE);
        var clock = round.clocks.get(offer.id());
        finding.require(clock != null && at.isAfter(clock.deadline()), FaultsRule.LAPSES_EARLY);
        finding.require(clock == null || !clock.isStopped(), FaultsRule.LAPSES_WHILE_STOPPED);
        finding.require(!isOvertaken(offer, Instant.MAX), FaultsRule.OVERTAKEN_BY_LAPSE);
        finding.require(clock == null || deadline.equals(clock.deadline()), FaultsRule.OTHER_DEADLINE);
        finding.require(round.portfolio.holder(offer).terms().onLapse() == means, FaultsRule.SILENCE);
    }

    void moot(Event.Moot moot, CapacityRequest request) {
        var offer = offer(request, moot.offer());
        var holder = round.portfolio.holder(offer);
        var waiver = holder.waiver();
        boolean isWaived = waiver != null && waiver.covers(moot.at()) && waivers.left(holder) >= offer.gpus();
        finding.require(holder.isOver(moot.at()) || isWaived, FaultsRule.MOOT_BUT_STANDING);
        finding.require(!isOvertaken(offer, moot.at()), FaultsRule.OVERTAKEN_BY_THE_END);
    }

    void withdrawn(Event.Withdrawn withdrawn, CapacityRequest request) {
        var open = request.openOffer();
        finding.require(open == null || !isOvertaken(open, withdrawn.at()), FaultsRule.OVERTAKEN_BY_THE_CUSTOMER);
    }

    void late(Event.LateAnswer late, CapacityRequest request) {
        var offer = offer(request, late.offer());
        finding.require(!offer.isOpen() || !isInTime(late.received(), offer), FaultsRule.TAKEN_FOR_LATE);
    }

    private void answered(Offer offer, Ending by) {
        finding.require(offer.isOpen(), FaultsRule.ANSWERED_TWICE);
        finding.require(
                by instanceof Ending.Answered answered
                        && round.clocks.containsKey(offer.id())
                        && round.inbox.saying(offer, answered).anyMatch(row -> isInTime(row.received, offer)),
                FaultsRule.ANSWERED_BY_NOBODY);
    }

    /** Whether somebody answered in time and before that instant. Counters are no answers, and what does not fit never is. */
    private boolean isOvertaken(Offer offer, Instant by) {
        return round.inbox
                .of(offer)
                .filter(row -> !row.isUnfit && row.received.isBefore(by))
                .filter(row -> offer.counters().stream().noneMatch(row::says))
                .anyMatch(row -> isInTime(row.received, offer));
    }

    /**
     * As far as is known: while a clock stands still, its deadline may yet move. A holder may answer a notice whose receipt
     * nobody confirmed yet.
     */
    private boolean isInTime(Instant received, Offer offer) {
        var clock = round.clocks.get(offer.id());
        return (clock == null || !received.isAfter(clock.deadline()))
                && !round.portfolio.holder(offer).isOver(received);
    }

    private static boolean isBarredPart(long gpus, Offer offer, FirstRefusal terms) {
        return gpus < offer.gpus() && terms.partial() == FirstRefusal.Partial.NONE;
    }

    private static boolean isBelowGang(long gpus, Offer offer, FirstRefusal terms) {
        long rest = offer.gpus() - gpus;
        return rest > 0
                && terms.belowGang() == FirstRefusal.BelowGang.DECLINES_ALL
                && Math.min(gpus, rest) < FaultsRequests.GANG;
    }

    private static boolean matches(Response.Accepts accepts, Offer offer, Preemption.Matching matching) {
        var price = accepts.price();
        var ready = accepts.ready();
        var bargain = offer.bargain();
        if (bargain == null) {
            return (price == null || price.compareTo(FaultsRequests.LIMIT) <= 0)
                    && (ready == null || !ready.isAfter(FaultsRequests.LATEST));
        }
        var most = Objects.requireNonNull(bargain.price()).times(BigDecimal.ONE.add(matching.tolerance()));
        boolean onTime = ready == null
                || matching.standard() == Standard.ECONOMIC_ONLY
                || !ready.isAfter(matching.standard() == Standard.ALL_TERMS ? bargain.start() : FaultsRequests.LATEST);
        return onTime && (price == null || price.compareTo(most) <= 0);
    }

    /** Whether the desk has to take an answer for what it says: nobody takes more than was offered. */
    static boolean fits(FaultsRound round, Command.Answer answer) {
        var asked = round.asked();
        var offer = asked == null ? null : asked.offer(answer.offer());
        if (offer == null) {
            return false;
        }
        return !(answer.response() instanceof Response.Accepts accepts) || accepts.gpus() <= offer.gpus();
    }

    private static Offer offer(CapacityRequest request, String id) {
        return Objects.requireNonNull(request.offer(id));
    }
}
