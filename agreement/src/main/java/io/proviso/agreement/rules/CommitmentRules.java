package io.proviso.agreement.rules;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.GoesOn;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the parts of a commitment agree: amounts with the amount, days with the term. What is undisclosed contradicts nothing. */
final class CommitmentRules {
    private final String path;
    private final Schedule schedule;
    private final @Nullable Money amount;
    private final @Nullable Interval term;
    private final ZoneId zone;
    private final boolean hasCalendar;
    private final AttestedEvents events;
    private final ProblemLog problems;

    CommitmentRules(
            String path, Commitment commitment, Agreement agreement, AttestedEvents events, ProblemLog problems) {
        this.path = path;
        this.schedule = commitment.schedule();
        this.amount = commitment.amount().asKnown(Instant.MAX);
        this.term = schedule.term().asKnown(Instant.MAX);
        this.zone = agreement.clock().zone();
        this.hasCalendar = agreement.clock().calendar() != null;
        this.events = events;
        this.problems = problems;
    }

    void check() {
        ramp();
        if (schedule.termination() != null) {
            termination(schedule.termination());
        }
        if (schedule.delivery() != null && !schedule.ramp().isEmpty()) {
            problems.add(
                    path + "/ramp",
                    "what is owed begins with the delivery of each tranche, and the ramp says it once more",
                    "Leave out the ramp: or the delivery:.");
        }
        if (schedule.forCause() != null) {
            events.check(path + "/for-cause/cause", schedule.forCause().cause());
            counted(path + "/for-cause/cure", schedule.forCause().cure());
        }
        goesOn();
        for (int i = 0; i < schedule.options().size(); i++) {
            option(path + "/options/" + i, schedule.options().get(i));
        }
    }

    private void ramp() {
        Schedule.Step before = null;
        for (int i = 0; i < schedule.ramp().size(); i++) {
            var step = schedule.ramp().get(i);
            var at = path + "/ramp/" + i;
            boolean comparable = inTheCurrency(at + "/amount", step.amount());
            if (before != null && !step.until().isAfter(before.until())) {
                problems.add(
                        at + "/until",
                        "a ramp goes forward, but this milestone (" + day(step.until())
                                + ") is not after the one before (" + day(before.until()) + ")",
                        "List the milestones in the order of their days.");
            }
            if (before != null && comparable && isLess(step.amount(), before.amount())) {
                problems.add(
                        at + "/amount",
                        "a ramp is cumulative, but " + step.amount() + " is less than the " + before.amount()
                                + " of the milestone before",
                        "Write what is owed in total by then, not in the period alone.");
            }
            within(at + "/until", step.until());
            before = step;
        }
        if (before != null) {
            total(path + "/ramp/" + (schedule.ramp().size() - 1) + "/amount", before.amount());
        }
    }

    private void total(String at, Money last) {
        if (amount == null) {
            problems.add(
                    at, "the ramp comes to " + last + ", but the amount is undisclosed", "Write it as the amount.");
        } else if (amount.currency().equals(last.currency()) && !amount.equals(last)) {
            problems.add(
                    at,
                    "the ramp comes to " + last + ", but the amount is " + amount,
                    "The last milestone is the whole amount; options come on top of it.");
        }
    }

    private void termination(Schedule.Termination leaving) {
        var at = path + "/termination";
        var fee = leaving.fee() == null ? null : leaving.fee().asKnown(Instant.MAX);
        switch (fee) {
            case null -> {}
            case Schedule.Fee.Fixed(Money fixed) -> inTheCurrency(at + "/fee", fixed);
            case Schedule.Fee.OfTheRest _ -> {}
            case Schedule.Fee.Stepped(List<Schedule.FeeStep> steps) -> steps(at + "/fee", steps);
        }
        Instant notBefore =
                leaving.notBefore() == null ? null : leaving.notBefore().asKnown(Instant.MAX);
        if (notBefore != null && term != null && term.to() != null && !notBefore.isBefore(term.to())) {
            problems.add(
                    at + "/not-before",
                    "it could be left from " + day(notBefore) + ", when the term is over",
                    "Leave the termination out if there is no right to it, or correct the day.");
        }
        Period notice = leaving.notice().asKnown(Instant.MAX);
        if (notice != null && term != null && term.to() != null && !leavesBeforeTheEnd(notice, term)) {
            problems.add(
                    at + "/notice",
                    "the notice is as long as the term or longer, so that nobody could ever leave by it",
                    "Shorten the notice, or leave the termination out.");
        }
    }

