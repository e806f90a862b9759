package io.proviso.agreement.rounds;

import io.proviso.agreement.PutQuantity;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.rounds.RoundCited.Came;
import io.proviso.units.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contracts on record with others than the holders of rights, each held against what its round left free just before. What one
 * holder accepted of a request, and what was signed with others, is taken from what every round of the request leaves.
 */
public final class Signatures {
    private static final Comparator<Contract> IN_TIME = Comparator.comparing(
                    (Contract one) -> one.step().at())
            .thenComparing(one -> one.round().id());

    private final Portfolio portfolio;
    private final RoundsOnRecord rounds;
    private final Stood stood;

    /** How a round stood at an instant, as known at another. */
    public interface Stood {
        @Nullable
        RoundCited at(Round round, Instant asOf, Instant knownAt);
    }

    /** A step by which something was signed. */
    private record Contract(Round round, Party holder, Round.Step step, Happening.Signed signed) {
        @Nullable
        Long quantity() {
            return PutQuantity.signed(round, signed);
        }
    }

    public Signatures(Portfolio portfolio, RoundsOnRecord rounds, Stood stood) {
        this.portfolio = portfolio;
        this.rounds = rounds;
        this.stood = stood;
    }

    /** Those of one round, in the order of time. */
    public List<Signature> of(Round round, Instant knownAt) {
        if (round.steps().stream().noneMatch(step -> step.what() instanceof Happening.Signed)) {
            return List.of();
        }
        return withOthers(round, knownAt)
                .filter(contract -> contract.round().id().equals(round.id()))
                .map(contract -> new Signature(
                        round,
                        contract.holder(),
                        contract.step(),
                        contract.quantity(),
                        contract.signed().with(),
                        before(contract, knownAt),
                        before(contract, contract.step().recorded())))
                .toList();
    }

    /** What a round leaves at an instant, after all that was signed by then. */
    public LeftToOthers left(Round round, Instant asOf, Instant knownAt) {
        return left(
                round,
                asOf,
                knownAt,
                withOthers(round, knownAt)
                        .filter(contract -> !contract.step().at().isAfter(asOf))
                        .toList());
    }

    private LeftToOthers before(Contract contract, Instant knownAt) {
        var earlier = withOthers(contract.round(), knownAt)
                .takeWhile(other -> !other.step().equals(contract.step()))
                .toList();
        return left(contract.round(), contract.step().at(), knownAt, earlier);
    }

    private LeftToOthers left(Round round, Instant asOf, Instant knownAt, List<Contract> signed) {
        var cited = stood.at(round, asOf, knownAt);
        var put = PutQuantity.of(round);
        return switch (cited == null ? null : cited.came()) {
            case null -> new LeftToOthers.Nothing();
            case Came.Sent _, Came.Open _, Came.Unknown _ -> new LeftToOthers.Nothing();
            case Came.Freed(Refusal _, Instant _, Instant last) -> left(round, asOf, knownAt, signed, put, last);
            case Came.Taken(Long quantity, Instant _, boolean _, Instant last, Instant _) ->
                quantity == null || put == null
                        ? new LeftToOthers.Nothing()
                        : left(round, asOf, knownAt, signed, put - quantity, last);
        };
    }

    private LeftToOthers left(
            Round round,
            Instant asOf,
            Instant knownAt,
            List<Contract> signed,
            @Nullable Long unclaimed,
            @Nullable Instant last) {
        if (last != null && asOf.isAfter(last)) {
            return new LeftToOthers.Over(last);
        }
        if (unclaimed == null) {
            return new LeftToOthers.Free(null, last);
        }
        // A contract that two holders had to leave is told in the rounds of both, and is one.
        var told = new HashSet<Round.Step>();
        long used = signed.stream()
                .filter(contract -> told.add(contract.step()))
                .mapToLong(contract -> Objects.requireNonNullElse(contract.quantity(), 0L))
                .sum();
        long most = unclaimed - acceptedByOthers(round, asOf, knownAt) - used;
        return most <= 0 ? new LeftToOthers.Nothing() : new LeftToOthers.Free(most, last);
    }

    private long acceptedByOthers(Round round, Instant asOf, Instant knownAt) {
        return rounds.withIn(round)
                .filter(other -> !other.id().equals(round.id()))
                .mapToLong(other -> accepted(other, asOf, knownAt))
                .sum();
    }

    private long accepted(Round round, Instant asOf, Instant knownAt) {
        var cited = stood.at(round, asOf, knownAt);
        return cited != null && cited.came() instanceof Came.Taken taken
                ? Objects.requireNonNullElse(taken.quantity(), Objects.requireNonNullElse(PutQuantity.of(round), 0L))
                : 0;
    }

    /** Of all rounds of a request. */
    private Stream<Contract> withOthers(Round round, Instant knownAt) {
        var contracts = new ArrayList<Contract>();
        for (var one : rounds.withIn(round).toList()) {
            var holder = holder(one);
            for (var step : one.steps()) {
                if (step.what() instanceof Happening.Signed signed
                        && !step.recorded().isAfter(knownAt)
                        && !signed.with().equals(holder.name())) {
                    contracts.add(new Contract(one, holder, step, signed));
                }
            }
        }
        return contracts.stream().sorted(IN_TIME);
    }

    private Party holder(Round round) {
        return portfolio.agreements().stream()
                .filter(agreement -> agreement.name().equals(round.right().agreement()))
                .flatMap(agreement -> agreement.readings(round.right().clause()).stream())
                .map(Reading::body)
                .filter(FirstRefusal.class::isInstance)
                .map(body -> ((FirstRefusal) body).holder())
                .findFirst()
                .orElseThrow();
    }
}
