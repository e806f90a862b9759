package io.proviso.agreement.ruling;

import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.norms.Step;
import io.proviso.agreement.norms.Told;
import io.proviso.calendar.Window;
import java.util.List;
import java.util.stream.Collectors;

/** What the texts of a ruling say of its steps in the same words. */
public final class StepText {
    private StepText() {}

    /** What to do, as one is told to. */
    public static String what(Step step) {
        var to = step.to();
        return switch (step.kind()) {
            case OFFER -> "Offer the capacity to " + to + ", who has " + time(step) + " to answer";
            case WAIT ->
                "Wait for the answer of " + to + " "
                        + (step.round() == null ? "to the offer that is open" : "in round " + step.round());
            case NEGOTIATE ->
                step.round() == null
                        ? "Negotiate with " + to + ", who has " + time(step) + " to propose"
                        : "Go on negotiating with " + to + " in round " + step.round();
            case SHOW -> "Show " + to + " what the third party offers; it has " + time(step) + " to answer";
            case MATCH -> "Invite " + to + " to match what others bid; it has " + time(step) + " to answer";
            case CONSENT ->
                "Obtain the consent of " + to
                        + (step.isTimed() ? ", who has " + time(step) + " to answer" + silence(step) : "");
        };
    }

    /** What silence until then means of a consent, to follow how long it has; empty if nobody says. */
    private static String silence(Step step) {
        return switch (step.silence()) {
            case null -> "";
            case CONSENTS -> " (silence is consent)";
            case REFUSES -> " (silence is a refusal)";
        };
    }

    /** Until when a step may take, to follow the day by which it is over. */
    public static String whatever(Step step) {
        return step.kind() == Step.Kind.CONSENT ? " unless it is refused" : " whatever the answer";
    }

    /** The same in a word or two, after "first". */
    public static String brief(Step step) {
        var to = step.to();
        return switch (step.kind()) {
            case OFFER -> "offer it to " + to;
            case WAIT -> "wait for the answer of " + to;
            case NEGOTIATE -> "negotiate with " + to;
            case SHOW -> "show " + to + " the third party's offer";
            case MATCH -> "invite " + to + " to match";
            case CONSENT -> "have the consent of " + to;
        };
    }

    /** The same of all steps; one right may ask for one of them or for another, as more of the question is given. */
    public static String brief(List<Step> steps) {
        return steps.stream()
                .map(StepText::brief)
                .distinct()
                .collect(Collectors.joining(areAlternatives(steps) ? " or " : " and "));
    }

    private static boolean areAlternatives(List<Step> steps) {
        return steps.stream().map(Step::clause).distinct().count() == 1
                && steps.stream().noneMatch(step -> step.given().isEmpty());
    }

    /** What has to be given for it to be asked for, to follow it; empty if nothing has. */
    public static String given(Step step) {
        return step.given().isEmpty()
                ? ""
                : " if "
                        + step.given().entrySet().stream()
                                .map(entry -> entry.getKey().holds(entry.getValue()))
                                .collect(Collectors.joining(" and "));
    }

    /** The same with from what it runs. */
    public static String timeFrom(Step step) {
        return time(step)
                + switch (step.from()) {
                    case RECEIPT -> " from receipt";
                    case GIVING -> " from the day of giving";
                    case null -> " for this stage";
                };
    }

    /** What its dates assume, to follow a comma; empty if they assume nothing. */
    public static String assuming(Step step) {
        if (!step.assumesReceipt()) {
            return "";
        }
        var begun = isGiven(step) ? "given" : "received";
        return step.kind() == Step.Kind.WAIT ? ", had the offer been " + begun : ", if " + begun;
    }

    /** Whether its time runs from the giving. */
    public static boolean isGiven(Step step) {
        return step.from() == FirstRefusal.From.GIVING;
    }

    /** How long the other side has to answer. */
    public static String time(Step step) {
        return switch (step.window()) {
            case Told.Open<Window>(Window window) -> window.toString();
            case Told.Withheld<Window>() -> "a time that is " + Disclosure.WITHHELD;
            case Told.Undisclosed<Window>() -> "an undisclosed time";
            case null -> "an undisclosed time";
        };
    }
}
