package io.proviso.desk;

import io.proviso.agreement.Agreement.Role;
import io.proviso.agreement.DeskWords;
import io.proviso.calendar.Deadline;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.units.Party;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
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
        var unfit = Answers.whyUnfit(offer, terms, unfolding.request().need().terms());
        return unfit != null ? unfit : Acceptances.reserve(unfolding, offer, terms, counter, context.now());
    }

    private static boolean isOver(Offer offer, Context context) {
        var receipt = offer.clock();
        var isRunning = receipt.tolling().since() == null;
        return hasRunOut(offer)
                || (isRunning && !Clocks.deadline(receipt, context).inTime(context.now()))
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
        var deadline = Clocks.deadline(receipt, context);
        var until = command.until();
        if (until.equals(deadline.utc())) {
            return null;
        }
        var both = new HashSet<>(customers(offer, context));
        both.retainAll(command.by());
        if (!command.by().contains(offer.right().holder())
                || both.isEmpty()
                || !until.isAfter(deadline.utc())
                || isOver(offer, context)) {
            return new Refused(
                    Rule.BOTH_CONSENT_TO_MORE_TIME,
                    "offer " + offer.id() + ": " + command.by() + " cannot move its deadline from " + deadline.utc()
                            + " to " + until + " at " + context.now(),
                    "Before the deadline, holder and customer may agree on a later one.");
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
        var tolling = receipt.tolling();
        if (tolling.wasStopped(command.event(), command.since())) {
            return null;
        }
        var conduct = receipt.pinned().terms().preemption().conduct();
        var since = command.since();
        var deadline = Clocks.deadline(receipt, context);
        if (!conduct.tolling().contains(command.event())
                || tolling.since() != null
                || tolling.isOverAfter(since)
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
        var receipt = offer.clock();
        var tolling = receipt.tolling();
        var since = tolling.since();
        var until = command.until();
        if (tolling.wasResumed(until)) {
            return null;
        }
        if (since == null || until.isAfter(context.now()) || until.isBefore(since)) {
            return new Refused(
                    Rule.ONLY_A_NAMED_EVENT_TOLLS,
                    "offer " + offer.id() + ": its clock cannot run again from " + until
                            + (since == null ? ", it was not stopped" : ", it was stopped at " + since),
                    "Say when the event that stopped it was over.");
        }
        unfolding.then(
                new Event.Resumed(context.now(), offer.id(), until, tolling.resumed(until, receipt.countedFrom())));
        Clocks.moveDeadline(
                unfolding, Objects.requireNonNull(unfolding.request().offer(offer.id())));
        return AnswersInTime.takeIn(unfolding, offer.id());
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
