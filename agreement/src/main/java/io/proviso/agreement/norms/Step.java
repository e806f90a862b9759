package io.proviso.agreement.norms;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that must happen before a conditional act becomes lawful, as the deciding clause declares it.
 *
 * @param window how long the other side has to answer; null if the step has no window
 * @param from from what it runs; null if the step has no window, or if it began as the stage of talks before it ended
 * @param silence what silence for that time means of a consent; null of any other step, and if nobody says
 * @param soonest when the act is lawful if the other side answers at once
 * @param certainBy when the step is over whatever the other side does (deadline + 1 s, or the known end of the right);
 *     null if it may never be, or if the window is withheld. Before its clock runs it assumes that it begins to at as-of
 * @param round in which the holder is asked already; null if it was not
 * @param assumesReceipt whether its dates assume that the holder has in hand now, or is given now, what it may not have
 * @param given the completion that needs this step; empty if all do
 */
public record Step(
        Kind kind,
        Party to,
        ClauseName clause,
        @Nullable Told<Window> window,
        FirstRefusal.@Nullable From from,
        Prohibition.@Nullable OnSilence silence,
        Instant soonest,
        @Nullable Instant certainBy,
        @Nullable String round,
        boolean assumesReceipt,
        Map<Given, List<String>> given) {
    /** Whether its window, and with it when it is over, is withheld from whom this is told. */
    public boolean isWithheld() {
        return window instanceof Told.Withheld<Window>;
    }

    /** Whether the other side has a time to answer, known or not. */
    public boolean isTimed() {
        return window != null;
    }

    public Step given(Map<Given, List<String>> other) {
        return new Step(kind, to, clause, window, from, silence, soonest, certainBy, round, assumesReceipt, other);
    }

    /** What is told where the clause may not be read: what has to be done, but not how long it takes. */
    public Step withheld() {
        return isTimed()
                ? new Step(
                        kind,
                        to,
                        clause,
                        new Told.Withheld<>(),
                        from,
                        null,
                        soonest,
                        null,
                        round,
                        assumesReceipt,
                        given)
                : this;
    }

    /** What has to be done. */
    public enum Kind {
        /** Offer it to the holder of the right. */
        OFFER,
        /** Wait for the holder's answer to what was put to it. */
        WAIT,
        /** Talk with the holder. */
        NEGOTIATE,
        /** Show the holder what a third party offers. */
        SHOW,
        /** Invite the holder to match what others bid. */
        MATCH,
        /** Obtain the named party's consent. */
        CONSENT;

        /** How one turns to the holder of a right that was not put anything yet. */
        static Kind of(Preemption right) {
            if (right.trigger() == Preemption.Trigger.THIRD_PARTY_OFFER) {
                return SHOW;
            }
            return switch (right.kind()) {
                case REFUSAL, OFFER, OPTION -> OFFER;
                case NEGOTIATION -> NEGOTIATE;
                case LAST_LOOK -> MATCH;
            };
        }

        /** Whether it is the holder of a right to whom one turns. */
        public boolean isToHolder() {
            return this != CONSENT;
        }
    }
}
