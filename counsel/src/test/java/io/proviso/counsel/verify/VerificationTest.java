package io.proviso.counsel.verify;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.ruling.Rulings;
import io.proviso.counsel.Deals;
import io.proviso.counsel.english.Draft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void anotherOutcomeBySilenceNamesWhoWasSilent() {
        assertEquals(
                "outcome: expected FORBIDDEN, but it is PERMITTED by silence of supply",
                verify("provider=north", Case.Verdict.FORBIDDEN, List.of(), List.of(), List.of())
                        .mismatches()
                        .getFirst()
                        .toString());
        assertEquals(
                "deciding: expected ban, but it is nothing",
                verify("provider=north", Case.Verdict.PERMITTED, List.of("ban"), List.of(), List.of())
                        .mismatches()
                        .getFirst()
                        .toString());
    }

    @Test
    void whereNoAgreementTakesPartThePortfolioIsSilent() {
        var alone = new Deals()
                .agreement("supply", "lab")
                .noSilenceOn("host")
                .paper("deed", "2025-01-01")
                .compile();
        var expected = expected(Case.Verdict.PERMITTED, List.of(), List.of(), List.of(), List.of("portfolio"));
        assertTrue(Verification.of(alone, tested(null, expected)).holds());
    }

    @Test
    void whatWasSetAsideAndPinnedIsCompared() {
        var unclear = new Deals()
                .agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        Deals.addsUnclear("ban", forbids("northern", "host", is("provider", "south")), null),
                        adds("leave", Deals.permits("host", is("product", "api")), "ban"))
                .pin("supply", "ban", "2025-02-01", "narrow")
                .compile();
        var cited = expected(Case.Verdict.PERMITTED, List.of("leave"), List.of("ban"), List.of("ban"), List.of());
        assertTrue(Verification.of(unclear, tested(null, cited)).holds());
        var not = expected(Case.Verdict.PERMITTED, List.of(), List.of("leave"), List.of("leave"), List.of("supply"));
        assertEquals(
                List.of(
                        "set aside: expected leave, but it is ban",
                        "pins: expected leave, but it is ban",
                        "silent: expected supply, but it is nothing"),
                Verification.of(unclear, tested(null, not)).mismatches().stream()
                        .map(Verification.Mismatch::toString)
                        .toList());
    }

    @Test
    void aCaseIsPutAsKnownAtItsDayOrToAllThatIsOnRecord() {
        var late = new Deals()
                .agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01")
                .paper(
                        "late",
                        "2025-02-01",
                        "2025-07-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))))
                .compile();
        var permitted = expected(Case.Verdict.PERMITTED, List.of(), List.of(), List.of(), List.of());
        assertTrue(Verification.of(late, tested("2025-06-30", permitted)).holds());
        assertEquals(
                List.of("outcome: expected PERMITTED, but it is FORBIDDEN by ban"),
                Verification.of(late, tested(null, permitted)).mismatches().stream()
                        .map(Verification.Mismatch::toString)
                        .toList());
    }

    private static Case tested(@Nullable String knownAt, Case.Expected expected) {
        return new Case(
                "a case",
                day("2025-06-01"),
                knownAt == null ? null : day(knownAt),
                new Case.Asked(List.of("act=host", "provider=south", "product=api"), List.of(), expected));
    }

    private static Case.Expected expected(
            Case.Verdict outcome,
            List<String> deciding,
            List<String> setAside,
            List<String> pins,
            List<String> silent) {
        return new Case.Expected(outcome, deciding, setAside, pins, silent, List.of());
    }

    private Verification verify(
            String facet, Case.Verdict outcome, List<String> deciding, List<String> silent, List<String> names) {
        var expected = new Case.Expected(outcome, deciding, List.of(), List.of(), silent, names);
        var tested = new Case(
                "a case",
                day("2025-06-01"),
                null,
                new Case.Asked(List.of("act=host", facet, "product=api"), List.of(), expected));
        return Verification.of(rulings, tested);
    }

    @ParameterizedTest
    @CsvSource({
        // Five business days to 17:00, from a Monday to the next; what comes after 17:00 is of the next day.
        "right, 2025-06-02T09:00:00Z, 2025-06-09T17:00:00Z, ''",
        "right, 2025-06-02T17:00:00Z, 2025-06-09T17:00:00Z, ''",
        "right, 2025-06-02T17:00:01Z, 2025-06-10T17:00:00Z, ''",
        "right, 2025-06-07T09:00:00Z, 2025-06-16T17:00:00Z, ''",
        "right, 2025-06-08T09:00:00Z, 2025-06-16T17:00:00Z, ''",
        "right, 2025-06-06T09:00:00Z, 2025-06-13T17:00:00Z, ''",
        "right, 2025-06-02T09:00:00Z, 2025-06-09T17:00:01Z, 2025-06-09T17:00:00Z",
        "right, 2025-06-02T09:00:00Z, 2025-06-09T16:59:59Z, 2025-06-09T17:00:00Z",
        "right, 2025-06-02T09:00:00Z, 2025-06-10T17:00:00Z, 2025-06-09T17:00:00Z",
        "hidden, 2025-06-02T09:00:00Z, 2025-06-09T17:00:00Z, on no known day: its window is undisclosed or unclear",
        "ban, 2025-06-02T09:00:00Z, 2025-06-09T17:00:00Z, never: no such right is in force then",
        "right, 2024-06-03T09:00:00Z, 2024-06-10T17:00:00Z, never: no such right is in force then"
    })
    void aDeadlineHoldsToTheInstantOrIsToldAsItIs(String clause, String received, String last, String actual) {
        var northern = new Deals()
                .agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("ban", forbids("northern", "host", is("provider", "south"))),
                        adds("right", firstRefusal("northern", is("provider", "south"), "5 business days")),
                        Draft.clause(
                                        "hidden",
                                        Draft.reading(
                                                "short", firstRefusal("northern", is("provider", "east"), "5 days")),
                                        Draft.reading(
                                                "long", firstRefusal("northern", is("provider", "east"), "9 days")))
                                .adds())
                .compile();
        var tested = new Case(
                "a right",
                day("2025-06-02"),
                null,
                new Case.Asked(
                        List.of("act=host", "provider=south"),
                        List.of(),
                        new Case.Expected(
                                Case.Verdict.FORBIDDEN, List.of("ban"), List.of(), List.of(), List.of(), List.of())),
                new Case.AnswerBy(clause, Instant.parse(received), Instant.parse(last)),
                List.of());
        assertEquals(
                actual.isEmpty()
                        ? List.of()
                        : List.of("answer to " + clause + " received " + received + " due: expected " + last
                                + ", but it is " + actual),
                Verification.of(northern, tested).mismatches().stream()
                        .map(Object::toString)
                        .toList());
    }
}
