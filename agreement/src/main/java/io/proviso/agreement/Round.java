package io.proviso.agreement;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Source;
import io.proviso.units.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was put to the holder of a right, when it had it in hand, and all that came of it: as the desk ran it, or as somebody told
 * it who ran it by mail.
 *
 * @param request of which need of the customer's it is a part; null if nobody said, and it is one by itself
 * @param steps in the order in which they happened
 */
public record Round(
        String id,
        ClauseName right,
        @Nullable String request,
        Map<String, Term> put,
        Notice notice,
        List<Step> steps,
        Source source) {
    /** By when it was begun. */
    public static final Comparator<Round> IN_ORDER =
            Comparator.comparing((Round round) -> round.notice().sent()).thenComparing(Round::id);

    /** A term of what was put. */
    public sealed interface Term {
        /** Values of a facet, or groups of them. */
        record Values(List<String> words) implements Term {
            public Values {
                words = List.copyOf(words);
            }
        }

        /** How many, by the count facet of that name; or a gang. */
        record Amount(long number) implements Term {}

        record Price(Money money) implements Term {}

        record Start(Instant at) implements Term {}

        /** How long, as it was written. */
        record Length(String words) implements Term {}

        /** As a person reads it. */
        default String told() {
            return switch (this) {
                case Values(List<String> words) -> String.join(" or ", words);
                case Amount(long number) -> "%,d".formatted(number);
                case Price(Money money) -> money.toString();
                case Start(Instant at) -> at.toString();
                case Length(String words) -> words;
            };
        }
    }

    /**
     * What was sent to the holder.
     *
     * @param received when it was in the holder's hands; null if nobody knows that it ever was
     * @param missing what it lacked, if it was defective: such a notice starts no clock
     * @param digest of the text that was sent, which a receipt acknowledges; null if none was kept
     */
    public record Notice(
            Instant sent,
            @Nullable Instant received,
            List<String> missing,
            Instant recorded,
            @Nullable String digest) {
        public Notice {
            missing = List.copyOf(missing);
        }

        public Notice(Instant sent, @Nullable Instant received, List<String> missing, Instant recorded) {
            this(sent, received, missing, recorded, null);
        }

        /** When the clock starts by it; null while it does not. */
        @Nullable
        public Instant starts() {
            return missing.isEmpty() ? received : null;
        }
    }

    /**
     * Something that happened in the round, and since when it is on record.
     *
     * @param source null where the round's own tells it
     */
    public record Step(
            Happening what,
            Instant at,
            Instant recorded,
            @Nullable Source source) {
        public Step(Happening what, Instant at, Instant recorded) {
            this(what, at, recorded, null);
        }
    }

    /** What happens in a round after its notice. */
    public sealed interface Happening {
        /** What the holder says, which counts by its receipt. */
        sealed interface Answer extends Happening {}

        /** Takes so many; null takes all that was put. */
        record Accepted(@Nullable Long quantity) implements Answer {}

        record Declined() implements Answer {}

        record Waived() implements Answer {}

        record Countered() implements Answer {}

        /** The notice came into the holder's hands, whole or without what is missing. */
        record Received(List<String> missing) implements Happening {
            public Received {
                missing = List.copyOf(missing);
            }
        }

        /** The parties agreed on a later deadline. */
        record ExtendedTo(Instant deadline) implements Happening {}

        /** The clock stands still by an event that the clause names. */
        record Tolled(String event) implements Happening {}

        record Resumed(String event) implements Happening {}

        /** The customer takes back what it put. */
        record Withdrawn() implements Happening {}

        /** A contract: with the holder it serves what the holder accepted, with anybody else it takes from what was freed. */
        record Signed(@Nullable Long quantity, String with) implements Happening {}

        /**
         * Which comes first of what is told of one instant in several places, where only one order can have been: the holder has a
         * notice before it answers, and what is signed changes nothing of how a round goes.
         */
        default int turn() {
            return switch (this) {
                case Received _ -> 0;
                case Answer _, ExtendedTo _, Tolled _, Resumed _, Withdrawn _ -> 1;
                case Signed _ -> 2;
            };
        }

        /** Whether another at the same instant means the same before it as after it. */
        default boolean isSameBeside(Happening other) {
            return turn() != other.turn() || (this instanceof Signed && other instanceof Signed);
        }
    }

    public Round {
        put = Collections.unmodifiableMap(new LinkedHashMap<>(put));
        steps = List.copyOf(steps);
    }

    /** The round with other steps. */
    public Round telling(List<Step> others) {
        return new Round(id, right, request, put, notice, others, source);
    }

    /** The round with one step more, which comes after all others of its instant. */
    public Round with(Step step) {
        int place = steps.size();
        while (place > 0 && steps.get(place - 1).at().isAfter(step.at())) {
            place--;
        }
        var more = new ArrayList<>(steps);
        more.add(place, step);
        return telling(more);
    }

    /** The round as far as it had come before one of its steps. */
    public Round before(int step) {
        return telling(steps.subList(0, step));
    }

    /**
     * The receipt by which its clock starts: of the notice if that was whole, else of a whole one later, or else of the first answer,
     * because who answers has it. Null while there is none.
     */
    public @Nullable Instant receipt() {
        var told = notice.starts();
        return told != null
                ? told
                : steps.stream()
                        .filter(step -> step.what() instanceof Happening.Answer
                                || (step.what() instanceof Happening.Received(List<String> missing)
                                        && missing.isEmpty()))
                        .map(Step::at)
                        .findFirst()
                        .orElse(null);
    }

    /** Where all of it was read: its own source, and those of its steps that have another. */
    public List<Source> sources() {
        return Stream.concat(Stream.of(source), steps.stream().map(Step::source).flatMap(Stream::ofNullable))
                .distinct()
                .toList();
    }

    /** Everything that came on record by it, some instants more than once. */
    public Stream<Instant> recorded() {
        return Stream.concat(Stream.of(notice.recorded()), steps.stream().map(Step::recorded));
    }

    /** The round as it was on record then; null before its notice was. */
    @Nullable
    public Round asKnown(Instant knownAt) {
        if (notice.recorded().isAfter(knownAt)) {
            return null;
        }
        var known =
                steps.stream().filter(step -> !step.recorded().isAfter(knownAt)).toList();
        return known.size() == steps.size() ? this : telling(known);
    }

    /**
     * Whether neither the last answer nor a withdrawal is on record, so that it can still come to its end by silence.
     *
     * @param right by which it goes; null if nobody knows
     */
    public boolean isOpenEnded(@Nullable FirstRefusal right) {
        var answers = new AnswersInTurn(this, right);
        return steps.stream().map(Step::what).noneMatch(what -> switch (what) {
            case Happening.Answer answer -> answers.ends(answer);
            case Happening.Withdrawn _ -> true;
            case Happening.Received _,
                    Happening.ExtendedTo _,
                    Happening.Tolled _,
                    Happening.Resumed _,
                    Happening.Signed _ -> false;
        });
    }

    /** Whether it puts another bargain of one need to a holder that was asked before: other terms, not only another quantity. */
    public boolean reoffers(Round earlier) {
        return IN_ORDER.compare(earlier, this) < 0 && putsOtherTermsThan(earlier);
    }

    /** Whether it puts other terms of one need to the same holder, not only another quantity. */
    public boolean putsOtherTermsThan(Round other) {
        return request != null
                && request.equals(other.request)
                && right.equals(other.right)
                && !terms().equals(other.terms());
    }

    /** What was put, but for how much of it. */
    private Map<String, Term> terms() {
        var terms = new LinkedHashMap<>(put);
        terms.values().removeIf(Term.Amount.class::isInstance);
        return terms;
    }

    /** The number put for a facet, null if none was. */
    @Nullable
    public Long number(String facet) {
        return put.get(facet) instanceof Term.Amount(long number) ? number : null;
    }
}
