package io.proviso.counsel;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.Deals.share;
import static io.proviso.counsel.Draft.clause;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.ClauseBody;
import io.proviso.agreement.Commitment;
import io.proviso.agreement.Condition;
import io.proviso.agreement.Confidence;
import io.proviso.agreement.Disclosure;
import io.proviso.agreement.Schedule;
import io.proviso.agreement.Source;
import io.proviso.agreement.Stated;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is owed in figures: how sure each is, what falls due in a year, what may be added up, what cannot be counted. */
class FiguresTest {
    private static Deals deals() {
        return new Deals().agreement("supply", "lab", "northern:north", "southern:south");
    }

    private static ClauseBody promise(String to, String amount, boolean incremental) {
        return promise(to, amount, incremental, Commitment.Headline.COMMITTED);
    }

    private static ClauseBody promise(String to, String amount, boolean incremental, Commitment.Headline headline) {
        return new Commitment(
                new Party("lab"),
                new Party(to),
                Stated.of(Money.of(amount, "USD")),
                headline,
                incremental,
                Stated.of(new Interval(day("2025-01-01"), day("2029-01-01"))));
    }

    private static Obligations of(Deals deals, String from, String to) {
        return Obligations.until(deals.at(from), day(to));
    }

    static Stream<Arguments> marks() {
        var body = promise("northern", "1461", false);
        var press = new Source("a paper", null, Confidence.REPORTED);
        return Stream.of(
                Arguments.of(clause("buy", body), List.of(), List.of()),
                Arguments.of(
                        clause("buy", body).assumed("amount"), List.of("assumed: amount"), List.of("assumed: amount")),
                Arguments.of(clause("buy", body).assumed("term"), List.of(), List.of("assumed: term")),
                Arguments.of(clause("buy", body).assumed("effective"), List.of(), List.of()),
                Arguments.of(
                        clause("buy", body).reported("amount", "term"),
                        List.of("reported: amount"),
                        List.of("reported: amount, term")),
                Arguments.of(
                        clause("buy", body).source(press),
                        List.of("source: press reports"),
                        List.of("source: press reports")),
                Arguments.of(
                        clause("buy", body).assumed("headline").source(press),
                        List.of("assumed: headline", "source: press reports"),
                        List.of("assumed: headline", "source: press reports")));
    }

    @ParameterizedTest
    @MethodSource("marks")
    void eachFigureCarriesTheMarksOfWhatItIsMadeFrom(Draft draft, List<String> headline, List<String> firm) {
        var exposure = of(deals().paper("deed", "2025-01-01", draft.adds()), "2025-06-01", "2026-01-01")
                .exposures()
                .getFirst();
        assertEquals(headline, exposure.headlineMarks());
        assertEquals(firm, exposure.firmMarks());
    }

