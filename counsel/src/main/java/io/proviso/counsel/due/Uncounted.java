package io.proviso.counsel.due;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Milestone;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.CommitmentCourse;
import io.proviso.counsel.Spell;
import io.proviso.counsel.Standpoint;
import io.proviso.units.Party;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that is owed in the time looked at and comes to no figure or day that could be counted, and why.
 *
 * @param by who owes money; null if no money is owed, but something to be done or left
 * @param spell for how long it is owed in the time looked at
 * @param reading in which of several readings it is owed; null if in all
 */
public record Uncounted(
        ClauseName clause,
        @Nullable Party by,
        String what,
        Why why,
        Spell spell,
        @Nullable String reading,
        List<String> marks) {
    /** What it lacks. */
    public enum Why {
        REVENUE("it follows from revenue, of which no paper tells", "by revenue"),
        AMOUNT("its amount is undisclosed", "undisclosed"),
        TERM("its term is undisclosed", "undated"),
        NO_END("its term has no end", "without an end"),
        DELIVERY("some of it is owed from a delivery on that is not on record", "before delivery"),
        RENEWAL("what it adds if its term goes on is undisclosed", "if it goes on"),
        EACH_NEED("each need has its own offer and deadline", "per need"),
        EACH_RELEASE("it binds each release", "per release"),
        BINDS("it binds", "binding");

        private final String sentence;
        private final String words;

        Why(String sentence, String words) {
            this.sentence = sentence;
            this.words = words;
        }

        /** The same in a list of names. */
        String words() {
            return words;
        }
    }

    public Uncounted {
        marks = List.copyOf(marks);
    }

    public boolean money() {
        return by != null;
    }

    /** The same, owed only if the clause is read so. */
    Uncounted readAs(String name) {
        return new Uncounted(clause, by, what, why, spell, name, marks);
    }

    /** Which clause, for how long if not all along, in which reading, and what it lacks. */
    public String told() {
        return clause
                + (why == Why.BINDS || spell.isAllAlong() ? "" : ", " + spell.words())
                + (reading == null ? "" : ", read as '" + reading + "'")
                + ": " + sentence();
    }

    /** What it lacks; of what binds without a break in the time looked at, that it binds all along. */
    public String sentence() {
        return why == Why.BINDS ? why.sentence + " " + spell.words() : why.sentence;
    }

    /** Whether it is the same and binds on where another one stops. */
    boolean goesOn(Uncounted next) {
        return clause.equals(next.clause)
                && what.equals(next.what)
                && Objects.equals(reading, next.reading)
                && spell.goesOn(next.spell);
    }

    Uncounted and(Uncounted next) {
        return new Uncounted(clause, by, what, why, spell.and(next.spell), reading, marks);
    }

    /** Whether it has no figure at all; else it has one that falls into no year. */
    boolean isWithoutFigure() {
        return why != Why.TERM && why != Why.NO_END && why != Why.DELIVERY && why != Why.RENEWAL;
    }

    /**
     * What of a body cannot be counted; null if all of it has days or figures, or if it asks for nothing.
     *
     * @param courses how a commitment stands where the time looked at begins
     */
    public static @Nullable Uncounted of(
            ClauseVersion version,
            ClauseBody body,
            Spell spell,
            Standpoint from,
            Function<Commitment, CommitmentCourse> courses) {
        var clause = version.clause();
        return switch (body) {
            case RevenueShare share ->
                of(version, share, spell, from, share.payer(), Why.REVENUE, Marks.ofShare(clause));
            case Commitment promise -> {
                var why = why(courses.apply(promise));
                yield why == null
                        ? null
                        : of(version, promise, spell, from, promise.by(), why, Marks.ofPayment(clause));
            }
            case FirstRefusal right -> of(version, right, spell, from, null, Why.EACH_NEED, List.of());
            case FirstAvailability first -> of(version, first, spell, from, null, Why.EACH_RELEASE, List.of());
            case Exclusivity _, Prohibition _ -> of(version, body, spell, from, null, Why.BINDS, List.of());
            case Covenant _, Milestone _, Permission _, Licence _ -> null;
        };
    }

    private static @Nullable Why why(CommitmentCourse course) {
        var term = course.term();
        if (course.promise().amount().asKnown(course.knownAt()) == null) {
            return Why.AMOUNT;
        }
        if (term == null) {
            return Why.TERM;
        }
        if (term.to() == null) {
            return Why.NO_END;
        }
        return !course.outstanding().isEmpty() ? Why.DELIVERY : course.mayAddWhatIsUndisclosed() ? Why.RENEWAL : null;
    }

    private static Uncounted of(
            ClauseVersion version,
            ClauseBody body,
            Spell spell,
            Standpoint from,
            @Nullable Party by,
            Why why,
            List<String> marks) {
        return new Uncounted(
                version.id(),
                by,
                from.english(version.agreement().clock().zone()).norm(body),
                why,
                spell,
                null,
                marks);
    }
}
