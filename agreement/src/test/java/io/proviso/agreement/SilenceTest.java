package io.proviso.agreement;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.question.Outcome.FORBIDDEN;
import static io.proviso.agreement.question.Outcome.PERMITTED;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.exclusivity;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.not;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.OutcomesTest.deciding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.agreement.ruling.MissedText;
import io.proviso.agreement.ruling.Ruling;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an agreement, or nobody, says by saying nothing. */
public class SilenceTest {
    private static final String AWS = "act=host provider=aws";
    private static final Draft AZURE_ONLY = clause("azure-only", exclusivity(on("host", not("provider", "azure"))));
    private static final Draft AWS_ALLOWED = clause("aws-allowed", permission(on("host", is("provider", "aws"))));

    @Test
    void anAgreementIsSilentFromItsFirstEffectiveInstantUntilItIsTerminatedNotUntilItsClausesEnd() {
        var deal = deal(
                        "a",
                        paper("p", "2024-01-01")
                                .adds(clause("short", permission(on("host", any())))
                                        .until(Fixture.at("2024-02-01"))),
                        paper("end", "2025-01-01").terminates())
                .silent("host", Silence.FORBIDDEN);
        assertNull(portfolio(deal).ask("2023-12-31", AWS).silent().getFirst().agreement());
        assertEquals(PERMITTED, portfolio(deal).ask("2024-01-01", AWS).outcome());
        var silent = portfolio(deal).ask("2024-12-31", AWS);
        assertEquals(FORBIDDEN, silent.outcome());
        assertEquals("a", silent.silent().getFirst().agreement());
        assertNull(portfolio(deal).ask("2025-01-01", AWS).silent().getFirst().agreement());
    }

    @Test
    void nothingFollowsTheTerminationOfAnAgreement() {
        var deal = deal(
                        "a",
                        paper("p", "2024-01-01").adds(AZURE_ONLY),
                        paper("end", "2025-01-01").terminates(),
                        paper("late", "2025-02-01").type(Instrument.Type.NOTICE))
                .silent("host", Silence.FORBIDDEN);
        assertEquals(
                List.of("agreements/a/instruments/late"),
                portfolio(deal).problems().stream().map(Problem::path).toList());
    }

    @Test
    void anAgreementTakesPartOnlyInActsForWhichItDeclaresSilence() {
        var deal = deal("a", paper("p", "2024-01-01").adds(clause("no", prohibition(on("host", any())))))
                .noSilenceOn("host");
        var ruling = portfolio(deal).ask("2024-06-01", AWS);
        assertEquals(PERMITTED, ruling.outcome());
        assertNull(ruling.silent().getFirst().agreement());
    }

    @Test
    void whereNoAgreementTakesPartThePortfoliosOwnSilenceHolds() {
        assertEquals(PERMITTED, portfolio().ask("2024-06-01", AWS).outcome());
        assertEquals(
                FORBIDDEN,
                portfolio().ask("2024-06-01", "act=use-ip subject=models").outcome());
        assertEquals(
                FORBIDDEN,
                portfolio().ask("2024-06-01", "act=license subject=models").outcome());
    }

    @Test
    void silenceNamesEachClauseThatMissedAndWhatMadeItMiss() {
        var ruling = ask(
                "act=host provider=azure workload=inference",
                AZURE_ONLY,
                clause("training", prohibition(on("host", is("workload", "training")))),
                clause("elsewhere", prohibition(on("acquire", any()))));
        assertEquals(
                List.of(
                        "azure-only does not apply: provider is azure; it speaks of any but azure",
                        "training does not apply: workload is inference; it speaks of any but inference"),
                missed(ruling));
    }

    /** Of the agreement that is silent first, why its clauses miss. */
    public static List<String> missed(Ruling ruling) {
        var text = new MissedText(ZoneOffset.UTC);
        return ruling.silent().getFirst().missed().stream()
                .map(missed -> text.sentence(missed.clause().clause(), missed.because()))
                .toList();
    }

    @Test
    void aSilenceThatDecidesBesideAClauseIsTheWeakestSupport() {
        var permits = deal("a", paper("p", "2024-01-01").adds(AWS_ALLOWED));
        var ruling = portfolio(permits, deal("b", paper("p", "2024-01-01"))).ask("2024-06-01", AWS);
        assertEquals(List.of("a/aws-allowed"), deciding(ruling));
        assertEquals(Confidence.ASSUMED, ruling.restsOn());
    }

    private static Ruling ask(String words, Draft... clauses) {
        return portfolio(deal("a", paper("p", "2024-01-01").adds(clauses))).ask("2024-06-01", words);
    }
}