    @Test
    void aDayCarriesTheMarksOfWhatItIsMadeFromAndOfNothingElse() {
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        clause("right", firstRefusal("northern", is("provider", "south"), "5 days"))
                                .untilDay("2025-12-01")
                                .assumed("until", "window", "holder")
                                .adds());
        assertEquals(
                List.of("EFFECT []", "NOTICE [assumed: until, window]", "EXPIRY [assumed: until]"),
                of(deals, "2025-01-01", "2026-01-01").all().stream()
                        .map(each -> each.kind() + " " + each.marks())
                        .toList());
    }

    @Test
    void aPaperTakesEffectOnAnAssumedDayIfAClauseItBringsSaysSo() {
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        clause("ban", forbids("northern", "host", Condition.ALWAYS))
                                .assumed("effective")
                                .adds());
        assertEquals(
                List.of("assumed: effective"),
                of(deals, "2025-01-01", "2026-01-01").all().getFirst().marks());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2026-01-01, 365",
        "2025-01-01, 2025-01-02, 1",
        "2024-01-01, 2025-01-01, 0",
        "2028-12-31, 2030-01-01, 1",
        "2029-01-01, 2030-01-01, 0",
        "2025-12-31, 2026-01-02, 2",
        "2025-01-01, 2029-01-01, 1461",
        "2024-06-01, 2031-06-01, 1461",
        "2028-02-28, 2028-03-01, 2"
    })
    void whatFallsDueInATimeIsTheDifferenceOfWhatIsOwedAtItsEnds(String from, String to, String days) {
        var deals = deals().paper("deed", "2025-01-01", adds("buy", promise("northern", "1461", false)));
        var sum =
                of(deals, from, to).payments().stream().map(Payment::amount).reduce(Money.of("0", "USD"), Money::plus);
        assertEquals(Money.of(days, "USD"), sum.rounded());
    }

    @Test
    void theYearsOfACommitmentStandOneByOne() {
        var deals = deals().paper("deed", "2025-01-01", adds("buy", promise("northern", "1461", false)))
                .paper("other", "2025-07-01", adds("leave", permits("host", Condition.ALWAYS)));
        assertEquals(
                List.of(
                        "2025-06-01..2025-12-31 lab to northern: 214 USD, supply/buy [spread evenly over the term:"
                                + " assumed]",
                        "2026-01-01..2026-02-28 lab to northern: 59 USD, supply/buy [spread evenly over the term:"
                                + " assumed]"),
                of(deals, "2025-06-01", "2026-03-01").payments().stream()
                        .map(ObligationsText::words)
                        .toList());
    }

    @Test
    void aCeilingFallsDueAtMost() {
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        adds("buy", promise("northern", "1461", false, Commitment.Headline.UP_TO)));
        assertTrue(ObligationsText.words(
                        of(deals, "2025-01-01", "2025-01-11").payments().getFirst())
                .contains(": at most 10 USD"));
    }

    static Stream<Arguments> totals() {
        var a = adds("a", promise("northern", "100", false));
        var b = adds("b", promise("southern", "50", false));
        var c = adds("c", promise("northern", "30", false));
        var d = adds("d", promise("northern", "7", true));
        var e = adds("e", promise("northern", "500", false, Commitment.Headline.UP_TO));
        var odd = adds("odd", leavable("northern", "90", null));
        var near = adds("near", leavable("northern", "1461", Stated.of(Period.ofDays(10))));
        var endless = adds("endless", endless("southern", "9"));
        return Stream.of(
                Arguments.of(List.of(), List.of()),
                Arguments.of(List.of(a), List.of("firm: 100 USD in 1 commitment")),
                Arguments.of(List.of(a, b), List.of("firm: 150 USD in 2 commitments")),
                Arguments.of(
                        List.of(a, c),
                        List.of("firm: 100 USD in 1 commitment", "not counted, a larger one may contain it: supply/c")),
                Arguments.of(List.of(a, d), List.of("firm: 107 USD in 2 commitments")),
                Arguments.of(List.of(e), List.of("at most: 500 USD in 1 commitment")),
                Arguments.of(
                        List.of(b, e), List.of("firm: 50 USD in 1 commitment", "at most: 500 USD in 1 commitment")),
                Arguments.of(
                        List.of(a, e), List.of("firm: 100 USD in 1 commitment", "at most: 500 USD in 1 commitment")),
                Arguments.of(
                        List.of(a, b, c, d),
                        List.of(
                                "firm: 157 USD in 3 commitments",
                                "not counted, a larger one may contain it: supply/c")),
                Arguments.of(List.of(odd), List.of("promised, firm part unknown: 90 USD in 1 commitment")),
                Arguments.of(List.of(near), List.of("firm: 162 USD in 1 commitment, of 1,461 USD published")),
                // What is firm counts for what is firm, however large a headline is that may be left.
                Arguments.of(
                        List.of(near, adds("f", promise("northern", "500", false))),
                        List.of(
                                "firm: 500 USD in 1 commitment",
                                "not counted, a larger one may contain it: supply/near")),
                Arguments.of(List.of(endless), List.of("firm: 9 USD in 1 commitment; undated of it: 9 USD in 1")),
                Arguments.of(List.of(a, endless), List.of("firm: 109 USD in 2 commitments; undated of it: 9 USD in 1")),
                Arguments.of(
                        List.of(adds("x", Deals.commitment("lab", "northern"))),
                        List.of("no figure, undisclosed: supply/x")),
                Arguments.of(
                        List.of(a, adds("share", share("lab", "northern", "0.2"))),
                        List.of("firm: 100 USD in 1 commitment", "no figure, by revenue: supply/share")),
                Arguments.of(
                        List.of(Draft.clause(
                                        "two",
                                        Draft.reading("one", promise("northern", "1", false)),
                                        Draft.reading("other", promise("northern", "2", false)))
                                .adds()),
                        List.of("not counted, in one of several readings only: supply/two")));
    }

    private static ClauseBody leavable(String to, String amount, @Nullable Stated<Period> notice) {
        return new Commitment(
                new Party("lab"),
                new Party(to),
                Stated.of(Money.of(amount, "USD")),
                Commitment.Headline.COMMITTED,
                false,
                new Schedule(
                        Stated.of(new Interval(day("2025-01-01"), day("2029-01-01"))),
                        List.of(),
                        new Schedule.Termination(notice == null ? Stated.undisclosed() : notice, null, null),
                        List.of()));
    }

    private static ClauseBody endless(String to, String amount) {
        return new Commitment(
                new Party("lab"),
                new Party(to),
                Stated.of(Money.of(amount, "USD")),
                Commitment.Headline.COMMITTED,
                false,
                Stated.of(Interval.from(day("2025-01-01"))));
    }

    @ParameterizedTest
    @MethodSource("totals")
    void theSumsCountOnceWhatDoesNotOverlapAndNameWhatIsInNone(List<Change> changes, List<String> told) {
        var deals = deals().paper("deed", "2025-01-01", changes.toArray(Change[]::new));
        assertEquals(
                told,
                Account.of(of(deals, "2025-06-01", "2026-01-01"), 4).stream()
                        .flatMap(account -> account.lines().stream())
                        .toList());
    }

    @Test
    void aTotalSaysHowManyOfItsFiguresNoPartyPublished() {
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        clause("a", promise("northern", "100", false))
                                .assumed("term")
                                .adds(),
                        adds("b", promise("southern", "50", false)));
        assertEquals(
                "firm: 150 USD in 2 commitments; in part assumed or reported: 1",
                Account.words(of(deals, "2025-06-01", "2026-01-01").totals().getFirst()));
    }

    @Test
    void aPartySeesTheDayOnWhichItsCommitmentsWereCountedAndWhichBeginLater() {
        var deals = deals().paper("deed", "2025-01-01", adds("a", promise("northern", "100", false)))
                .paper("more", "2025-09-01", adds("later", promise("southern", "50", true)));
        assertEquals(
                List.of(
                        "lab, by commitments in force on 2025-06-01, paid or not",
                        "firm: 100 USD in 1 commitment",
                        "in force later, in no sum: supply/later"),
                Account.of(of(deals, "2025-06-01", "2026-01-01"), 4).stream()
                        .flatMap(account -> Stream.concat(Stream.of(account.heading()), account.lines().stream()))
                        .toList());
    }

    @Test
    void aYearCountsOnceWhatDoesNotOverlap() {
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        adds("a", promise("northern", "1461", false)),
                        adds("c", promise("northern", "2922", false)),
                        adds("d", promise("northern", "14610", true)),
                        adds("e", promise("northern", "146100", false, Commitment.Headline.UP_TO)));
        assertEquals(
                List.of(
                        "Sum 2025-01-01..2025-12-31 lab: 4,380 USD of 2 payments",
                        "Sum 2025-01-01..2025-12-31 lab: at most 36,500 USD of 1 payment"),
                of(deals, "2025-01-01", "2026-01-01").years().stream()
                        .map(ObligationsText::words)
                        .toList());
    }

    @Test
    void everyKindOfObligationHasADayAFigureOrAReasonWhyItCannotBeCounted() {
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        adds("share", share("lab", "northern", "0.2")),
                        adds("right", firstRefusal("northern", is("provider", "south"), "5 days")),
                        adds("ban", forbids("northern", "host", is("provider", "south"))),
                        adds("wall", Deals.exclusive("northern", "acquire", is("provider", "east"))),
                        adds("dark", Deals.commitment("lab", "northern")),
                        adds("leave", permits("host", Condition.ALWAYS)),
                        adds("buy", promise("northern", "1461", false)));
        assertEquals(
                List.of(
                        "ban: it binds all along",
                        "dark: its amount is undisclosed",
                        "right: each need has its own offer and deadline",
                        "share: it follows from revenue, of which no paper tells",
                        "wall: it binds all along"),
                of(deals, "2025-06-01", "2026-01-01").uncounted().stream()
                        .map(each -> each.clause().clause() + ": " + each.sentence())
                        .toList());
    }

    static Stream<Arguments> spells() {
        var ban = forbids("northern", "host", is("provider", "south"));
        var wider = forbids("northern", "host", is("provider", "south", "east"));
        var share = share("lab", "northern", "0.2");
        var less = share("lab", "northern", "0.1");
        return Stream.of(
                Arguments.of(deals().paper("deed", "2025-01-01", adds("it", ban)), List.of("it: it binds all along")),
                Arguments.of(deals().paper("deed", "2025-06-01", adds("it", ban)), List.of("it: it binds all along")),
                Arguments.of(
                        deals().paper("deed", "2025-06-02", adds("it", ban)), List.of("it: it binds from 2025-06-02")),
                Arguments.of(
                        deals().paper(
                                        "deed",
                                        "2025-01-01",
                                        clause("it", ban).untilDay("2025-09-01").adds()),
                        List.of("it: it binds until 2025-09-01")),
                Arguments.of(
                        deals().paper(
                                        "deed",
                                        "2025-01-01",
                                        clause("it", ban).untilDay("2026-01-01").adds()),
                        List.of("it: it binds all along")),
                Arguments.of(
                        deals().paper(
                                        "deed",
                                        "2025-07-01",
                                        clause("it", ban).untilDay("2025-09-01").adds()),
                        List.of("it: it binds from 2025-07-01 until 2025-09-01")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("it", ban)).paper("end", "2025-08-01", ends("it")),
                        List.of("it: it binds until 2025-08-01")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("it", ban))
                                .paper(
                                        "change",
                                        "2025-08-01",
                                        clause("it", wider).restates()),
                        List.of("it: it binds until 2025-08-01", "it: it binds from 2025-08-01")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("it", ban))
                                .paper("change", "2025-08-01", clause("it", ban).restates()),
                        List.of("it: it binds all along")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("it", ban))
                                .paper("other", "2025-08-01", adds("else", permits("acquire", Condition.ALWAYS))),
                        List.of("it: it binds all along")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("it", ban))
                                .paper(
                                        "change",
                                        "2025-08-01",
                                        clause("it", wider).restates())
                                .paper("back", "2025-10-01", clause("it", ban).restates()),
                        List.of(
                                "it: it binds until 2025-08-01",
                                "it: it binds from 2025-08-01 until 2025-10-01",
                                "it: it binds from 2025-10-01")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("it", share)).paper("end", "2025-08-01", ends("it")),
                        List.of("it, until 2025-08-01: it follows from revenue, of which no paper tells")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", adds("it", share))
                                .paper(
                                        "change",
                                        "2025-08-01",
                                        clause("it", less).restates()),
                        List.of(
                                "it, until 2025-08-01: it follows from revenue, of which no paper tells",
                                "it, from 2025-08-01: it follows from revenue, of which no paper tells")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", Deals.addsUnclear("it", ban, wider)),
                        List.of("it, read as 'wide': it binds all along", "it, read as 'narrow': it binds all along")),
                Arguments.of(
                        deals().paper("deed", "2025-01-01", Deals.addsUnclear("it", ban, ban)),
                        List.of("it: it binds all along")));
    }

    @ParameterizedTest
    @MethodSource("spells")
    void whatIsOwedWithoutADayTellsForHowLongInTheTimeLookedAt(Deals deals, List<String> told) {
        assertEquals(
                told.stream().map(each -> "supply/" + each).toList(),
                of(deals, "2025-06-01", "2026-01-01").uncounted().stream()
                        .map(Uncounted::told)
                        .toList());
    }

    @Test
    void aShareOfRevenueThatEndsIsNamedWithItsEndAndARestatedOneOnce() {
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        adds("ended", share("lab", "northern", "0.2")),
                        adds("kept", share("lab", "northern", "0.3")))
                .paper(
                        "change",
                        "2025-08-01",
                        ends("ended"),
                        clause("kept", share("lab", "northern", "0.1")).restates());
        assertEquals(
                List.of("no figure, by revenue: supply/ended until 2025-08-01, supply/kept"),
                Account.of(of(deals, "2025-06-01", "2026-01-01"), 3).getFirst().lines());
    }

    @Test
    void paymentsAreInTheOrderOfTheirDaysAndThenOfTheirClauses() {
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        adds("b", promise("northern", "1461", false)),
                        adds("a", promise("southern", "1461", false)))
                .paper("more", "2026-03-01", adds("c", promise("northern", "1461", true)));
        assertEquals(
                List.of(
                        "2025-06-01 supply/a",
                        "2025-06-01 supply/b",
                        "2026-01-01 supply/a",
                        "2026-01-01 supply/b",
                        "2026-03-01 supply/c",
                        "2027-01-01 supply/a",
                        "2027-01-01 supply/b",
                        "2027-01-01 supply/c"),
                of(deals, "2025-06-01", "2028-01-01").payments().stream()
                        .map(each -> each.from() + " " + each.clause())
                        .toList());
    }

    @Test
    void theDaysOnAScreenAreInTheOrderOfDaysWhateverTheirKind() {
        var ban = forbids("northern", "host", is("provider", "south"));
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        clause("a", ban).untilDay("2025-09-01").adds())
                .paper(
                        "early",
                        "2025-07-01",
                        clause("b", ban).untilDay("2025-12-01").adds())
                .paper(
                        "late",
                        "2025-10-01",
                        clause("c", ban).untilDay("2025-10-02").adds());
        assertEquals(
                List.of(
                        "  2025-07-01 effect, supply/early",
                        "  2025-08-31 expiry, supply/a",
                        "  2025-10-01 expiry, supply/c",
                        "  2025-10-01 effect, supply/late",
                        "  2025-11-30 expiry, supply/b"),
                ObligationsText.brief(of(deals, "2025-06-01", "2026-01-01"))
                        .lines()
                        .filter(line -> line.startsWith("  2025-"))
                        .toList());
    }

    private static Change ends(String clause) {
        return new Change.Ends(clause, List.of());
    }

    @Test
    void aShareOfRevenueForOtherEyesIsLeftOutAndCounted() {
        var deals = deals().paper(
                        "deed",
                        "2025-01-01",
                        clause("share", share("lab", "northern", "0.2"))
                                .internal()
                                .adds());
        var told = of(deals, "2025-06-01", "2026-01-01").disclosedTo(Disclosure.PUBLIC, deals.portfolio());
        assertEquals(List.of(), told.uncounted());
        assertEquals(1, told.withheld());
    }

    @ParameterizedTest
    @CsvSource({"2025-01-01, ''", "2025-01-02, 1 day", "2025-01-03, 2 days", "2025-07-22, 202 days", "2024-12-31, ''"})
    void howOldTheNewestPaperIsIsSaidWhereTheQuestionIsOfLater(String asOf, String age) {
        var newest = deals().paper("deed", "2025-01-01").at(asOf).newestPaper();
        if (age.isEmpty()) {
            assertNull(newest);
        } else {
            assertEquals("The newest paper on record is " + age + " old.", newest);
        }
    }

    @Test
    void aPaperThatWasNotKnownYetIsNotTheNewest() {
        var deals = deals().paper("deed", "2025-01-01").paper("change", "2025-02-01", "2025-03-01");
        assertEquals(
                "The newest paper on record is 41 days old.",
                deals.at("2025-02-11", "2025-02-11").newestPaper());
        assertNull(deals.at("2025-02-11", "2025-03-01").newestPaper());
    }

    @Test
    void nothingOwedIsSaidInFewWords() {
        assertEquals("""
            No day falls into this time.

            The newest paper on record is 365 days old.
            More: -v has every day and figure, and why
            """, ObligationsText.brief(of(deals().paper("deed", "2025-01-01"), "2026-01-01", "2027-01-01")));
    }

    @RepeatedTest(40)
    void howeverMuchIsOwedItFitsAScreen(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var changes = new ArrayList<Change>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            var name = "clause-number-" + i;
            changes.add(
                    switch (random.nextInt(4)) {
                        case 0 -> adds(name, share("lab", "northern", "0.01"));
                        case 1 ->
                            clause(name, promise("northern", "1000000", true))
                                    .assumed("term", "amount")
                                    .adds();
                        case 2 ->
                            clause(name, permits("host", is("product", "api")))
                                    .untilDay("2025-0" + (1 + random.nextInt(9)) + "-02")
                                    .adds();
                        default ->
                            adds(
                                    name,
                                    promise(
                                            "southern",
                                            new BigDecimal(random.nextInt(1000) + 1).toString(),
                                            random.nextBoolean()));
                    });
        }
        var text = ObligationsText.brief(
                of(deals().paper("deed", "2025-01-01", changes.toArray(Change[]::new)), "2025-01-01", "2027-01-01"));
        assertTrue(text.lines().count() <= 24, text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    }

    /** A sum over random commitments, made anew from the rows beside it. */
    @RepeatedTest(60)
    void theYearsSumUpToTheFiguresThatCanBeSpread(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var changes = new ArrayList<Change>();
        var whole = Money.of("0", "USD");
        for (int i = 0; i <= random.nextInt(5); i++) {
            var amount = Integer.toString(1 + random.nextInt(1_000_000));
            whole = whole.plus(Money.of(amount, "USD"));
            changes.add(adds(
                    "buy-" + i, promise(random.nextBoolean() ? "northern" : "southern", amount, random.nextBoolean())));
        }
        var all = of(deals().paper("deed", "2025-01-01", changes.toArray(Change[]::new)), "2025-01-01", "2030-01-01");
        assertEquals(
                whole,
                all.payments().stream()
                        .map(Payment::amount)
                        .reduce(Money.of("0", "USD"), Money::plus)
                        .rounded());
        assertEquals(
                all.exposures().stream().filter(each -> each.as().isSummed()).count(),
                all.totals().stream().mapToInt(Total::of).sum());
    }
}
