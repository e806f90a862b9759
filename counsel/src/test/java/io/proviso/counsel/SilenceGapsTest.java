package io.proviso.counsel;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Found.ask;
import static io.proviso.counsel.Found.check;
import static io.proviso.counsel.Found.only;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
