package io.proviso.desk.rounds;

import io.proviso.agreement.Agreement.Role;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.rounds.RoundCourse;
import io.proviso.calendar.Deadline;
import io.proviso.desk.CapacityRequest;
import io.proviso.desk.CheckReturnValue;
import io.proviso.desk.Command;
import io.proviso.desk.Context;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event;
import io.proviso.desk.Offer;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happens between receipt and answer: a counter taken from the table, more time by consent, a clock that stands still. */
@CheckReturnValue
final class Talks {
    private Talks() {}

    static @Nullable Refused acceptCounter(Unfolding unfolding, Command.AcceptCounter command) {
        var context = unfolding.context();
        var offer = unfolding.request().offer(command.offer());
        var counter = offer == null ? null : offer.counter(command.answer());
        var terms = counter == null ? null : Offer.proposal(counter.response());
        if (offer == null || !offer.isOpen() || counter == null || terms == null || isOver(offer, context)) {
            return new Refused(
                    Rule.ONLY_A_COUNTER_ON_THE_TABLE,
                    "offer " + command.offer() + ": no counter " + command.answer()
                            + " with definite terms is on the table",
                    "Accept a counter before the deadline, and only one that names its terms.");
        }
        var unread = Expiry.whyNotRead(offer, command.inboxReadThrough(), context.now(), "a counter is accepted");
        if (unread != null) {
            return unread;
        }
        var unfit = Answers.whyUnfit(offer, terms, unfolding.request().need().terms(), unfolding.context());
        if (unfit != null) {
            return unfit;
        }
        // What the holder proposed itself is another bargain than its right gives it: both agreed on it.
        var course = Clocks.course(offer, context);
        var ended = course.ended(
                new RoundCourse.Answer.Takes(terms.gpus(), false),
                context.now(),
                offer.clock().deadline().utc());
        return Acceptances.reserve(unfolding, offer, terms, counter, course, ended);
    }

    private static boolean isOver(Offer offer, Context context) {
        return hasRunOut(offer)
                || (offer.stopped() == null && !Clocks.deadline(offer, context).inTime(context.now()))
                || Rights.overSince(offer, context) != null;
    }

    /** Whether an answer on record came after the deadline. It proves that the deadline passed, even to a node whose clock is behind; or it waits for a clock that stands still. */
    private static boolean hasRunOut(Offer offer) {
        return !offer.late().isEmpty();
    }

    static @Nullable Refused extend(Unfolding unfolding, Command.Extend command) {
        var context = unfolding.context();
        var offer = running(unfolding.request(), command.offer());
        if (offer == null) {
            return notRunning(command.offer());
        }
        var receipt = offer.clock();
        var deadline = Clocks.deadline(offer, context);
        var until = command.until();
        if (until.equals(deadline.utc())) {
            return null;
        }
        var both = new HashSet<>(customers(offer, context));
        both.retainAll(command.by());
        if (!command.by().contains(offer.right().holder())
                || both.isEmpty()
                || !until.isAfter(deadline.utc())
                || offer.stopped() != null
                || isOver(offer, context)) {
            return new Refused(
                    Rule.BOTH_CONSENT_TO_MORE_TIME,
                    "offer " + offer.id() + ": " + command.by() + " cannot move its deadline from " + deadline.utc()
                            + " to " + until + " at " + context.now(),
                    "Before the deadline, and while the clock runs, holder and customer may agree on a later one.");
        }
        var later = new Deadline(
                deadline.deemedReceived(), until.atZone(receipt.pinned().zone()));
        unfolding.then(new Event.Extended(context.now(), offer.id(), receipt.deadline(), later, command.by(), null));
        return null;
    }

    private static Set<Party> customers(Offer offer, Context context) {
        var customers = new HashSet<Party>();
        var portfolio = context.rulings().portfolio();
        var customer = portfolio.vocabulary().desk().orOwn(DeskWords.Of.CUSTOMER);
        for (var agreement : portfolio.agreements()) {
            if (agreement.name().equals(offer.right().name().agreement())) {
                agreement.parties().forEach((party, roles) -> {
                    if (roles.stream().map(Role::word).anyMatch(customer::equals)) {
                        customers.add(party);
                    }
                });
            }
        }
        return customers;
    }

    static @Nullable Refused toll(Unfolding unfolding, Command.Toll command) {
        var context = unfolding.context();
        var offer = running(unfolding.request(), command.offer());
        if (offer == null) {
            return notRunning(command.offer());
        }
        var receipt = offer.clock();
        var since = command.since();
        if (has(offer, new Happening.Tolled(command.event()), since)) {
            return null;
        }
        var conduct = receipt.pinned().terms().preemption().conduct();
        var deadline = Clocks.deadline(offer, context);
        if (!conduct.tolling().contains(command.event())
                || offer.stopped() != null
                || hasRunAgainAfter(since, offer)
                || since.isAfter(context.now())
                || since.isBefore(receipt.at())
                || !deadline.inTime(since)) {
            return new Refused(
                    Rule.ONLY_A_NAMED_EVENT_TOLLS,
                    "offer " + offer.id() + ": " + command.event() + " since " + since + " does not stop its clock",
                    "The clause names " + conduct.tolling()
                            + "; one at a time and in order, between receipt and deadline.");
        }
        Clocks.moveDeadline(unfolding, offer);
        unfolding.then(new Event.Tolled(context.now(), offer.id(), command.event(), since));
        return null;
    }

    static @Nullable Refused resume(Unfolding unfolding, Command.Resume command) {
        var context = unfolding.context();
        var offer = running(unfolding.request(), command.offer());
        if (offer == null) {
            return notRunning(command.offer());
        }
        var since = offer.stoppedSince();
        var until = command.until();
        if (resumptions(offer).anyMatch(until::equals)) {
            return null;
        }
        if (since == null || until.isAfter(context.now()) || until.isBefore(since)) {
            return new Refused(
                    Rule.ONLY_A_NAMED_EVENT_TOLLS,
                    "offer " + offer.id() + ": its clock cannot run again from " + until
                            + (since == null ? ", it was not stopped" : ", it was stopped at " + since),
                    "Say when the event that stopped it was over.");
        }
        var stopped = Objects.requireNonNull(offer.stopped());
        var event = ((Happening.Tolled) stopped.what()).event();
        var running = offer.then(new Round.Step(new Happening.Resumed(event), until, context.now()));
        unfolding.then(new Event.Resumed(context.now(), offer.id(), until, Clocks.deadline(running, context)));
        return AnswersInTime.takeIn(unfolding, offer.id());
    }

    private static boolean has(Offer offer, Happening what, Instant at) {
        return offer.round().steps().stream()
                .anyMatch(step -> step.what().equals(what) && step.at().equals(at));
    }

    /** Whether the clock had stopped and run again by then or later. */
    private static boolean hasRunAgainAfter(Instant at, Offer offer) {
        return resumptions(offer).anyMatch(at::isBefore);
    }

    private static Stream<Instant> resumptions(Offer offer) {
        return offer.round().steps().stream()
                .filter(step -> step.what() instanceof Happening.Resumed)
                .map(Round.Step::at);
    }

    private static @Nullable Offer running(CapacityRequest request, String id) {
        var offer = request.offer(id);
        return offer != null && offer.isOpen() && offer.receipt() != null ? offer : null;
    }

    private static Refused notRunning(String offer) {
        return new Refused(
                Rule.ONLY_A_RECEIPT_STARTS_THE_CLOCK,
                "offer " + offer + ": no clock of it is running",
                "Only the clock of an open offer that was received can be moved or stopped.");
    }
}
