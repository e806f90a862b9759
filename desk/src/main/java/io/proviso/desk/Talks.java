package io.proviso.desk;

import io.proviso.agreement.Agreement.Role;
import io.proviso.calendar.Deadline;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event.Declined.Because;
import io.proviso.desk.Offer.Ending;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens between receipt and answer: counters on the table, more time by consent, a clock that stands still. */
final class Talks {
    private Talks() {}

    /** A counter is a decline unless the clause says otherwise; an option leaves nothing to counter. */
    static Decision counter(
            Unfolding unfolding, Offer offer, Command.Answer answer, Offer.Receipt receipt, Because because) {
        var preemption = receipt.pinned().terms().preemption();
        var counter = new Event.Countered(unfolding.now(), offer.id(), Ending.Answered.by(answer));
        return switch (preemption.counter()) {
            case DECLINES -> Answers.decline(unfolding, answer, because);
            case NEGOTIATES -> unfolding.then(counter).decided();
            case EXTENDS -> {
                if (!offer.counters().isEmpty()) {
                    yield Answers.decline(unfolding, answer, because);
                }
                yield extendOnce(unfolding.then(counter), offer.id(), answer.received());
            }
        };
    }

    private static Decision extendOnce(Unfolding unfolding, String id, Instant received) {
        var receipt = offer(unfolding, id).clock();
        var anew = Notices.anew(receipt, received, unfolding.context());
        if (!anew.utc().isAfter(receipt.deadline().utc())) {
            return unfolding.decided();
        }
        return takeIn(
                unfolding.then(new Event.Extended(unfolding.now(), id, receipt.deadline(), anew, Set.of(), received)),
                id);
    }

    /** Rows may be read out of order: the first answer that was too late for the old deadline and is not for the new one counts. */
    private static Decision takeIn(Unfolding unfolding, String id) {
        var moved = offer(unfolding, id);
        var inTime = moved.late().stream()
                .filter(late -> moved.clock().inTime(late.received()))
                .filter(late -> Rights.stoodAt(late.received(), moved, unfolding.context()))
                .sorted(Comparator.comparing(Offer.Late::received))
                .toList();
        for (var late : inTime) {
            var offer = offer(unfolding, id);
            if (offer.isOpen() && offer.late().contains(late)) {
                var answer =
                        new Command.Answer(id, late.answer(), offer.right().holder(), late.received(), late.response());
                // What is refused even now, because its supply is forbidden, stays late.
                Answers.inTime(unfolding, offer, offer.clock(), answer);
            }
        }
        return unfolding.decided();
    }

    private static Offer offer(Unfolding unfolding, String id) {
        return Objects.requireNonNull(unfolding.request().offer(id));
    }

    static Decision acceptCounter(CapacityRequest request, Command.AcceptCounter command, Context context) {
        var offer = request.offer(command.offer());
        var counter = offer == null ? null : offer.counter(command.answer());
        var terms = counter == null ? null : Offer.proposal(counter.response());
        if (offer == null || !offer.isOpen() || counter == null || terms == null || isOver(offer, context)) {
            return new Refused(
                    Rule.ONLY_A_COUNTER_ON_THE_TABLE,
                    "offer " + command.offer() + ": no counter " + command.answer()
                            + " with definite terms is on the table",
                    "Accept a counter before the deadline, and only one that names its terms.");
        }
        var unread = Expiry.whyNotRead(offer, command.inboxReadThrough(), context, "a counter is accepted");
        if (unread != null) {
            return unread;
        }
        var unfit = Answers.whyUnfit(offer, terms, request.need().terms());
        return unfit != null
                ? unfit
                : Acceptances.reserve(new Unfolding(request, context), offer, terms, counter, context.now());
    }

    private static boolean isOver(Offer offer, Context context) {
        var receipt = offer.clock();
        var isRunning = receipt.tolling().since() == null;
        return hasRunOut(offer)
                || (isRunning && !Notices.deadline(receipt, context).inTime(context.now()))
                || Rights.overSince(offer, context) != null;
    }

    /** An answer after the deadline proves that it has passed, however far behind the clock of this node is, or waits for a clock that stands still. */
    private static boolean hasRunOut(Offer offer) {
        return !offer.late().isEmpty();
    }

    static Decision extend(CapacityRequest request, Command.Extend command, Context context) {
        var offer = running(request, command.offer());
        if (offer == null) {
            return notRunning(command.offer());
        }
        var receipt = offer.clock();
        var deadline = Notices.deadline(receipt, context);
        var until = command.until();
        if (until.equals(deadline.utc())) {
            return Decision.nothingNew();
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
        return new Unfolding(request, context)
                .then(new Event.Extended(context.now(), offer.id(), receipt.deadline(), later, command.by(), null))
                .decided();
    }

    private static Set<Party> customers(Offer offer, Context context) {
        var customers = new HashSet<Party>();
        for (var agreement : context.rulings().portfolio().agreements()) {
            if (agreement.name().equals(offer.right().agreement())) {
                agreement.parties().forEach((party, roles) -> {
                    if (roles.stream().anyMatch(role -> role.kind() == Role.Kind.CUSTOMER)) {
                        customers.add(party);
                    }
                });
            }
        }
        return customers;
    }

    static Decision toll(CapacityRequest request, Command.Toll command, Context context) {
        var offer = running(request, command.offer());
        if (offer == null) {
            return notRunning(command.offer());
        }
        var receipt = offer.clock();
        var tolling = receipt.tolling();
        if (tolling.wasStopped(command.event(), command.since())) {
            return Decision.nothingNew();
        }
        var conduct = receipt.pinned().terms().preemption().conduct();
        var since = command.since();
        var deadline = Notices.deadline(receipt, context);
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
        return Notices.moveDeadline(new Unfolding(request, context), offer, receipt)
                .then(new Event.Tolled(context.now(), offer.id(), command.event(), since))
                .decided();
    }

    static Decision resume(CapacityRequest request, Command.Resume command, Context context) {
        var offer = running(request, command.offer());
        if (offer == null) {
            return notRunning(command.offer());
        }
        var receipt = offer.clock();
        var tolling = receipt.tolling();
        var since = tolling.since();
        var until = command.until();
        if (tolling.wasResumed(until)) {
            return Decision.nothingNew();
        }
        if (since == null || until.isAfter(context.now()) || until.isBefore(since)) {
            return new Refused(
                    Rule.ONLY_A_NAMED_EVENT_TOLLS,
                    "offer " + offer.id() + ": its clock cannot run again from " + until
                            + (since == null ? ", it was not stopped" : ", it was stopped at " + since),
                    "Say when the event that stopped it was over.");
        }
        var unfolding = new Unfolding(request, context)
                .then(new Event.Resumed(
                        context.now(), offer.id(), until, tolling.resumed(until, receipt.countedFrom())));
        var resumed = offer(unfolding, offer.id());
        return takeIn(Notices.moveDeadline(unfolding, resumed, resumed.clock()), offer.id());
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
