package io.proviso.agreement;

import io.proviso.calendar.Window;

/** What the texts of a ruling say of its steps in the same words. */
public final class StepText {
    private StepText() {}

    /** What to do, as one is told to. */
    public static String what(Ruling ruling, Step step) {
        return switch (step.kind()) {
            case OFFER ->
                ruling.isOffered()
                        ? "Wait for the answer of " + step.to() + " to the offer that is open"
                        : "Offer the capacity to " + step.to() + ", who has " + time(step) + " to answer";
            case CONSENT -> "Obtain the consent of " + step.to();
        };
    }

    /** How long the other side has to answer. */
    public static String time(Step step) {
        return switch (step.window()) {
            case Told.Open<Window>(Window window) -> window.toString();
            case Told.Withheld<Window>() -> "a time that is " + Withheld.WORDS;
            case Told.Undisclosed<Window>() -> "an undisclosed time";
            case null -> "an undisclosed time";
        };
    }
}
