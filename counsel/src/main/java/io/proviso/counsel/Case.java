package io.proviso.counsel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question with a known answer, in the words of its author: given, when, then.
 *
 * @param name what should hold, in a sentence
 * @param knownAt null for all that is on record
 * @param ask the question as {@code proviso ask} takes it, {@code act=…} among the words
 * @param facts what is supposed of facts that the system supplies, as {@code fact=value}
 */
public record Case(
        String name, Instant asOf, @Nullable Instant knownAt, List<String> ask, List<String> facts, Expected expected) {

    /**
     * What must come out; whatever else is cited is no failure.
     *
     * @param outcome an outcome, or that the question is refused
     * @param names what the message of a refusal must name
     * @param deadline null if none was named
     */
    public record Expected(
            Verdict outcome,
            List<String> deciding,
            List<String> setAside,
            List<String> pins,
            List<String> silent,
            List<String> names,
            @Nullable AnswerBy deadline) {
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

    /** How a case comes out: as one of the outcomes, or refused because it does not fit the vocabulary. */
    public enum Verdict {
        PERMITTED,
        CONDITIONAL,
        FORBIDDEN,
        UNDETERMINED,
        ERROR
    }

    public Case {
        ask = List.copyOf(ask);
        facts = List.copyOf(facts);
    }
}
