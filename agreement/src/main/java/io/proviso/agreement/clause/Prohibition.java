package io.proviso.agreement.clause;

import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An act the agreement forbids, or where {@code unless} names a consent, forbids without it. */
public record Prohibition(
        Party beneficiary, Scope scope, @Nullable Consent unless) implements ClauseBody {
    /**
     * What makes the act lawful.
     *
     * @param answer null if the clause says nothing of the time for it: then only a consent that was given helps
     */
    public record Consent(Party of, @Nullable Answer answer) {
        /** With all the time that the party wants. */
        public Consent(Party of) {
            this(of, null);
        }
    }

    /** How long who is asked has to answer from receipt of the request, and what its silence until then means. */
    public record Answer(Window within, OnSilence silence) {}

    /** What silence means. */
    public enum OnSilence {
        /** The consent is deemed given. */
        CONSENTS,
        /** The consent is deemed refused. */
        REFUSES
    }

    @Override
    public Set<String> acts() {
        return scope.acts();
    }

    @Override
    public Party holder() {
        return beneficiary;
    }

    @Override
    public String kind() {
        return "prohibition";
    }
}
