package io.proviso.agreement;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Source;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What whoever keeps a portfolio told of what falls due under it: who sees to it, and what was done. It decides no ruling.
 *
 * <p>An obligation has an id of three names, as {@code supply/minimum/ramp-1}: agreement, clause, and which of the clause's it is.
 */
public record Diary(List<Charge> charges, List<Done> done) {
    public static final Diary EMPTY = new Diary(List.of(), List.of());

    /**
     * From then on a person or an office sees to something.
     *
     * @param of one obligation by its id, or all of a clause by its name
     */
    public record Charge(String of, String owner, Instant at, Instant recorded, Source source) {}

    /**
     * What fell due, or will, was done.
     *
     * @param by who did it; null if nobody said
     * @param evidence where that was read
     */
    public record Done(
            String obligation,
            Instant at,
            Instant recorded,
            @Nullable String by,
            Source evidence) {}

    public Diary {
        charges = List.copyOf(charges);
        done = List.copyOf(done);
    }

    public boolean isEmpty() {
        return charges.isEmpty() && done.isEmpty();
    }

    /** When each of its entries came on record. */
    public Stream<Instant> recorded() {
        return Stream.concat(
                charges.stream().map(Charge::recorded), done.stream().map(Done::recorded));
    }

    /** Who sees to an obligation, whoever came last; who has it by its id goes before who has all of its clause. */
    public @Nullable Charge charge(ClauseName clause, String id, Instant asOf, Instant knownAt) {
        return Stream.of(id, clause.toString())
                .map(of -> last(of, asOf, knownAt))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Charge last(String of, Instant asOf, Instant knownAt) {
        return charges.stream()
                .filter(charge -> charge.of().equals(of))
                .filter(charge ->
                        !charge.at().isAfter(asOf) && !charge.recorded().isAfter(knownAt))
                .max(Comparator.comparing(Charge::at))
                .orElse(null);
    }

    /** How an obligation was done by then; null if nothing on record says so. */
    public @Nullable Done done(String id, Instant asOf, Instant knownAt) {
        return done.stream()
                .filter(one -> one.obligation().equals(id))
                .filter(one -> !one.at().isAfter(asOf) && !one.recorded().isAfter(knownAt))
                .findFirst()
                .orElse(null);
    }
}
