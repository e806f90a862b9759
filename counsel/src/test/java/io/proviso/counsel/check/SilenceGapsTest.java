package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.check.Found.ask;
import static io.proviso.counsel.check.Found.check;
import static io.proviso.counsel.check.Found.only;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.counsel.Deals;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceGapsTest {
    private final Deals deals = new Deals();

    @Test
    void aClauseAboutAnActWithoutASilenceRuleNeverCounts() {
        deals.agreement("supply", "lab", "northern:north")
                .noSilenceOn("host")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("provider", "south"))));
        assertEquals("no-silence-rule supply/ban", only(check(deals)).id());
    }

    @Test
    void anActForWhichThePortfolioHasNoSilenceRuleIsAGap() {
        deals.portfolioWithoutSilenceOn("host")
                .agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01");
        var finding = only(check(deals));
        assertEquals("no-silence-rule", finding.id());
        assertEquals("act=host --as-of 2025-01-01", ask(finding));
    }

    @Test
    void aGapSaysWhatComesOfIt() {
        deals.portfolioWithoutSilenceOn("acquire")
                .agreement("supply", "lab", "northern:north")
                .noSilenceOn("host")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("provider", "south"))));
        assertEquals(
                List.of(
                        "ban speaks of the act host, for which supply has no silence rule, so that the clause never counts",
                        "the portfolio has no silence rule for the act acquire, so that it is forbidden wherever no"
                                + " agreement takes part"),
                check(deals).stream().map(Finding::message).toList());
        assertEquals("act=host --as-of 2025-01-01", ask(check(deals).getFirst()));
    }
}
