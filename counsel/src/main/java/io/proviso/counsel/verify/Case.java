package io.proviso.counsel.verify;

import io.proviso.counsel.due.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known to hold of a portfolio, in the words of its author: given, when, then. It asks, or names days, or both.
 *
 * @param name what should hold, in a sentence
 * @param knownAt null for all that is on record
 * @param asked null if nothing is asked
 * @param deadline null if none was named
 * @param owed what falls due, whose it is and how it stands
 */
public record Case(
        String name,
        Instant asOf,
        @Nullable Instant knownAt,
        @Nullable Asked asked,
        @Nullable AnswerBy deadline,
        List<Owed> owed) {

    /**
     * A question with a known answer.
     *
     * @param ask the question as {@code proviso ask} takes it, {@code act=…} among the words
     * @param facts what is supposed of facts that the system supplies, as {@code fact=value}
     */
    public record Asked(List<String> ask, List<String> facts, Expected expected) {
        public Asked {
            ask = List.copyOf(ask);
            facts = List.copyOf(facts);
        }
    }

    /**
     * What must come out; whatever else is cited is no failure.
     *
     * @param outcome an outcome, or that the question is refused
     * @param names what the message of a refusal must name
     */
    public record Expected(
            Verdict outcome,
            List<String> deciding,
            List<String> setAside,
            List<String> pins,
            List<String> silent,
            List<String> names) {
        public Expected {
            deciding = List.copyOf(deciding);
            setAside = List.copyOf(setAside);
            pins = List.copyOf(pins);
            silent = List.copyOf(silent);
            names = List.copyOf(names);
        }
    }

    /**
     * Until when a holder has time to answer.
     *
     * @param clause the right
     * @param received when the offer was
     * @param last the last instant at which an answer is in time
     */
    public record AnswerBy(String clause, Instant received, Instant last) {}

    /**
     * An obligation; what is null is not looked at.
     *
     * @param party who has to act
     * @param owner the person or office that sees to it
     */
    public record Owed(
            String id,
            @Nullable LocalDate day,
            Progress.@Nullable State state,
            @Nullable String party,
            @Nullable String owner) {}

    /** How a question comes out: as one of the outcomes, or refused because it does not fit the vocabulary. */
    public enum Verdict {
        PERMITTED,
        CONDITIONAL,
        FORBIDDEN,
        UNDETERMINED,
        ERROR
    }

    public Case {
        owed = List.copyOf(owed);
    }

    /** One that only asks. */
    public Case(String name, Instant asOf, @Nullable Instant knownAt, Asked asked) {
        this(name, asOf, knownAt, asked, null, List.of());
    }
}
