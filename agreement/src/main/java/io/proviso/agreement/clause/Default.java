package io.proviso.agreement.clause;

import io.proviso.calendar.DayTerms;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What holds where a right of first refusal, a time to answer a request for consent, or a commitment does not say: no party agreed on it, so each that may shape an answer is told as
 * assumed. This is the one list of them; a term that the clause writes, with whatever value, is none.
 */
public enum Default {
    RECEIVED_UNTIL("receipt/until", "a notice counts as received on its day until 17:00"),
    CLOSED_DAY(
            "receipt/closed-day",
            "what is received on a day without business counts as received on the next business day"),
    DUE_AT("deadline/hour", "a deadline ends at 17:00"),
    ROLL("deadline/roll", "a last day without business is not moved"),
    COUNTER("counter", "a counter-offer counts as a decline"),
    TAIL("tail", "a refusal frees for good"),
    OPEN_OFFERS("open-offers", "an offer that is open when the right ends goes moot"),
    BELOW_GANG(
            "below-gang", "a part that leaves either side less than the minimum gang counts as a decline of the whole"),
    ON_FAILURE("on-failure", "who accepts and does not deliver loses the right for that need"),
    FEES_FROM("delivery/fees-from", "a tranche is paid for from its delivery on, and not only from its acceptance"),
    CREDITS_FROM("delivery/delay/credits/from", "the first day of delay that is credited is the one after the grace");

    private final String term;
    private final String means;

    Default(String term, String means) {
        this.term = term;
        this.means = means;
    }

    /** The term by its path in the clause of an agreement file, or by what it would be called. */
    public String term() {
        return term;
    }

    /** What is assumed, to follow a colon. */
    public String means() {
        return means;
    }

    /** The defaults by which a right goes of which only some terms are said, in an agreement that says some for all its rights. */
    public static Set<Default> unsaid(FirstRefusal right, DayTerms.Written forAll, Predicate<String> said) {
        var unsaid = EnumSet.noneOf(Default.class);
        Stream.of(values())
                .filter(one -> one.matters(right) && !said.test(one.term))
                .filter(one -> !one.isWritten(right.answering().days()) && !one.isWritten(forAll))
                .forEach(unsaid::add);
        return unsaid;
    }

    private boolean isWritten(DayTerms.Written days) {
        return switch (this) {
            case RECEIVED_UNTIL -> days.receivedUntil() != null;
            case CLOSED_DAY -> days.closedDay() != null;
            case DUE_AT -> days.dueAt() != null;
            case ROLL -> days.roll() != null;
            case COUNTER, TAIL, OPEN_OFFERS, BELOW_GANG, ON_FAILURE, FEES_FROM, CREDITS_FROM -> false;
        };
    }

    private boolean matters(FirstRefusal right) {
        var preemption = right.preemption();
        boolean answers = preemption.kind() != Preemption.Kind.OPTION;
        return switch (this) {
            case RECEIVED_UNTIL, CLOSED_DAY, DUE_AT, ROLL ->
                answers && windows(right).anyMatch(this::counts);
            // Talks are what a negotiation is for.
            case COUNTER -> answers && preemption.kind() != Preemption.Kind.NEGOTIATION;
            case TAIL, OPEN_OFFERS, ON_FAILURE -> answers;
            case BELOW_GANG -> answers && right.partial() == FirstRefusal.Partial.ANY;
            case FEES_FROM, CREDITS_FROM -> false;
        };
    }

    /** The defaults by which the time to answer a request for consent is counted: its clause has no words for them. */
    public static Set<Default> unsaid(Prohibition.Answer answer, DayTerms.Written forAll) {
        var unsaid = EnumSet.noneOf(Default.class);
        Stream.of(RECEIVED_UNTIL, CLOSED_DAY, DUE_AT, ROLL)
                .filter(one -> one.counts(answer.within()) && !one.isWritten(forAll))
                .forEach(unsaid::add);
        return unsaid;
    }

    /** The defaults by which a commitment goes: how its notices are counted, and what a delivery brings. */
    public static Set<Default> unsaid(Commitment promise, DayTerms.Written forAll) {
        var schedule = promise.schedule();
        var unsaid = EnumSet.noneOf(Default.class);
        var notices = notices(schedule).toList();
        Stream.of(RECEIVED_UNTIL, CLOSED_DAY, DUE_AT, ROLL)
                .filter(one -> notices.stream().anyMatch(one::counts) && !one.isWritten(forAll))
                .forEach(unsaid::add);
        var delivery = schedule.delivery();
        if (delivery == null) {
            return unsaid;
        }
        if (delivery.saidFeesFrom() == null
                && delivery.tranches().stream().anyMatch(tranche -> tranche.accepted() != null)) {
            unsaid.add(FEES_FROM);
        }
        if (delivery.tranches().stream()
                .map(Delivery.Tranche::delay)
                .anyMatch(delay -> delay != null
                        && delay.grace() != null
                        && delay.credits() != null
                        && delay.credits().saidFrom() == null)) {
            unsaid.add(CREDITS_FROM);
        }
        return unsaid;
    }

    /** The times of a commitment that are counted from or back to the receipt of a notice. */
    private static Stream<Window> notices(Schedule schedule) {
        var cure = schedule.forCause() == null ? null : schedule.forCause().cure();
        Stream<Stated<Window>> goingOn = switch (schedule.goesOn()) {
            case null -> Stream.empty();
            case GoesOn.Renews renews -> Stream.of(renews.notice());
            case GoesOn.Extends(List<GoesOn.Extension> options) ->
                options.stream().map(GoesOn.Extension::notice);
        };
        return Stream.concat(Stream.ofNullable(cure), goingOn)
                .flatMap(stated -> Stream.ofNullable(stated.asKnown(Instant.MAX)));
    }

    /** Whether it may move the end of such a window; elapsed hours no calendar touches, and business days end on none that is closed. */
    private boolean counts(Window window) {
        return switch (window) {
            case Window.Hours _ -> false;
            case Window.BusinessDays _ -> this != ROLL;
            case Window.Days _, Window.Dates _ -> true;
        };
    }

    private static Stream<Window> windows(FirstRefusal right) {
        var first = right.answering().window().asKnown(Instant.MAX);
        return Stream.concat(
                first == null ? Stream.of(new Window.Days(1)) : Stream.of(first),
                right.answering().talks().stream().flatMap(talks -> Stream.ofNullable(talks.asKnown(Instant.MAX))));
    }

    /** Those of a clause by which the notices and times of an agreement are counted. */
    public boolean isOfCounting() {
        return this == RECEIVED_UNTIL || this == CLOSED_DAY || this == DUE_AT || this == ROLL;
    }

    /** All of them in one sentence without its full stop, each behind its term; empty if there are none. */
    public static String words(Set<Default> defaults) {
        List<String> words = defaults.stream()
                .sorted()
                .map(one -> one.means + " (" + one.term + ")")
                .toList();
        return words.isEmpty() ? "" : "Assumed, where the clause is silent: " + String.join("; ", words);
    }
}
