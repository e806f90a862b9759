package io.proviso.counsel.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.question.Outcome;
import io.proviso.calendar.Window;
import io.proviso.counsel.Deals;
import io.proviso.counsel.Witness;
import java.time.ZoneOffset;
import java.util.List;

/** What the check finds in a portfolio, and what the engine says to the question that shows it. */
public final class Found {
    private Found() {}

    static List<Finding> check(Deals deals) {
        return PortfolioCheck.of(deals.compile(), null);
    }

    static List<Finding> check(Deals deals, String leadTime) {
        return PortfolioCheck.of(deals.compile(), Window.parse(leadTime));
    }

    static Finding only(List<Finding> findings) {
        assertEquals(1, findings.size(), findings::toString);
        return findings.getFirst();
    }

    static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).toList();
    }

    public static String ask(Finding finding) {
        return finding.witnesses().getFirst().words(ZoneOffset.UTC);
    }

    public static Outcome outcome(Deals deals, Witness witness) {
        var portfolio = deals.compile();
        var knownAt = witness.knownAt() == null ? portfolio.portfolio().latestRecorded() : witness.knownAt();
        return portfolio.rule(witness.question(), witness.asOf(), knownAt).outcome();
    }
}
