package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.milestone;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ruling cites the entry of the record by which a clause says what it says, with who says so. */
class FactsCitedTest {
    private static final String AWS = "act=host provider=aws";
    private static final Draft ONCE_DECLARED = clause(
            "once-declared",
            prohibition(on("host", is("provider", "aws").and("agi", new Match.AnyOf(List.of("declared"))))));
    private static final Draft UNTIL_VERIFIED =
            clause("until-verified", prohibition(on("host", any()))).until(milestone("agi", "verified"));

    @Test
    void anEntryThatAClauseWaitsForIsCitedWithTheClause() {
        var ruling = with(ONCE_DECLARED)
                .attested("agi", "declared", "2024-03-01", any())
                .ask("2024-06-01", AWS);
        assertEquals(List.of("agi=declared by [a/once-declared]"), cited(ruling));
    }

    @Test
    void anEntryThatAClauseWouldHaveMindedIsCitedThoughTheClauseMissesByIt() {
        var ruling = with(ONCE_DECLARED)
                .attested("agi", "rejected", "2024-03-01", any())
                .ask("2024-06-01", AWS);
        assertEquals(List.of("agi=rejected by [a/once-declared]"), cited(ruling));
    }

    @Test
    void anEntryThatNoClauseOnWhatIsAskedMindsIsNotCited() {
        var fixture = with(ONCE_DECLARED).attested("agi", "declared", "2024-03-01", any());
        assertEquals(List.of(), cited(fixture.ask("2024-06-01", "act=host provider=own")));
        assertEquals(List.of(), cited(fixture.ask("2024-02-01", AWS)), "before it happened");
        assertEquals(List.of(), cited(fixture.ask("2024-06-01", AWS + " fact:agi=none")), "where another is supposed");
    }

    @Test
    void anEntryOfAnotherScopeIsNotCited() {
        var fixture = with(ONCE_DECLARED).attested("agi", "declared", "2024-03-01", is("provider", "own"));
        assertEquals(List.of(), cited(fixture.ask("2024-06-01", AWS)));
    }

    @Test
    void aMilestoneThatCameForSomethingElseIsNotCitedNorItsMark() {
        var heard = new Source("A newspaper", null, Confidence.REPORTED);
        var fixture = with(clause("a", permission(on("host", any()))).until(milestone("agi", "verified")))
                .attested("agi", "verified", "2024-03-01", is("provider", "own"), heard);
        assertEquals(List.of(), cited(fixture.ask("2024-06-01", AWS)));
        assertEquals(Confidence.PRIMARY, fixture.ask("2024-06-01", AWS).restsOn());
        assertEquals(List.of("agi=verified by [a/a]"), cited(fixture.ask("2024-06-01", "act=host provider=own")));
        assertEquals(List.of("agi=verified by [a/a]"), cited(fixture.ask("2024-06-01", "act=host")));
    }

    @Test
    void aReadingThatAPinExcludesCitesNothing() {
        var other = prohibition(on("host", is("provider", "aws")));
        var fixture = with(clause("a", reading("aws", other), reading("none", null))
                        .until(milestone("agi", "verified")))
                .attested("agi", "verified", "2024-03-01", any())
                .pin("a", "a", "2024-01-01", "none");
        assertEquals(List.of(), cited(fixture.ask("2024-06-01", AWS)));
    }

    @Test
    void anEntryByWhichAClauseEndedIsCitedWithIt() {
        var fixture = with(UNTIL_VERIFIED).attested("agi", "verified", "2024-03-01", any());
        assertEquals(List.of("agi=verified by [a/until-verified]"), cited(fixture.ask("2024-06-01", AWS)));
        assertEquals(List.of(), cited(fixture.ask("2024-02-01", AWS)));
    }

    @Test
    void theWeakestMarkIsThatOfTheEntryIfNothingIsWeaker() {
        var clause = clause(
                "a", permission(on("host", is("provider", "aws").and("agi", new Match.AnyOf(List.of("declared"))))));
        var fixture = with(clause);
        var sure = new Source("Board minutes", null, Confidence.PRIMARY);
        var heard = new Source("A newspaper", null, Confidence.REPORTED);
        assertEquals(
                Confidence.PRIMARY,
                fixture.attested("agi", "declared", "2024-03-01", any(), sure)
                        .ask("2024-06-01", AWS)
                        .restsOn());
        assertEquals(
                Confidence.REPORTED,
                with(clause)
                        .attested("agi", "declared", "2024-03-01", any(), heard)
                        .ask("2024-06-01", AWS)
                        .restsOn());
    }

    @Test
    void theTextTellsTheEntryItsSourceAndTheClauseThatMindsIt() {
        var letter = new Source("Letter of the board", "https://example.org/letter", Confidence.REPORTED);
        var text = RulingText.of(
                with(ONCE_DECLARED)
                        .attested("agi", "declared", "2024-03-01", any(), letter)
                        .ask("2024-06-01", AWS),
                Disclosure.INTERNAL);
        assertTrue(text.contains("""
                        By the record
                          agi is declared since 2024-03-01, which a, clause once-declared minds
                              Source: Letter of the board (%s), https://example.org/letter
                        """.formatted(Confidence.REPORTED.words())), text);
    }

    private static Fixture with(Draft... clauses) {
        return portfolio(deal("a", paper("p", "2024-01-01").adds(clauses)));
    }

    private static List<String> cited(Ruling ruling) {
        return ruling.telling().facts().stream()
                .map(fact -> fact.entry().facet() + "=" + fact.entry().value() + " by " + fact.by())
                .toList();
    }
}
