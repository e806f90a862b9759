package io.proviso.counsel.english;

import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.GoesOn;
import io.proviso.agreement.clause.Leaver;
import io.proviso.agreement.clause.Schedule;
import io.proviso.calendar.Window;
import io.proviso.units.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;

/** A promise to buy as sentences: how much and how long, what is owed when, who may leave it, and how it goes on. */
public record CommitmentEnglish(Commitment promise, English english, Instant knownAt) {
    /** All that it says, ended with a full stop. */
    String sentences() {
        var amount = promise.amount().asKnown(knownAt);
        var term = promise.term().asKnown(knownAt);
        var figure = amount == null
                ? "for an undisclosed amount"
                : switch (promise.headline()) {
                    case COMMITTED -> "for " + English.money(amount);
                    case UP_TO -> "for up to " + English.money(amount) + ", subject to delivery";
                };
        return promise.by() + " commits to buy from " + promise.to() + " " + figure
                + (promise.incremental() ? ", on top of what was committed before" : "")
                + (term == null ? ", over an undisclosed term." : ", " + english.interval(term) + ".")
                + schedule();
    }

    private String schedule() {
        var schedule = promise.schedule();
        var steps = schedule.ramp().stream()
                .map(step -> English.money(step.amount()) + " through " + english.lastDayOf(step.until()))
                .toList();
        var ramp = steps.isEmpty() ? "" : " In total are owed: " + String.join(", ", steps) + ".";
        var leaving = schedule.termination() == null ? "" : " " + termination(schedule.termination());
        var delivery = schedule.delivery() == null
                ? ""
                : " " + new DeliveryEnglish(promise.by(), promise.to(), english, knownAt).of(schedule.delivery());
        return ramp
                + delivery
                + leaving
                + forCause()
                + goesOn()
                + schedule.options().stream()
                        .map(option -> " On top, " + promise.by() + " has an option on "
                                + English.money(option.amount())
                                + (option.exercised()
                                        ? ", exercised."
                                        : ", to be exercised by " + english.lastDayOf(option.exerciseBy()) + "."))
                        .collect(Collectors.joining());
    }

    private String forCause() {
        var right = promise.schedule().forCause();
        if (right == null) {
            return "";
        }
        var cause = "('" + right.cause().facet() + "' "
                + String.join(" or ", right.cause().byName()) + "), once "
                + right.by().other(promise.by(), promise.to()) + " had "
                + english.stated(right.cure(), Window::toString, "an undisclosed time")
                + " from the notice to cure it and did not";
        return right.by() == Leaver.EITHER
                ? " " + promise.by() + " or " + promise.to() + " may leave for a breach of the other's " + cause
                        + "; whose breach it is that fact does not say."
                : " " + right.by().words(promise.by(), promise.to()) + " may leave for cause " + cause + ".";
    }

    private String goesOn() {
        return switch (promise.schedule().goesOn()) {
            case null -> "";
            case GoesOn.Renews renews ->
                " The term renews by itself for " + English.period(renews.length())
                        + (renews.times() == null ? "" : ", " + English.grouped(renews.times()) + " times at most")
                        + ", unless a no ('" + renews.unless().facet() + "' "
                        + String.join(" or ", renews.unless().byName()) + ") is received "
                        + english.stated(renews.notice(), Window::toString, "an undisclosed time")
                        + " before its end; each time "
                        + english.stated(renews.amount(), English::money, "an undisclosed amount") + " more is owed.";
            case GoesOn.Extends(List<GoesOn.Extension> options) ->
                options.stream()
                        .map(option -> " " + promise.by() + " may extend the term by " + English.period(option.length())
                                + " ('" + option.exercised().facet() + "' "
                                + String.join(" or ", option.exercised().byName()) + "), by a notice received "
                                + english.stated(option.notice(), Window::toString, "an undisclosed time")
                                + (option.notEarlier() == null ? "" : " and not earlier than " + option.notEarlier())
                                + " before its end, for "
                                + english.stated(option.amount(), English::money, "an undisclosed amount") + " more.")
                        .collect(Collectors.joining(options.size() > 1 ? " Then, if it was:" : ""));
        };
    }

    private String termination(Schedule.Termination leaving) {
        var from = leaving.notBefore() == null
                ? ""
                : ", ending no earlier than " + english.stated(leaving.notBefore(), english::day, "an undisclosed day");
        var fee =
                leaving.fee() == null ? "without a fee" : "for a fee of " + english.stated(leaving.fee(), this::feeOf);
        return leaving.by().words(promise.by(), promise.to()) + " may leave for convenience on notice of "
                + english.stated(leaving.notice(), English::period, "an undisclosed length") + from + ", " + fee + ".";
    }

    /** A fee as a share of what remains, or as an amount. */
    public static String fee(Schedule.Fee.Flat fee) {
        return switch (fee) {
            case Schedule.Fee.Fixed(Money fixed) -> English.money(fixed);
            case Schedule.Fee.OfTheRest(BigDecimal share) -> English.percent(share) + " of what remains";
        };
    }

    private String feeOf(Schedule.Fee fee) {
        return switch (fee) {
            case Schedule.Fee.Flat flat -> fee(flat);
            case Schedule.Fee.Stepped(List<Schedule.FeeStep> steps) ->
                steps.stream()
                                .map(step -> fee(step.fee()) + " if it ends before "
                                        + switch (step.before()) {
                                            case Schedule.Before.Day(Instant day) -> english.day(day);
                                            case Schedule.Before.Into(Period period) ->
                                                English.period(period) + " of the term are over";
                                        })
                                .collect(Collectors.joining(", else "))
                        + ", else nothing";
        };
    }
}
