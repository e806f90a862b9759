package io.proviso.agreement.question;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Instrument;
import io.proviso.agreement.Paper;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Words;
import io.proviso.agreement.portfolio.Citation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A reading is cited with the paper that brought it: its instrument, title, confidence and words. The papers of each case follow a
 * first one, p0, that adds the clause: I is an interpretive statement that adds a reading, E ends the clause in one of two ways, R
 * restates it with two readings; they are numbered as they come, and each is told by a source of its own.
 */
class CitedReadingTest {
    private static final List<Confidence> TOLD = List.of(
            Confidence.PRIMARY_QUOTED,
            Confidence.PRIMARY,
            Confidence.REPORTED,
            Confidence.SECONDARY,
            Confidence.ASSUMED,
            Confidence.PRIMARY);

    @ParameterizedTest
    @CsvSource({
        "'', p0, PRIMARY_QUOTED",
        "I, p0 p1, PRIMARY_QUOTED",
        "II, p0 p1 p2, REPORTED",
        "III, p0 p1 p2 p3, SECONDARY",
        "IIII, p0 p1 p2 p3 p4, ASSUMED",
        "E, p1 p1, PRIMARY",
        "R, p1 p1, PRIMARY",
        "EE, p2 p2, REPORTED",
        "RR, p2 p2, REPORTED",
        "ER, p2 p2, REPORTED",
        "RE, p2 p2, REPORTED",
        "IE, p2 p2, REPORTED",
        "IR, p2 p2, REPORTED",
        "EI, p1 p1 p2, REPORTED",
        "RI, p1 p1 p2, REPORTED",
        "EII, p1 p1 p2 p3, SECONDARY",
        "RII, p1 p1 p2 p3, SECONDARY",
        "ERI, p2 p2 p3, SECONDARY",
        "REI, p2 p2 p3, SECONDARY",
        "IEI, p2 p2 p3, SECONDARY",
        "IRI, p2 p2 p3, SECONDARY",
        "IIE, p3 p3, SECONDARY",
        "IIR, p3 p3, SECONDARY",
        "IIIIR, p5 p5, PRIMARY",
        "IREIE, p5 p5, PRIMARY"
    })
    void eachReadingIsCitedWithThePaperThatBroughtIt(String later, String brought, Confidence weakest) {
        var ruling = portfolio(deal("a", papers(later))).ask("2024-12-01", "act=host provider=aws");
        assertEquals(Outcome.FORBIDDEN, ruling.outcome());
        assertEquals(
                List.of(brought.split(" ", -1)),
                ruling.deciding().stream().map(Citation::instrument).sorted().toList());
        ruling.deciding().forEach(CitedReadingTest::isOfItsPaper);
        assertEquals(weakest, ruling.restsOn());
    }

    @ParameterizedTest
    @CsvSource({
        "I, plain, p0, PRIMARY_QUOTED",
        "I, by-p1, p1, PRIMARY",
        "II, by-p1, p1, PRIMARY",
        "II, by-p2, p2, REPORTED",
        "III, by-p1, p1, PRIMARY",
        "III, by-p3, p3, SECONDARY",
        "IIII, by-p4, p4, ASSUMED",
        "E, by-p1, p1, PRIMARY",
        "R, by-p1, p1, PRIMARY",
        "RE, by-p2, p2, REPORTED",
        "IE, by-p2, p2, REPORTED",
        "EI, by-p1, p1, PRIMARY",
        "EI, by-p2, p2, REPORTED",
        "RI, by-p1, p1, PRIMARY",
        "RI, by-p2, p2, REPORTED",
        "RII, or-p1, p1, PRIMARY",
        "EII, or-p1, p1, PRIMARY",
        "IRI, by-p3, p3, SECONDARY"
    })
    void aPinnedReadingIsCitedWithThePaperThatBroughtItAndRestsOnThatAlone(
            String later, String pinned, String brought, Confidence weakest) {
        var ruling = portfolio(deal("a", papers(later)))
                .pin("a", "c", "2024-11-01", pinned)
                .ask("2024-12-01", "act=host provider=aws");
        assertEquals(
                List.of(brought + " " + pinned),
                ruling.deciding().stream()
                        .map(cited -> cited.instrument() + " " + cited.reading())
                        .toList());
        ruling.deciding().forEach(CitedReadingTest::isOfItsPaper);
        assertEquals(weakest, ruling.restsOn());
    }

    @Test
    void whatIsAssumedOfAClauseIsNotAssumedOfAReadingThatAStatementGivesIt() {
        var clause = clause("c", prohibition(on("host", any()))).source(told(0)).assumed("until");
        var fixture =
                portfolio(deal("a", paper("p0", "2024-01-01").source(told(0)).adds(clause), later('I', 1)));
        assertEquals(Confidence.ASSUMED, fixture.ask("2024-12-01", "act=host").restsOn());
        fixture.pin("a", "c", "2024-11-01", "by-p1");
        assertEquals(Confidence.PRIMARY, fixture.ask("2024-12-01", "act=host").restsOn());
    }

    private static void isOfItsPaper(Citation cited) {
        int number = cited.instrument().charAt(1) - '0';
        assertEquals(told(number), cited.provenance().source());
        assertEquals("words of p" + number, cited.words().says());
    }

    private static Paper[] papers(String later) {
        var clause = clause("c", new Reading(Reading.PLAIN, words(0), prohibition(on("host", any())), null));
        var papers = new ArrayList<>(
                List.of(paper("p0", "2024-01-01").source(told(0)).adds(clause.source(told(0)))));
        for (int i = 0; i < later.length(); i++) {
            papers.add(later(later.charAt(i), i + 1));
        }
        return papers.toArray(Paper[]::new);
    }

    private static Paper later(char kind, int number) {
        var paper = paper("p" + number, "2024-0" + (number + 1) + "-01").source(told(number));
        var readings = Stream.of("by-p", "or-p")
                .map(name -> new Reading(name + number, words(number), prohibition(on("host", any())), null))
                .toArray(Reading[]::new);
        return switch (kind) {
            case 'I' -> paper.type(Instrument.Type.INTERPRETIVE).interprets("c", readings[0]);
            case 'E' -> paper.ends("c", readings);
            case 'R' -> paper.restates(clause("c", readings).source(told(number)));
            default -> throw new AssertionError(Arrays.toString(readings));
        };
    }

    private static Words words(int number) {
        return new Words("words of p" + number, Words.Kind.PARAPHRASE);
    }

    private static Source told(int number) {
        return new Source("title of p" + number, null, TOLD.get(number));
    }
}
