package io.proviso.faults;

import io.proviso.agreement.clause.Preemption;
import io.proviso.calendar.Deadline;
import io.proviso.calendar.Window;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.Command;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether each offer's clock starts, stands still and runs as its clause says ({@link FaultsClock}). */
final class FaultsClocks {
    private final FaultsRound round;
    private final FaultsFinding finding;

    FaultsClocks(FaultsRound round, FaultsFinding finding) {
        this.round = round;
        this.finding = finding;
    }

    void received(Event.Received received, CapacityRequest request) {
        var at = received.receipt().at();
        var offer = Objects.requireNonNull(request.offer(received.offer()));
        finding.require(
                at.equals(round.notices.get(offer.id()))
                        || round.inbox.of(offer).anyMatch(row -> row.received.equals(at)),
                FaultsRule.NO_NOTICE);
        round.clocks.put(offer.id(), FaultsClock.started(window(offer, request), at));
    }

    /** A holder that is asked again has the shorter window for it, if the clause knows one. */
    private Window window(Offer offer, CapacityRequest request) {
        var holder = round.portfolio.holder(offer);
        var shorter = holder.preemption().conduct().reofferWindow();
        boolean again = request.offers().stream()
                .takeWhile(other -> !other.id().equals(offer.id()))
                .anyMatch(other -> other.right().name().equals(holder.right()) && !sameTerms(other, offer, holder));
        return shorter != null && again ? shorter : holder.window();
    }

    /** But for how much of it; and with whom it was made is a term only where the clause has it so. */
    private static boolean sameTerms(Offer one, Offer other, FaultsPortfolio.Holder holder) {
        var before = one.bargain();
        var put = other.bargain();
        if (before == null || put == null) {
            return before == null && put == null;
        }
        return Objects.equals(before.price(), put.price())
                && before.start().equals(put.start())
                && before.term().equals(put.term())
                && (before.with().equals(put.with())
                        || !FaultsBargains.floor(holder.preemption()).counterparty());
    }

    void moved(String offer, Deadline from, CapacityRequest request) {
        finding.require(from.utc().equals(onRecord(offer, request)), FaultsRule.OTHER_DEADLINE);
    }

    void extended(Event.Extended extended, Command command, CapacityRequest request) {
        var offer = Objects.requireNonNull(request.offer(extended.offer()));
        var holder = round.portfolio.holder(offer);
        var clock = clock(offer.id());
        var to = extended.to().utc();
        moved(offer.id(), extended.from(), request);
        if (command instanceof Command.Extend extend) {
            finding.require(
                    extend.by().containsAll(Set.of(holder.party(), FaultsPortfolio.CUSTOMER)), FaultsRule.NO_CONSENT);
            round.clocks.put(offer.id(), clock.until(to, extended.at()));
            return;
        }
        boolean isGiven = holder.preemption().counter() == Preemption.Counter.EXTENDS
                && offer.counters().size() == 1;
        finding.require(isGiven, FaultsRule.NO_CONSENT);
    }

    /** The first counter gives the window anew where the clause says so, also while the clock stands still. */
    void countered(Event.Countered countered, CapacityRequest request) {
        var offer = Objects.requireNonNull(request.offer(countered.offer()));
        if (round.portfolio.holder(offer).preemption().counter() == Preemption.Counter.EXTENDS
                && offer.counters().isEmpty()) {
            var received = Objects.requireNonNull(countered.counter().received());
            round.clocks.put(offer.id(), clock(offer.id()).anew(received));
        }
    }

    void tolled(Event.Tolled tolled, CapacityRequest request) {
        var offer = Objects.requireNonNull(request.offer(tolled.offer()));
        var clock = clock(offer.id());
        var since = tolled.since();
        finding.require(
                round.portfolio.holder(offer).preemption().conduct().tolling().contains(tolled.event())
                        && !since.isBefore(Objects.requireNonNull(round.notices.get(offer.id())))
                        && !since.isAfter(clock.deadline()),
                FaultsRule.STOPPED_FOR_NOTHING);
        finding.require(!clock.isStopped() && !clock.stoodStill(since), FaultsRule.STOPPED_TWICE);
        round.clocks.put(offer.id(), clock.stop(since));
    }

    void resumed(Event.Resumed resumed) {
        round.clocks.put(resumed.offer(), clock(resumed.offer()).run(resumed.until()));
    }

    /** After an event that started or moved a clock. */
    void ran(Event event, CapacityRequest before) {
        var id = switch (event) {
            case Event.Received received -> received.offer();
            case Event.DeadlineMoved moved -> moved.offer();
            case Event.Extended extended -> extended.offer();
            case Event.Tolled tolled -> tolled.offer();
            case Event.Resumed resumed -> resumed.offer();
            default -> null;
        };
        var request = round.asked();
        if (id == null || request == null) {
            return;
        }
        var now = Objects.requireNonNull(onRecord(id, request));
        var was = onRecord(id, before);
        finding.require(was == null || !now.isBefore(was), FaultsRule.NEARER);
        finding.require(clock(id).gives(now), FaultsRule.OTHER_DEADLINE);
    }

    private static @Nullable Instant onRecord(String id, CapacityRequest request) {
        var offer = request.offer(id);
        var receipt = offer == null ? null : offer.receipt();
        return receipt == null ? null : receipt.deadline().utc();
    }

    private FaultsClock clock(String offer) {
        return Objects.requireNonNull(round.clocks.get(offer));
    }
}
