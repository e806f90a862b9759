package io.proviso.counsel.check;

import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.calendar.Window;
import io.proviso.counsel.Era;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a whole portfolio, over all time and with all that is on record, for what people overlook.
 *
 * <p>Exact: each finding about acts has a point in the compiled boxes at which it holds, and where there is none nothing is
 * found; nothing is sampled. References between the files, and consents of parties that do not hold the right, are refused when
 * a portfolio is read and cannot occur here.
 */
public final class PortfolioCheck {
    /** One kind of trouble, looked for in one era after the other. */
    interface Inspection {
        void inspect(Era era, Findings findings);

        /** What can be said only when all eras were seen. */
        default void finish(Findings findings) {}
    }

    private PortfolioCheck() {}

    /**
     * All findings, ordered by kind and date.
     *
     * @param leadTime how long the caller can wait for an answer; null leaves windows unchecked
     */
    public static List<Finding> of(CompiledPortfolio portfolio, @Nullable Window leadTime) {
        var findings = new Findings();
        var inspections = List.of(
                new Contradictions(),
                new UnreachableClauses(),
                new ImpossibleSpokenOf(),
                new SilenceGaps(),
                new OverlappingExclusivities(),
                new RivalFirstRefusals(),
                new HinderedCommitments(),
                new HollowRemedies(),
                new HollowTerms(),
                new SlowWindows(leadTime),
                new BeyondCalendar(),
                new Overdrawn(),
                new SignedNotSpared(),
                new RevenueShares());
        for (var era : Era.of(portfolio, portfolio.portfolio().latestRecorded())) {
            inspections.forEach(inspection -> inspection.inspect(era, findings));
        }
        inspections.forEach(inspection -> inspection.finish(findings));
        new DrawnOutside(portfolio).inspect(findings);
        new SignedAgainstRights(portfolio).inspect(findings);
        new LateRecords(portfolio).inspect(findings);
        return findings.all();
    }
}
