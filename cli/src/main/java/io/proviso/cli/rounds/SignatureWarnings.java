package io.proviso.cli.rounds;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Nearest;
import io.proviso.agreement.Round;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.agreement.rounds.Signature;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.RoundText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be told of a contract that just came on record: it is a fact, whatever it breaks. */
record SignatureWarnings(Portfolio now, Portfolio before) {
    List<String> of(String round) {
        var warnings = new ArrayList<String>();
        var known = signatures(before, round).stream().map(Signature::step).toList();
        for (var signature : signatures(now, round)) {
            if (!known.contains(signature.step())) {
                if (signature.isAgainstTheRight()) {
                    warnings.add(against(signature));
                }
                unknown(signature, warnings);
            }
        }
        long beyond = beyondWhatWasTaken(now, round);
        if (beyond > beyondWhatWasTaken(before, round)) {
            warnings.add(
                    ("%,d more are signed with the holder than it took of this round. What is free for others is as before,"
                                    + " but no more than was put can be signed in all.")
                            .formatted(beyond));
        }
        return warnings;
    }

    /** How many more are signed with its holder than it took of a round; 0 if it took all, or nothing that has a number. */
    private static long beyondWhatWasTaken(Portfolio portfolio, String id) {
        var known = portfolio.latestRecorded();
        var cited = new CompiledPortfolio(portfolio).round(id, known, known);
        if (cited == null
                || !(cited.came() instanceof RoundCited.Came.Taken(Long taken, var _, var _, var _, var _))
                || taken == null) {
            return 0;
        }
        long signed = RoundCommand.round(portfolio, id).steps().stream()
                .map(Round.Step::what)
                .filter(Round.Happening.Signed.class::isInstance)
                .map(Round.Happening.Signed.class::cast)
                .filter(contract -> contract.with().equals(cited.holder().name()))
                .map(Round.Happening.Signed::quantity)
                .mapToLong(quantity -> Objects.requireNonNullElse(quantity, 0L))
                .sum();
        return Math.max(0, signed - taken);
    }

    private static List<Signature> signatures(Portfolio portfolio, String round) {
        return new CompiledPortfolio(portfolio)
                .signatures(RoundCommand.round(portfolio, round), portfolio.latestRecorded());
    }

    private String against(Signature signature) {
        return "Made against a right, by clause " + signature.round().right() + ": "
                + new RoundText(now.zone()).against(signature)
                + ". A contract that was signed is a fact and is recorded; check finds it.";
    }

    private void unknown(Signature signature, List<String> warnings) {
        var known = counterparties(signature);
        if (!known.contains(signature.with())) {
            var supplier = now.vocabulary().desk().find(DeskWords.Of.SUPPLIER);
            warnings.add("'" + signature.with() + "' is "
                    + (supplier == null
                            ? "known to no agreement, and no value of a facet"
                            : "no value of '" + supplier + "', and provides none")
                    + ". " + Nearest.advice(signature.with(), known));
        }
    }

    /** With whom a contract may be: who supplies, by the portfolio's words; any of them where it does not say which those are. */
    private Set<String> counterparties(Signature signature) {
        var supplier = now.vocabulary().desk().find(DeskWords.Of.SUPPLIER);
        var named = supplier == null ? null : now.vocabulary().facets().get(supplier);
        var values = Stream.ofNullable(named)
                .filter(Facet.Choice.class::isInstance)
                .flatMap(facet -> ((Facet.Choice) facet).values().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (values.isEmpty()) {
            now.vocabulary().facets().values().stream()
                    .filter(Facet.Choice.class::isInstance)
                    .forEach(facet -> values.addAll(((Facet.Choice) facet).values()));
        }
        var known = new TreeSet<>(values);
        known.add(signature.holder().name());
        now.agreements()
                .forEach(agreement -> agreement.parties().forEach((party, roles) -> {
                    boolean supplies = roles.stream()
                            .map(Agreement.Role::of)
                            .flatMap(Stream::ofNullable)
                            .anyMatch(values::contains);
                    if (named == null || supplies) {
                        known.add(party.name());
                    }
                }));
        return known;
    }
}
