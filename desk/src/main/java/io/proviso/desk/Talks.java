package io.proviso.desk;

import io.proviso.agreement.Agreement.Role;
import io.proviso.agreement.Preemption;
import io.proviso.calendar.Deadline;
import io.proviso.desk.Decision.Refused;
import io.proviso.desk.Decision.Rule;
import io.proviso.desk.Event.Declined.Because;
import io.proviso.desk.Offer.Ending;
import io.proviso.units.Party;
import java.time.Duration;
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
        if (preemption.kind() == Preemption.Kind.OPTION) {
            return Answers.unfit(
                    offer,
                    "an option is called on its own terms, not on others",
                    "Accept as offered, decline, or let it lapse.");
        }
        var counter =
                new Event.Countered(unfolding.now(), offer.id(), new Ending.Answered(answer.id(), answer.response()));
        return switch (preemption.counter()) {
            case DECLINES -> Answers.decline(unfolding, answer, because);
            case NEGOTIATES -> unfolding.then(counter).decided();
            case EXTENDS -> {
                if (!offer.counters().isEmpty()) {
                    yield Answers.decline(unfolding, answer, because);
                }
                yield extendOnce(unfolding.then(counter), offer, answer.received());
            }
        };
    }

    private static Decision extendOnce(Unfolding unfolding, Offer offer, Instant received) {
        var context = unfolding.context();
        var receipt = offer.clock();
        var calendar =
                context.rulings().portfolio().calendars().get(receipt.pinned().calendar());
        if (calendar != null) {
            var closures = calendar.asKnown(context.basis().knownAt(received));
            var anew = receipt.pinned().deadline(received, closures);
            if (anew.utc().isAfter(receipt.deadline().utc())) {
                unfolding.then(new Event.Extended(unfolding.now(), offer.id(), receipt.deadline(), anew, Set.of()));
                return takeIn(unfolding, offer.id());
            }
        }
        return unfolding.decided();
    }

    /** Rows may be read out of order: the first answer that was too late for the old deadline and is not for the new one counts. */
    private static Decision takeIn(Unfolding unfolding, String id) {
        var offer = Objects.requireNonNull(unfolding.request().offer(id));
        var receipt = offer.clock();
        var over = Rights.overSince(offer, unfolding.context());
        var inTime = offer.late().stream()
                .filter(late -> receipt.inTime(late.received()))
                .filter(late -> over == null || late.received().isBefore(over))
                .sorted(Comparator.comparing(Offer.Late::received))
                .toList();
        for (var late : inTime) {
            var answer =
                    new Command.Answer(id, late.answer(), offer.right().holder(), late.received(), late.response());
            if (Answers.inTime(unfolding, offer, receipt, answer) instanceof Decision.Decided decided) {
                return decided;
            }
        }
        return unfolding.decided();
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
        var unfit = Answers.whyUnfit(offer, terms, request.need().terms());
        return unfit != null
                ? unfit
                : Acceptances.reserve(new Unfolding(request, context), offer, terms, counter, context.now());
    }

    private static boolean isOver(Offer offer, Context context) {
        var receipt = offer.clock();
        return hasRunOut(offer)
                || !receipt.due(Notices.deadline(receipt, context)).inTime(context.now())
                || Rights.overSince(offer, context) != null;
    }

    /** An answer that came too late proves that the deadline has passed, however far behind the clock of this node is. */
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
                .then(new Event.Extended(context.now(), offer.id(), receipt.deadline(), later, command.by()))
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
        if (command.event().equals(tolling.event()) && command.since().equals(tolling.since())) {
            return Decision.nothingNew();
        }
        var conduct = receipt.pinned().terms().preemption().conduct();
        var since = command.since();
        var deadline = Notices.deadline(receipt, context);
        if (!conduct.tolling().contains(command.event())
                || tolling.since() != null
                || since.isAfter(context.now())
                || since.isBefore(receipt.at())
                || hasRunOut(offer)
                || !deadline.inTime(since)) {
            return new Refused(
                    Rule.ONLY_A_NAMED_EVENT_TOLLS,
                    "offer " + offer.id() + ": " + command.event() + " since " + since + " does not stop its clock",
                    "The clause names " + conduct.tolling() + "; one at a time, between receipt and deadline.");
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
        var tolling = offer.clock().tolling();
        var since = tolling.since();
        var until = command.until();
        if (since == null || until.isAfter(context.now()) || until.isBefore(since)) {
            return new Refused(
                    Rule.ONLY_A_NAMED_EVENT_TOLLS,
                    "offer " + offer.id() + ": its clock cannot run again from " + until
                            + (since == null ? ", it was not stopped" : ", it was stopped at " + since),
                    "Say when the event that stopped it was over.");
        }
        var total = tolling.total().plus(Duration.between(since, until));
        return new Unfolding(request, context)
                .then(new Event.Resumed(context.now(), offer.id(), until, new Offer.Tolling(total, null, null)))
                .decided();
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
