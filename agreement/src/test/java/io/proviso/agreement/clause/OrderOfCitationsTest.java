package io.proviso.agreement.clause;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.reading;
import static io.proviso.agreement.ruling.Fixture.undisclosed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The clause that is told first, if only one is told, decides whatever the question leaves open. */
class OrderOfCitationsTest {
    private static final Draft WHOLE = clause("z-whole", permission(on("host", any())));

    @Test
    void aClauseOfOneProviderComesAfterOneOfAll() {
        assertEquals("z-whole", first("act=host", clause("a", permission(on("host", is("provider", "aws"))))));
    }

    @Test
    void aClauseThatCoversAllThatIsAskedKeepsItsPlace() {
        assertEquals(
                "a",
                first("act=host provider=aws", clause("a", permission(on("host", is("provider", "aws", "oracle"))))));
    }

    @Test
    void aClauseThatInOneReadingSaysNothingComesAfter() {
        assertEquals(
                "z-whole",
                first("act=host", clause("a", reading("all", permission(on("host", any()))), reading("none", null))));
    }

    @Test
    void aClauseWithAnUndisclosedTermComesAfter() {
        assertEquals("z-whole", first("act=host", clause("a", permission(on("host", undisclosed("provider"))))));
    }

    @Test
    void aClauseThatIsSetAsideInPartComesAfter() {
        assertEquals(
                "z-whole",
                first(
                        "act=host",
                        clause("a", permission(on("host", any()))),
                        clause("b", permission(on("host", is("provider", "aws"))))
                                .overrides("a")));
    }

    private static String first(String question, Draft... others) {
        var deal = deal("a", paper("p", "2024-01-01").adds(others).adds(WHOLE));
        return portfolio(deal)
                .ask("2024-06-01", question)
                .deciding()
                .getFirst()
                .clause()
                .clause();
    }
}
