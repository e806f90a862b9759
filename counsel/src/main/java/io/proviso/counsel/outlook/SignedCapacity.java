package io.proviso.counsel.outlook;

import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Capacity that was signed for: a step {@code signed} of a round on record, for the term and from the start that the round put.
 *
 * @param request of which need it is, by name; null if the round does not say
 * @param from when it begins; the signature, where no start was put
 * @param to when it ends; null where no term was put
 */
public record SignedCapacity(
        String round,
        @Nullable String request,
        String with,
        long quantity,
        Instant from,
        @Nullable Instant to) {

    /**
     * All that was signed by an instant, as known at another, in the order of the rounds; of rounds that put the desk's quantity. A
     * contract that is told without a number is one for all that was put.
     */
    static List<SignedCapacity> onRecord(Rulings rulings, Instant asOf, Instant knownAt) {
        var portfolio = rulings.portfolio();
        var counted = portfolio.vocabulary().desk().find(DeskWords.Of.QUANTITY);
        if (counted == null) {
            return List.of();
        }
        var found = new ArrayList<SignedCapacity>();
        for (var round : portfolio.rounds()) {
            if (!(round.put().get(counted) instanceof Term.Amount(long put))) {
                continue;
            }
            for (var step : round.steps()) {
                if (step.what() instanceof Happening.Signed signed
                        && !step.at().isAfter(asOf)
                        && !step.recorded().isAfter(knownAt)) {
                    found.add(new SignedCapacity(
                            round.id(),
                            round.request(),
                            signed.with(),
                            Objects.requireNonNullElse(signed.quantity(), put),
                            begins(round, step),
                            ends(rulings, round, begins(round, step), knownAt)));
                }
            }
        }
        return List.copyOf(found);
    }

    private static Instant begins(Round round, Round.Step step) {
        return round.put().get("start") instanceof Term.Start(Instant start) ? start : step.at();
    }

    /** Counted in the calendar of the right under which it was put. */
    private static @Nullable Instant ends(Rulings rulings, Round round, Instant begins, Instant knownAt) {
        if (!(round.put().get("term") instanceof Term.Length(String words))) {
            return null;
        }
        var rule = rulings.right(round.right(), round.notice().sent(), knownAt).deadlines();
        var term = Window.parse(words);
        var last = rule.lastOf(begins, term).local();
        return term instanceof Window.Hours
                ? last.toInstant()
                : last.toLocalDate().atStartOfDay(rule.zone()).toInstant();
    }

    /** How much of it there is at an instant. */
    long at(Instant instant) {
        return instant.isBefore(from) || (to != null && !instant.isBefore(to)) ? 0 : quantity;
    }

    boolean serves(Need need) {
        return need.name().equals(request);
    }

    /** How much of a need all of them serve at an instant. */
    static long serving(List<SignedCapacity> all, Need need, Instant at) {
        return all.stream()
                .filter(one -> one.serves(need))
                .mapToLong(one -> one.at(at))
                .sum();
    }

    /** Whether a portfolio tells of its rounds which need each of them serves. */
    static boolean tellsNeedsApart(Portfolio portfolio) {
        return portfolio.rounds().stream().anyMatch(round -> round.request() != null);
    }
}
