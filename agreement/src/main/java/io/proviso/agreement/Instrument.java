package io.proviso.agreement;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Source;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A paper that changes an agreement from its effective instant on.
 *
 * @param by who gives a consent or waiver
 * @param changes all of them at once, and so in an order of their own: by what they do, then by clause
 */
public record Instrument(
        String name,
        Type type,
        Instant effective,
        Instant recorded,
        Source source,
        @Nullable Party by,
        List<Change> changes) {

    /** The legal nature of the paper, which bounds what it can change. */
    public enum Type {
        DEFINITIVE,
        AMENDMENT,
        /** Pierces one clause within its scope and dies with it. */
        CONSENT,
        /** Given by the holder of a right, for that right. */
        WAIVER,
        NOTICE,
        /** Binds nobody. */
        MOU,
        /** May only add a reading to a clause. */
        INTERPRETIVE
    }

    /** What it takes away, what it says anew, what it adds; then by clause. */
    private static final Comparator<Change> ORDER = Comparator.comparingInt(Instrument::rank)
            .thenComparing(change -> Objects.requireNonNullElse(change.about(), ""))
            .thenComparing(
                    change -> change instanceof Change.Interprets(String _, Reading reading) ? reading.name() : "");

    public Instrument {
        changes = changes.stream().sorted(ORDER).toList();
    }

    private static int rank(Change change) {
        return switch (change) {
            case Change.Ends _ -> 0;
            case Change.Revokes _ -> 1;
            case Change.Restates _ -> 2;
            case Change.Interprets _ -> 3;
            case Change.Adds _ -> 4;
            case Change.Terminates _ -> 5;
        };
    }

    /** The same paper, if it did that instead. */
    public Instrument doing(List<Change> others) {
        return new Instrument(name, type, effective, recorded, source, by, others);
    }

    /** Whether it is a consent or waiver: what it writes pierces a clause, and dies with it. */
    public boolean isGrant() {
        return type == Type.CONSENT || type == Type.WAIVER;
    }

    /** Whether it adds or restates the clause of that name. */
    public boolean writes(String clause) {
        return changes.stream()
                .map(Change::written)
                .anyMatch(written -> written != null && written.name().equals(clause));
    }

    /** Whether it ends the whole agreement. */
    public boolean terminates() {
        return type != Type.MOU && changes.contains(new Change.Terminates());
    }

    /**
     * Whether whoever gave this consent or waiver may give up what a clause of that body secures: only its holder waives it, and
     * consents; so does the party whose consent the clause itself asks for.
     */
    public boolean givesUp(ClauseBody body) {
        return by != null && (by.equals(body.holder()) || (type == Type.CONSENT && by.equals(body.consentOf())));
    }
}
