package io.proviso.counsel;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Rulings;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private final Rulings rulings = new Deals()
            .agreement("supply", "lab", "northern:north")
            .paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("provider", "south"))))
            .compile();

    @Test
    void aCaseHoldsIfEverythingItNamesIsCited() {
        assertTrue(verify("provider=south", Case.Verdict.FORBIDDEN, List.of("ban"), List.of(), List.of())
                .holds());
    }

    @Test
    void anotherOutcomeIsToldWithWhatDecided() {
        var verification = verify("provider=south", Case.Verdict.PERMITTED, List.of(), List.of(), List.of());
        assertEquals(
                "outcome: expected PERMITTED, but it is FORBIDDEN by ban",
                verification.mismatches().getFirst().toString());
    }

    @Test
    void aClauseThatIsNotCitedIsToldWithThoseThatAre() {
        var verification = verify("provider=south", Case.Verdict.FORBIDDEN, List.of("permit"), List.of(), List.of());
        assertEquals(
                "deciding: expected permit, but it is ban",
                verification.mismatches().getFirst().toString());
    }

    @Test
    void silenceIsComparedByAgreement() {
        assertTrue(verify("provider=north", Case.Verdict.PERMITTED, List.of(), List.of("supply"), List.of())
                .holds());
        assertEquals(
                "silent: expected portfolio, but it is supply",
                verify("provider=north", Case.Verdict.PERMITTED, List.of(), List.of("portfolio"), List.of())
                        .mismatches()
                        .getFirst()
                        .toString());
    }

    @Test
    void aRefusedQuestionHoldsIfARefusalWasExpectedThatNamesTheWord() {
        assertTrue(verify("provider=west", Case.Verdict.ERROR, List.of(), List.of(), List.of("provider", "west"))
                .holds());
        assertTrue(!verify("provider=west", Case.Verdict.ERROR, List.of(), List.of(), List.of("south-west"))
                .holds());
    }

    @Test
    void aRefusedQuestionFailsACaseThatExpectedAnAnswer() {
        var mismatch = verify("provider=west", Case.Verdict.PERMITTED, List.of(), List.of(), List.of())
                .mismatches()
                .getFirst();
        assertEquals("PERMITTED", mismatch.expected());
        assertTrue(mismatch.actual().startsWith("an error: unknown provider 'west'"), mismatch.actual());
    }

    private Verification verify(
            String facet, Case.Verdict outcome, List<String> deciding, List<String> silent, List<String> names) {
        var expected = new Case.Expected(outcome, deciding, List.of(), List.of(), silent, names);
        var tested = new Case(
                "a case", day("2025-06-01"), null, List.of("act=host", facet, "product=api"), List.of(), expected);
        return Verification.of(rulings, tested);
    }
}
