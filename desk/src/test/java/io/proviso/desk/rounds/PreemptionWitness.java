package io.proviso.desk.rounds;

import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Preemption.Matching.Standard;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Deadline;
import io.proviso.calendar.DeadlineRule;
import io.proviso.calendar.Window;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Comparison;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.desk.Reservation;
import io.proviso.desk.Response;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Judges by the terms of the rights and the history alone who may be asked, what is a match, and within what a refusal frees. */
final class PreemptionWitness {
    private final PreemptionSetting setting;
    private final PreemptionWorld before;
    private final Instant now;
    private final List<String> broken = new ArrayList<>();

    PreemptionWitness(PreemptionSetting setting, PreemptionWorld before) {
        this.setting = setting;
        this.before = before;
        this.now = setting.instant(before.now());
    }

    List<String> broken(Command command, List<Event> events) {
        if (command instanceof Command.Award(Integer epoch)
                && epoch != null
                && before.desk() instanceof CapacityRequest request) {
            check(events.isEmpty() || epoch == request.standing().epoch(), "an award of an earlier epoch acts");
        }
        var state = before.desk();
        for (var event : events) {
            if (state instanceof CapacityRequest request) {
                judge(command, event, request);
            }
            state = Desk.evolve(state, event);
        }
        if (!events.isEmpty() && state instanceof CapacityRequest request) {
            quantitiesAreWhereTheyBelong(request);
        }
        return broken;
    }

    private void judge(Command command, Event event, CapacityRequest request) {
        switch (event) {
            case Event.Offered offered -> asked(offered.right().name(), request);
            case Event.OfferedToMatch put -> asked(put.right().name(), request);
            case Event.Accepted accepted -> accepted(accepted, offer(request, accepted.offer()));
            case Event.Declined declined -> answered(offer(request, declined.offer()), declined.by());
            case Event.Countered countered -> answered(offer(request, countered.offer()), countered.counter());
            case Event.Lapsed lapsed -> lapsed(offer(request, lapsed.offer()));
            case Event.Extended extended ->
                check(
                        isLater(extended.to(), offer(request, extended.offer()))
                                && (extended.by().isEmpty() || extended.by().size() == 2),
                        "a deadline moves without both, or comes nearer");
            case Event.DeadlineMoved moved ->
                check(isLater(moved.to(), offer(request, moved.offer())), "a deadline comes nearer");
            case Event.Awarded awarded -> {
                setting.holders().forEach(holder -> awarded(holder, awarded, request));
                var context = setting.context(before.now());
                check(DeskAndRecord.difference(request, awarded, context) == null, RecordOfStates.DIFFERS);
            }
            case Event.Failed failed
            when command instanceof Command.EndUndelivered ->
                ended(Objects.requireNonNull(request.reservation(failed.reservation())), request);
            default -> {}
        }
    }

    private static boolean isLater(Deadline to, Offer offer) {
        return to.utc().isAfter(offer.clock().deadline().utc());
    }

    private static Offer offer(CapacityRequest request, String id) {
        return Objects.requireNonNull(request.offer(id));
    }

    private void asked(ClauseName right, CapacityRequest request) {
        check(request.openOffer() == null, "a holder is asked before another has answered");
        check(!request.standing().setAside().contains(right), "a holder is asked whose right does not stand here");
        int rank = 0;
        for (var holder : setting.holders()) {
            rank = holder.right().equals(right) ? holder.preemption().conduct().rank() : rank;
        }
        for (var holder : setting.holders()) {
            if (holder.preemption().conduct().rank() < rank && stands(holder, request)) {
                check(!refused(holder, request).isEmpty(), "a holder is asked before the one of a higher rank");
            }
        }
    }

    private static boolean stands(PreemptionSetting.Holder holder, CapacityRequest request) {
        return !request.standing().setAside().contains(holder.right());
    }

    /** The offers to that holder which were answered or lapsed, the last first, as far as the refusal still counts. */
    private static List<Offer> refused(PreemptionSetting.Holder holder, CapacityRequest request) {
        return request.offers().reversed().stream()
                .filter(offer -> offer.right().name().equals(holder.right()))
                .filter(offer -> offer.ending() instanceof Offer.Ending.Answered
                        || offer.ending() instanceof Offer.Ending.Lapsed)
                .filter(offer -> !request.standing().stale().contains(offer.id()))
                .toList();
    }

