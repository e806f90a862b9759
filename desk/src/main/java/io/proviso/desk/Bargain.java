package io.proviso.desk;

import io.proviso.units.Money;
import io.proviso.units.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a holder of a right refuses or matches: a whole, even if several providers would serve it.
 *
 * @param price per GPU-hour, the average over those providers; null if it was to be quoted
 * @param start when the last part of it is ready
 * @param with the counterparties; empty if there are none yet
 * @param nonCash consideration other than money that is part of it
 */
public record Bargain(
        long gpus, @Nullable Money price, Instant start, Duration term, List<Provider> with, List<String> nonCash) {
    public Bargain {
        nonCash = List.copyOf(nonCash);
        with = with.stream().sorted().toList();
    }

    /** For money alone. */
    public Bargain(long gpus, @Nullable Money price, Instant start, Duration term, List<Provider> with) {
        this(gpus, price, start, term, with, List.of());
    }

    public Bargain part(long fewer) {
        return new Bargain(fewer, price, start, term, with, nonCash);
    }

    public static Bargain of(Terms terms, long gpus) {
        var schedule = terms.schedule();
        return new Bargain(gpus, terms.price().limit(), schedule.start(), schedule.term(), List.of());
    }

    /** The same with what an answer proposes instead. */
    public Bargain proposed(Response.Accepts other) {
        return new Bargain(
                other.gpus(),
                other.price() == null ? price : other.price(),
                other.ready() == null ? start : other.ready(),
                term,
                with,
                nonCash);
    }

    /** The same, not saying with whom. */
    public Bargain blind() {
        return new Bargain(gpus, price, start, term, List.of(), nonCash);
    }
}
