package io.proviso.counsel.due;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.Deals.share;
import static io.proviso.counsel.due.Promises.deals;
import static io.proviso.counsel.due.Promises.owed;
import static io.proviso.counsel.due.Promises.promise;
import static io.proviso.counsel.english.Draft.clause;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Schedule;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.clause.Stated;
import io.proviso.counsel.Deals;
import io.proviso.counsel.english.Draft;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
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
        var exposure = owed(deals().paper("deed", "2025-01-01", draft.adds()), "2025-06-01", "2026-01-01")
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
                owed(deals, "2025-01-01", "2026-01-01").all().stream()
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
                owed(deals, "2025-01-01", "2026-01-01").all().getFirst().marks());
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
        var sum = owed(deals, from, to).payments().stream()
                .map(Payment::amount)
                .reduce(Money.of("0", "USD"), Money::plus);
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
                owed(deals, "2025-06-01", "2026-03-01").payments().stream()
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
                        owed(deals, "2025-01-01", "2025-01-11").payments().getFirst())
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
                Account.of(owed(deals, "2025-06-01", "2026-01-01"), 4).stream()
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
                Account.words(owed(deals, "2025-06-01", "2026-01-01").totals().getFirst()));
    }

    @Test
    void aPartySeesTheDayOnWhichItsCommitmentsWereCountedAndWhichBeginLater() {
        var deals = deals().paper("deed", "2025-01-01", adds("a", promise("northern", "100", false)))
                .paper("more", "2025-09-01", adds("later", promise("southern", "50", true)));
        assertEquals(
                List.of(
                        "lab, by commitments in force on 2025-06-01 (term begun or not), paid or not",
                        "firm: 100 USD in 1 commitment",
                        "in force later, in no sum: supply/later"),
                Account.of(owed(deals, "2025-06-01", "2026-01-01"), 4).stream()
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
                owed(deals, "2025-01-01", "2026-01-01").years().stream()
                        .map(ObligationsText::words)
                        .toList());
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
        var all = owed(deals().paper("deed", "2025-01-01", changes.toArray(Change[]::new)), "2025-01-01", "2030-01-01");
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
