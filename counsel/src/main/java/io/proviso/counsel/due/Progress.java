package io.proviso.counsel.due;

import io.proviso.agreement.Diary;
import io.proviso.agreement.clause.Source;
import io.proviso.units.Party;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose an obligation is, and how far it has come.
 *
 * @param parties who has to act, or may; none for a day that comes by itself
 * @param charge the person or office that sees to it; null if the record names none
 * @param done how it was done; null if nothing on record says so
 */
public record Progress(
        List<Party> parties,
        Diary.@Nullable Charge charge,
        State state,
        @Nullable Done done) {
    static final Progress NOT_YET = new Progress(List.of(), null, State.UPCOMING, null);

    /**
     * How it was done.
     *
     * @param day in the agreement's zone
     * @param by null if nobody said who did it
     */
    public record Done(LocalDate day, @Nullable String by, Source evidence) {
        String told() {
            return "Done on " + day + (by == null ? "" : " by " + by) + ". " + evidence.words() + ".";
        }
    }

    /** How an obligation stands, as of an instant and as known at one. */
    public enum State {
        UPCOMING,
        /** Its day has come, or it waits without a day for somebody to act. */
        DUE,
        /** Something on record says so, or it came by itself. */
        DONE,
        /** It was owed, its day is over, and nothing on record says that it was done. */
        OVERDUE,
        /** It could be done, or held, until its day, which is over. */
        LAPSED;

        /** Whether nothing more is to be done in time. */
        boolean isOver() {
            return switch (this) {
                case DONE, OVERDUE, LAPSED -> true;
                case UPCOMING, DUE -> false;
            };
        }
    }

    public Progress {
        parties = List.copyOf(parties);
    }

    Progress of(List<Party> others) {
        return new Progress(others, charge, state, done);
    }

    Progress seenToBy(Diary.@Nullable Charge person) {
        return new Progress(parties, person, state, done);
    }

    Progress in(State other) {
        return new Progress(parties, charge, other, done);
    }

    Progress done(@Nullable Done how) {
        return how == null ? this : new Progress(parties, charge, State.DONE, how);
    }

    /** Who sees to it; null if the record names nobody. */
    public @Nullable String owner() {
        return charge == null ? null : charge.owner();
    }

    /** Who sees to it and how it was done, each with its source; empty where the record says nothing. */
    String told() {
        return (charge == null
                        ? ""
                        : " Seen to by " + charge.owner() + ". "
                                + charge.source().words() + ".")
                + (done == null ? "" : " " + done.told());
    }

    public String partiesInWords() {
        return parties.stream().map(Party::name).collect(Collectors.joining(" and "));
    }

    /** {@code lab (Head of infrastructure)}; nothing if it is nobody's. */
    String whoseAlone() {
        var whose = partiesInWords();
        var owner = owner();
        return owner == null ? whose : whose.isEmpty() ? owner : whose + " (" + owner + ")";
    }

    /** The same behind what is theirs. */
    String whose() {
        return whoseAlone().isEmpty() ? "" : ", for " + whoseAlone();
    }
}