    private void accepted(Event.Accepted accepted, Offer offer) {
        if (!(accepted.by() instanceof Offer.Ending.Answered by)) {
            check(false, "silence accepts");
            return;
        }
        if (offer.counters().contains(by)) {
            check(
                    before.inbox().stream().noneMatch(row -> row.offer().equals(offer.id()) && !row.read()),
                    "a counter is accepted while an answer is unread");
            return;
        }
        answered(offer, by);
        var matching = holder(offer).preemption().matching();
        check(
                by.response() instanceof Response.Accepts accepts && matches(accepts, offer, matching),
                "an acceptance counts that is no match");
    }

    private PreemptionSetting.Holder holder(Offer offer) {
        return setting.holders().stream()
                .filter(holder -> holder.right().equals(offer.right().name()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean matches(Response.Accepts accepts, Offer offer, Preemption.Matching matching) {
        var price = accepts.price();
        var bargain = offer.bargain();
        if (bargain == null) {
            return price == null || price.compareTo(Round.usd("3.00")) <= 0;
        }
        var most = Objects.requireNonNull(bargain.price()).times(BigDecimal.ONE.add(matching.tolerance()));
        var onTime = accepts.ready() == null
                || matching.standard() != Standard.ALL_TERMS
                || !accepts.ready().isAfter(bargain.start());
        return onTime && (price == null || price.compareTo(most) <= 0);
    }

    private void answered(Offer offer, Offer.Ending by) {
        var receipt = offer.receipt();
        check(offer.isOpen(), "an offer is answered twice");
        check(
                receipt != null
                        && before.inbox().stream()
                                .anyMatch(row -> row.offer().equals(offer.id())
                                        && row.says(by)
                                        && isInTime(row, deadline(offer, receipt))),
                "an offer is answered by no answer received in time");
    }

    private void lapsed(Offer offer) {
        var receipt = offer.receipt();
        if (receipt == null) {
            check(false, "an offer lapses that was never received");
            return;
        }
        check(offer.stoppedSince() == null, "an offer lapses while its clock stands still");
        var deadline = deadline(offer, receipt);
        check(now.isAfter(deadline), "an offer lapses before its deadline has passed");
        check(
                before.inbox().stream()
                        .filter(row -> row.offer().equals(offer.id()))
                        .filter(row -> offer.counters().stream().noneMatch(row::says))
                        .noneMatch(row -> isInTime(row, deadline)),
                "an answer received in time is overtaken by a lapse");
    }

    private boolean isInTime(PreemptionWorld.Row row, Instant deadline) {
        return !setting.instant(row.received()).isAfter(deadline);
    }

    /**
     * The deadline on record, and no less than ten business days from the notice, or from the counter that extends, with every
     * closure there is and what stood still since.
     */
    private Instant deadline(Offer offer, Offer.Receipt receipt) {
        var recorded = receipt.deadline().utc();
        if (!offer.right().name().equals(PreemptionSetting.MICROSOFTS)) {
            return recorded;
        }
        var conduct = holder(offer).preemption().conduct();
        var from = conduct.counter() == Preemption.Counter.EXTENDS
                        && !offer.counters().isEmpty()
                ? receivedAt(offer.counters().getFirst())
                : receipt.at();
        var calendar = setting.rulings().portfolio().calendars().get("us-federal");
        var counted = new DeadlineRule(Objects.requireNonNull(calendar), Contract.ZONE, LocalTime.of(17, 0))
                .deadline(from, new Window.BusinessDays(10), stoodStill(offer))
                .utc();
        return counted.isAfter(recorded) ? counted : recorded;
    }

    private static List<DeadlineRule.Standstill> stoodStill(Offer offer) {
        var stood = new ArrayList<DeadlineRule.Standstill>();
        Instant since = null;
        for (var step : offer.round().steps()) {
            if (step.what() instanceof Happening.Tolled) {
                since = step.at();
            } else if (step.what() instanceof Happening.Resumed && since != null) {
                stood.add(new DeadlineRule.Standstill(since, step.at()));
            }
        }
        return stood;
    }

    private Instant receivedAt(Offer.Ending counter) {
        return before.inbox().stream()
                .filter(row -> row.says(counter))
                .map(row -> setting.instant(row.received()))
                .findFirst()
                .orElseThrow();
    }

    private void awarded(PreemptionSetting.Holder holder, Event.Awarded awarded, CapacityRequest request) {
        var behind = awarded.comparison().lines().stream()
                .filter(line -> line.awarded() > 0
                        && holder.before().contains(line.bid().provider().name()))
                .toList();
        if (behind.isEmpty() || !stands(holder, request)) {
            return;
        }
        var waived = setting.waived(before.now());
        var gpus = behind.stream().mapToLong(Comparison.Line::awarded).sum();
        var broken = refused(holder, request).stream()
                .map(offer -> broken(holder, offer, request, behind))
                .toList();
        if (broken.isEmpty()) {
            check(gpus <= waived, "capacity is awarded to an alternate before the holder refused it");
        } else if (!broken.contains("")) {
            check(false, broken.getFirst());
        }
    }

    /** Why one refusal does not cover an award; empty if it does. */
    private String broken(
            PreemptionSetting.Holder holder, Offer offer, CapacityRequest request, List<Comparison.Line> behind) {
        var waived = setting.waived(before.now());
        var gpus = behind.stream().mapToLong(Comparison.Line::awarded).sum();
        var taken = request.reservation(offer.id());
        var left = offer.gpus() - (taken == null ? 0 : taken.gpus());
        if (gpus > left + waived) {
            return "more is awarded to alternates than their holder refused";
        }
        if (waived > 0) {
            return "";
        }
        var bargain = offer.bargain();
        var providers =
                behind.stream().map(line -> line.bid().provider()).sorted().toList();
        boolean isOne = bargain != null && bargain.with().equals(providers);
        return (isOne ? List.of(behind) : behind.stream().map(List::of).toList())
                .stream()
                        .map(contract -> broken(holder.preemption(), offer, contract))
                        .filter(why -> !why.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    /** Not too far below what was refused, and not after the 90 days of every tail here. */
    private String broken(Preemption preemption, Offer refused, List<Comparison.Line> contract) {
        var gpus = contract.stream().mapToLong(Comparison.Line::awarded).sum();
        var sum = contract.stream()
                .map(line -> line.bid().price().times(line.awarded()))
                .reduce(Round.usd("0"), Money::plus);
        var tail = preemption.tail() instanceof Stated.Known<Preemption.Tail> known ? known.value() : null;
        var slack = tail == null ? preemption.bidsComeFirst() ? Duration.ZERO : null : Duration.ofDays(days(tail));
        if (slack == null) {
            return "";
        }
        var floor = tail == null ? Preemption.Floor.THAT_BARGAIN_ONLY : tail.floor();
        var bargain = refused.bargain();
        var price = preemption.kind() == Preemption.Kind.NEGOTIATION && refused.proposal() != null
                ? Objects.requireNonNull(refused.proposal()).price()
                : bargain == null ? Round.usd("3.00") : bargain.price();
        if (price != null && floor.price() != null) {
            var least =
                    price.times(BigDecimal.ONE.subtract(floor.price().share())).times(gpus);
            if (sum.compareTo(least) < 0) {
                return "an award is below the floor of the tail, and nobody was asked again";
            }
        }
        if (tail != null) {
            var answer = before.inbox().stream()
                    .filter(row ->
                            row.offer().equals(refused.id()) && refused.ending() != null && row.says(refused.ending()))
                    .findFirst();
            var since = answer.map(row -> setting.instant(row.received()))
                    .orElse(refused.clock().deadline().utc());
            var day = since.atZone(Contract.ZONE).toLocalDate().plusDays(days(tail));
            if (now.isAfter(day.atTime(17, 0).atZone(Contract.ZONE).toInstant())) {
                return "an award is made when the tail is over";
            }
        }
        return "";
    }

    private static int days(Preemption.Tail tail) {
        return ((Window.Days) Objects.requireNonNull(tail.length())).n();
    }

    /** Something that has not come is so late that the grace is over. */
    private void ended(Reservation reservation, CapacityRequest request) {
        var grace =
                Objects.requireNonNull(request.need().circumstances().delivery().grace());
        check(
                reservation.tranches().stream()
                        .anyMatch(tranche -> tranche.accepted() == null
                                && now.isAfter(tranche.due().plus(grace))),
                "capacity is ended before its grace is over");
    }

    private void quantitiesAreWhereTheyBelong(CapacityRequest request) {
        var quantities = request.quantities();
        var open = request.openOffer();
        var offered = open == null ? 0 : open.gpus();
        var bidsFirst = setting.holders().stream()
                .anyMatch(holder -> holder.preemption().bidsComeFirst());
        check(
                quantities.open() == offered || (bidsFirst && quantities.open() > offered),
                "GPUs are open that nobody is offered");
        var reserved =
                request.reservations().stream().mapToLong(Reservation::gpus).sum();
        check(reserved == quantities.accepted() + quantities.awarded(), "what is taken is not what is reserved");
    }

    private void check(boolean holds, String rule) {
        if (!holds) {
            broken.add(rule);
        }
    }
}
