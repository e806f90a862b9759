package io.proviso.agreement.rounds;

import io.proviso.agreement.Refusal;
import io.proviso.agreement.Round;
import io.proviso.agreement.clause.Preemption;
import io.proviso.units.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A round on record by which a right said what it said to a question.
 *
 * @param came how far it had got by as-of
 * @param applies false where it would have freed the customer, but for its bounds
 * @param onTerms what was put and refused and no facet of the act can tell: the answer holds on these terms
 * @param remarks what else is to be told of it
 */
public record RoundCited(
        Round round, Party holder, Came came, boolean applies, Map<String, OnTerm> onTerms, List<Remark> remarks) {

    /**
     * A term that was put, and how far it may change before the holder is asked again.
     *
     * @param slack null where a start is bounded
     * @param later how much later it may start; null where no start is bounded
     */
    public record OnTerm(
            Round.Term put,
            Preemption.@Nullable Tolerance slack,
            @Nullable Duration later) {}

    /** How far a round got. */
    public sealed interface Came {
        /** Sent; that the holder has it whole is not on record. */
        record Sent(List<String> missing) implements Came {}

        /**
         * Still to be answered.
         *
         * @param deadline null while the clock stands still, or if nobody disclosed the window
         * @param stoppedBy the event by which the clock stands still; null while it runs
         */
        record Open(@Nullable Instant deadline, @Nullable String stoppedBy) implements Came {}

        /** It leaves the customer free, in the words of a record: {@code lapsed} by silence. */
        record Freed(Refusal how, Instant at, @Nullable Instant last) implements Came {}

        /**
         * The holder takes so many.
         *
         * @param quantity null for all that was put
         * @param last the last instant for which it leaves free what it did not take, null if for good
         * @param served when all that it took was signed with it; null while that is not
         */
        record Taken(
                @Nullable Long quantity,
                Instant at,
                boolean bySilence,
                @Nullable Instant last,
                @Nullable Instant served)
                implements Came {}

        /** The deadline has passed and nothing came, but nobody can know that yet. */
        record Unknown(Instant deadline) implements Came {}
    }

    /** Something else that is to be told. */
    public sealed interface Remark {
        /** A counter counts as a decline because the clause says nothing else. */
        record CounterDeclines() implements Remark {}

        /** It took a part that was not to be had, which leaves all. */
        record TookAnotherPart() implements Remark {}

        /** An answer came after the deadline. */
        record Late(Instant at) implements Remark {}

        /**
         * Signed beyond what was freed: the contract stands, and was made against a right.
         *
         * @param wasFreeOnRecord whether nobody could know it when it was signed
         */
        record AgainstRight(@Nullable Long quantity, String with, Instant at, boolean wasFreeOnRecord)
                implements Remark {}

        /** Its last stage was of talks, and no agreement came of them in time. */
        record TalksEnded() implements Remark {}

        /** The tail bounds terms that the round did not put: there is nothing to hold another contract against. */
        record NotPut(List<String> terms) implements Remark {
            public NotPut {
                terms = List.copyOf(terms);
            }
        }

        /** Without a tail in the clause a refusal frees for good. */
        record ForGood() implements Remark {}

        /** By the tail of the clause a refusal frees without end. */
        record WithoutEnd() implements Remark {}

        /** Until when a refusal frees is disclosed nowhere. */
        record UntilUndisclosed() implements Remark {}
    }

    public RoundCited {
        onTerms = Collections.unmodifiableMap(new LinkedHashMap<>(onTerms));
        remarks = List.copyOf(remarks);
    }

    /** Whether it leaves the customer free for what is asked, or for a part of it. */
    public boolean frees() {
        return applies
                && switch (came) {
                    case Came.Freed _ -> true;
                    case Came.Taken taken -> taken.quantity() != null;
                    case Came.Sent _, Came.Open _, Came.Unknown _ -> false;
                };
    }

    /** The receipt by which its clock ran by then; null while none had come. */
    public @Nullable Instant receipt() {
        return switch (came) {
            case Came.Sent _ -> null;
            case Came.Open _, Came.Unknown _, Came.Freed _, Came.Taken _ -> round.receipt();
        };
    }

    /** With what was signed against the right, as far as it was by then. */
    public RoundCited with(List<Signature> signatures, Instant asOf) {
        var against = signatures.stream()
                .filter(signature -> !signature.step().at().isAfter(asOf) && signature.isAgainstTheRight())
                .map(signature -> new Remark.AgainstRight(
                        signature.quantity(), signature.with(), signature.step().at(), signature.wasFreeOnRecord()))
                .toList();
        return against.isEmpty()
                ? this
                : new RoundCited(
                        round,
                        holder,
                        came,
                        applies,
                        onTerms,
                        Stream.concat(remarks.stream(), against.stream()).toList());
    }
}