    private void steps(String at, List<Schedule.FeeStep> steps) {
        Instant before = null;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (step.fee() instanceof Schedule.Fee.Fixed(Money fixed)) {
                inTheCurrency(at + "/" + i + "/fee", fixed);
            }
            var until = step.before() instanceof Schedule.Before.Day(Instant day)
                    ? day
                    : term == null ? null : step.until(term.from(), zone);
            if (before != null && until != null && !until.isAfter(before)) {
                problems.add(
                        at + "/" + i + "/before",
                        "the steps of a fee go forward, but this one (before " + day(until)
                                + ") is not after the one before (" + day(before) + ")",
                        "List the steps in the order of their days.");
            }
            before = until == null ? before : until;
        }
    }

    private void goesOn() {
        switch (schedule.goesOn()) {
            case null -> {}
            case GoesOn.Renews renews -> {
                events.check(path + "/renews/unless", renews.unless());
                goesOn(path + "/renews", renews.notice(), renews.amount());
            }
            case GoesOn.Extends(List<GoesOn.Extension> options) -> {
                for (int i = 0; i < options.size(); i++) {
                    var at = path + "/extensions/" + i;
                    events.check(at + "/exercised", options.get(i).exercised());
                    goesOn(at, options.get(i).notice(), options.get(i).amount());
                }
            }
        }
    }

    private void goesOn(String at, Stated<Window> notice, Stated<Money> more) {
        var money = more.asKnown(Instant.MAX);
        if (money != null) {
            inTheCurrency(at + "/amount", money);
        }
        counted(at + "/notice", notice);
    }

    private void counted(String at, Stated<Window> notice) {
        if (notice.asKnown(Instant.MAX) instanceof Window.BusinessDays days && !hasCalendar) {
            problems.add(
                    at,
                    "a time of " + days + " has no business calendar",
                    "Name one for the whole agreement (calendar:), or count in days.");
        }
    }

    private boolean leavesBeforeTheEnd(Period notice, Interval over) {
        var first = over.from().atZone(zone).toLocalDate();
        return Schedule.Termination.after(first, notice, zone).isBefore(over.to());
    }

    private void option(String at, Schedule.Option option) {
        inTheCurrency(at + "/amount", option.amount());
        if (term != null && term.to() != null && option.exerciseBy().isAfter(term.to())) {
            problems.add(
                    at + "/exercise-by",
                    "the option can be exercised after the term, which is over on " + day(term.to()),
                    "Correct the day, or write the option as a commitment of its own.");
        }
    }

    private void within(String at, Instant instant) {
        if (term == null) {
            return;
        }
        boolean late = term.to() != null && instant.isAfter(term.to());
        if (late || !instant.isAfter(term.from())) {
            problems.add(
                    at,
                    "the milestone (" + day(instant) + ") lies outside the term, which runs from " + day(term.from())
                            + (term.to() == null ? "" : " to " + day(term.to())),
                    "Correct the day or the term; a bare date is the first moment of that day.");
        }
    }

    private boolean inTheCurrency(String at, Money money) {
        return inTheCurrency(problems, at, money, amount);
    }

    /** Whether money of a commitment is in the currency of its amount, if that is known; it is a problem if not. */
    static boolean inTheCurrency(ProblemLog problems, String at, Money money, @Nullable Money amount) {
        if (amount == null || amount.currency().equals(money.currency())) {
            return true;
        }
        problems.add(
                at,
                money + " is not in the currency of the amount, " + amount.currency(),
                "Write one currency throughout, or split the commitment into two.");
        return false;
    }

    private static boolean isLess(Money one, Money other) {
        return one.currency().equals(other.currency()) && one.compareTo(other) < 0;
    }

    private String day(Instant instant) {
        return instant.atZone(zone).toLocalDate().toString();
    }
}
