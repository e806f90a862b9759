package io.proviso.counsel.check;

import io.proviso.agreement.rounds.Signature;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.RoundText;
import io.proviso.units.Interval;
import java.time.Instant;
import java.util.List;

/** Contracts on record with others that the holder of a right had not left free: they stand, and were made against it. */
final class SignedAgainstRights {
    private final CompiledPortfolio portfolio;
    private final Instant knownAt;
    private final RoundText text;

    SignedAgainstRights(CompiledPortfolio portfolio) {
        this.portfolio = portfolio;
        this.knownAt = portfolio.portfolio().latestRecorded();
        this.text = new RoundText(portfolio.portfolio().zone());
    }

    void inspect(Findings findings) {
        for (var round : portfolio.portfolio().rounds()) {
            portfolio.signatures(round, knownAt).stream()
                    .filter(Signature::isAgainstTheRight)
                    .forEach(signature -> findings.addAlone(new Finding(
                            Check.AGAINST_RIGHT,
                            List.of(new Finding.Place.OfClause(
                                    round.right(), round.source().title())),
                            Interval.from(signature.step().at()),
                            text.against(signature),
                            List.of())));
        }
    }
}
