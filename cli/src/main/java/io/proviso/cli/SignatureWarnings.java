package io.proviso.cli;

import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Nearest;
import io.proviso.agreement.Portfolio;
import io.proviso.agreement.RoundText;
import io.proviso.agreement.Signature;
import io.proviso.units.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

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
        return warnings;
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
        var known = new TreeSet<String>();
        now.agreements()
                .forEach(agreement ->
                        agreement.parties().keySet().stream().map(Party::name).forEach(known::add));
        var supplier = now.vocabulary().desk().find(DeskWords.Of.SUPPLIER);
        if (supplier != null && now.vocabulary().facets().get(supplier) instanceof Facet.Choice choice) {
            known.addAll(choice.values());
        }
        if (!known.contains(signature.with())) {
            warnings.add(
                    "'" + signature.with() + "' is known to no agreement. " + Nearest.advice(signature.with(), known));
        }
    }
}
