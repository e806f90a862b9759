package io.proviso.replay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.calendar.Window;
import io.proviso.desk.Tail;
import io.proviso.replay.Powers;
import io.proviso.replay.ReplayedRound;
import io.proviso.replay.ReplayedRound.Ending;
import io.proviso.replay.RightsUse;
import io.proviso.replay.ScenarioResult;
import io.proviso.replay.queue.Accounting;
import io.proviso.replay.queue.Pact;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.queue.Traces;
import io.proviso.replay.scenario.AcceptanceSweep;
import io.proviso.replay.scenario.Market;
import io.proviso.replay.scenario.Sweep;
import io.proviso.replay.scenario.Worlds;
import io.proviso.replay.study.AcceptanceGrid;
import io.proviso.replay.study.Estimate;
import io.proviso.replay.study.ScenarioComparison.Seeds;
import io.proviso.replay.study.Study;
import io.proviso.replay.study.SweepPoint;
import io.proviso.replay.study.WindowPrice;
import io.proviso.units.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sentence that is made from figures knows none, one, all, ties and ends. */
class SentencesAtTheirEdgesTest {
    private static final String WINDOW = "10 business days";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0    | 0    | 0    | 0  | 0  | there is no capacity",
                "0    | 0    | 0    | 1  | 0  | there is no capacity; the demand does not exceed it at the only review",
                "0    | 0    | 0    | 1  | 1  | there is no capacity; the demand exceeds it at the only review",
                "0    | 0    | 0    | 7  | 7  | there is no capacity; the demand exceeds it at each of the 7 reviews",
                "1    | 1    | 1    | 2  | 0  | capacity stays at 1 GPU; the demand exceeds it at none of the 2"
                        + " reviews",
                "800  | 800  | 800  | 10 | 0  | capacity stays at 800 GPUs; the demand exceeds it at none of the 10"
                        + " reviews",
                "800  | 1080 | 1080 | 60 | 45 | capacity grows from 800 to 1,080 GPUs; the demand exceeds it at 45 of"
                        + " 60 reviews",
                "800  | 1380 | 900  | 60 | 60 | capacity grows from 800 to 1,380 GPUs and is 900 at the end; the"
                        + " demand exceeds it at each of the 60 reviews",
                "0    | 8    | 8    | 3  | 1  | capacity grows from 0 to 8 GPUs; the demand exceeds it at 1 of 3"
                        + " reviews",
                "0    | 1    | 0    | 3  | 1  | capacity grows from 0 to 1 GPU and is 0 at the end; the demand exceeds"
                        + " it at 1 of 3 reviews",
                "8    | 8    | 4    | 3  | 1  | capacity falls from 8 to 4 GPUs; the demand exceeds it at 1 of 3"
                        + " reviews",
            })
    void capacityGrowsOnlyWhereItDoes(long start, long most, long end, int reviews, int above, String expected) {
        assertEquals(
                "x: " + expected,
                CapacityWords.finding(new CapacityWords.Figures("x", start, most, end, reviews, above)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0     | 0   | No GPU is wanted",
                "8     | 8   | GPUs wanted, running and waiting together, peak at 8 under every scenario",
                "1080  | 999 | GPUs wanted, running and waiting together, peak at 1,080 under a",
                "0     | 0.5 | GPUs wanted, running and waiting together, peak at 0.5 under b",
                "11987 | 0   | GPUs wanted, running and waiting together, peak at 11,987 under a",
            })
    void theMostThatIsWantedNamesAllThatWantIt(double one, double other, String expected) {
        assertEquals(
                expected,
                CapacityWords.wanted(List.of(new CapacityWords.Peak("a", one), new CapacityWords.Peak("b", other))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0   | 0  | 0   | 0  | No GPU-hour was wanted until the last submission",
                "100 | 0  | 100 | 0  | Of the GPU-hours wanted, by running and waiting jobs, none under every scenario"
                        + " were above the capacity there was",
                "100 | 50 | 100 | 0  | Of the GPU-hours wanted, by running and waiting jobs, 50% under a and none"
                        + " under b were above the capacity there was",
                "100 | 50 | 0   | 0  | Of the GPU-hours wanted, by running and waiting jobs, 50% under a were above"
                        + " the capacity there was; none was wanted under b",
                "100 | 100 | 300 | 300 | Of the GPU-hours wanted, by running and waiting jobs, 100% under every"
                        + " scenario were above the capacity there was",
            })
    void aShareIsOfSomething(double wanted, double unmet, double wantedToo, double unmetToo, String expected) {
        assertEquals(
                expected, CapacityWords.unmet(List.of(unmet("a", wanted, unmet), unmet("b", wantedToo, unmetToo))));
    }

    private static CapacityWords.Unmet unmet(String scenario, double wanted, double unmet) {
        return new CapacityWords.Unmet(scenario, new ScenarioResult.Demand(List.of(), List.of(), wanted, unmet, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0         | 0    | No capacity was paid for until the last submission",
                "0         | 5    | Capacity until the last submission cost nothing under a and $5 under b",
                "7         | 7    | Capacity until the last submission cost $7 under every scenario",
                "17300000  | 271234 | Capacity until the last submission cost $17.3M under a and $271,234 under b",
            })
    void nothingThatIsPaidIsSaidInAWord(String one, String other, String expected) {
        assertEquals(
                expected,
                CostWords.cost(
                        List.of(new CostWords.Cost("a", Worlds.usd(one)), new CostWords.Cost("b", Worlds.usd(other)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN | NaN | There was no capacity to share",
                "NaN | 1   | Of the capacity, azure supplies 100% under b; there was none under a",
                "0   | 0.5 | Of the capacity, azure supplies none under a and 50% under b",
                "1   | 1   | Of the capacity, azure supplies 100% under every scenario",
            })
    void nobodySuppliesAShareOfNothing(double one, double other, String expected) {
        assertEquals(
                expected,
                CostWords.shares(
                        new Provider("azure"),
                        List.of(new CostWords.Share("a", one), new CostWords.Share("b", other))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0            | 0          | At least half of the jobs start at once, under every scenario",
                "''           | ''         | No job began, and so none has a wait",
                "''           | 0,9        | At least half of the jobs start at once, wherever any began",
                "''           | 9          | Half of the jobs wait 9 s or less under b",
                "0,0,5        | 7          | Half of the jobs start at once under a, and wait 7 s or more under b",
                "3,3,3        | 3,3        | Half of the jobs wait about as long under every scenario, 3 s to 3 s or"
                        + " less",
                "60           | 3600,3600,9000  | Half of the jobs wait 1 min or less under a, and wait 1 h or more"
                        + " under b",
                "1,1,1,1      | 1,2        | Half of the jobs wait about as long under every scenario, 1 s to 1 s or"
                        + " less",
            })
    void halfOfTheJobsIsTrueWhateverTheTies(String one, String other, String expected) {
        assertEquals(expected, WaitWords.medians(List.of(waits("a", one, 0), waits("b", other, 0))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0       | 0 | 1 | The only job waits 0 h (one seed, hence no interval).",
                "0,0     | 0 | 1 | The mean job waits 0 h (one seed, hence no interval).",
                "7200    | 0 | 1 | The only job waits 2 h (one seed, hence no interval).",
                "60,120  | 0 | 1 | The mean job waits 1.5 min (one seed, hence no interval).",
                "60,120  | 2 | 1 | The mean job that began waited 1.5 min (one seed, hence no interval).",
                "''      | 0 | 1 | 'No job began, under whatever scenario and seed, and so there is no wait to tell.'",
                "''      | 3 | 1 | 'No job began, under whatever scenario and seed, and so there is no wait to tell.'",
                "30      | 0 | 4 | The only job waits 30 s (30 s to 30 s) (means over 4 seeds with their 95 %"
                        + " intervals).",
            })
    void aMeanIsOfJobsThatBegan(String waits, int never, int seeds, String expected) {
        var figures = waits("a", waits, never);
        var mean = Estimate.of(IntStream.range(0, seeds)
                .mapToDouble(_ -> figures.waiting().ran() == 0
                        ? Double.NaN
                        : figures.waiting().summary().waits().average())
                .toArray());
        var told = WaitWords.mean(List.of(new WaitWords.Figures("a", mean, figures.waiting())), new Seeds(1, seeds));
        assertEquals(expected, told.replace(" under a", ""));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, the only job", "2, 2, all 2 jobs", "1, 2, 1 of 2 jobs", "1000, 2000, '1,000 of 2,000 jobs'"})
    void aPartOfJobsKnowsOneAndAll(long part, long all, String expected) {
        assertEquals(expected, Wording.of(part, all, "job"));
    }

    private static WaitWords.Figures waits(String scenario, String waits, int never) {
        var seconds = Arrays.stream(waits.split(","))
                .filter(text -> !text.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        var trace = Trace.builder().source("waits");
        for (int i = 0; i < seconds.length; i++) {
            trace.add(i + 2, 0, 10, 1);
        }
        var accounting = new Accounting(trace.build());
        for (int i = 0; i < seconds.length; i++) {
            accounting.started(i, seconds[i]);
        }
        var waiting = new ScenarioResult.Waiting(
                accounting.summary(1), accounting.percentile(95), accounting.waits(), List.of(), never);
        return new WaitWords.Figures(scenario, Estimate.of(), waiting);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LAPSED                   | 0 | 1 round, which lapsed; the holder took nothing",
                "DECLINED                 | 0 | 1 round, which did not lapse; the holder took nothing",
                "ACCEPTED                 | 1 | 1 round, which did not lapse; the holder took 1 GPU",
                "ACCEPTED                 | 8 | 1 round, which did not lapse; the holder took 8 GPUs",
                "OPEN                     | 0 | 1 round, which did not lapse; the holder took nothing",
                "LAPSED LAPSED            | 0 | 2 rounds, of which all lapsed; the holder took nothing",
                "LAPSED DECLINED          | 0 | 2 rounds, of which 1 lapsed; the holder took nothing",
                "PARTIAL DECLINED         | 4 | 2 rounds, of which none lapsed; the holder took 4 GPUs",
                "ACCEPTED ACCEPTED        | 540 | 2 rounds, of which none lapsed; the holder took 1,080 GPUs",
            })
    void roundsKnowOneNoneAndAll(String endings, long taken, String expected) {
        assertEquals(expected, RightsWords.rounds(use(endings, taken, 0, Duration.ZERO, false)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''            | 0 | 0   | false | nothing had to be offered to a holder",
                "DECLINED      | 0 | 0   | false | no refusal had to be asked for twice",
                "DECLINED      | 1 | 24  | false | 'a refusal ran out once before anything was signed; that put off"
                        + " awards by 1.0 days in all, over 1 round'",
                "DECLINED      | 2 | 1   | false | 'a refusal ran out 2 times before anything was signed; that put off"
                        + " awards by less than 0.1 days in all, over 1 round'",
                "DECLINED      | 0 | 120 | true  | 'the holder was asked again once because a bargain went beyond what"
                        + " it had refused; that put off awards by 5.0 days in all, over 1 round'",
                "LAPSED LAPSED | 1 | 240 | true  | 'the holder was asked again 2 times because a bargain went beyond"
                        + " what it had refused and a refusal ran out once before anything was signed; that put off awards"
                        + " by 10.0 days in all, over 2 rounds'",
            })
    void onlyWhatHappenedPutOffAnAward(String endings, int tails, int hours, boolean again, String expected) {
        var use = use(endings, 0, tails, Duration.ofHours(hours), again);
        assertEquals("Under x " + expected + " (seed 3).", RightsWords.asked("x", use, 3));
    }

    private static RightsUse use(String endings, long taken, int tails, Duration putOff, boolean again) {
        var rounds = new ArrayList<ReplayedRound>();
        for (var ending : endings.isEmpty() ? new String[0] : endings.split(" ")) {
            var how = Ending.valueOf(ending);
            boolean takes = how == Ending.ACCEPTED || how == Ending.PARTIAL;
            var outcome = new ReplayedRound.Outcome(how, Worlds.START, takes ? taken : 0);
            var cause = again
                    ? new ReplayedRound.Cause.Bargain(Worlds.usd("1"), Worlds.usd("2"), List.of(Tail.Metric.PRICE))
                    : new ReplayedRound.Cause.Need();
            var offer = new ReplayedRound.Offer(Worlds.START, 8, cause, null, outcome);
            var reopening = new ReplayedRound.Reopening(
                    rounds.isEmpty() ? tails : 0, rounds.isEmpty() ? putOff : Duration.ZERO);
            rounds.add(new ReplayedRound(rounds.size() + 1, List.of(offer), reopening));
        }
        return new RightsUse(
                rounds.size(), rounds, List.of(), List.of(), new Powers(true, false, Set.of(), true), List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60         | 60         | the mean job waits as long with a response window of 10 business days as"
                        + " with one of 2 business days, in the one seed",
                "60,90      | 60,90      | the mean job waits as long with a response window of 10 business days as"
                        + " with one of 2 business days, in each of 2 seeds",
                "60         | 90         | 1 seed cannot tell the mean wait with a response window of 10 business days"
                        + " (1.5 min) from that with 2 business days (1 min)",
                "60,60      | 30,120     | 2 seeds cannot tell the mean wait with a response window of 10 business"
                        + " days (1.25 min) from that with 2 business days (1 min)",
                "0,0        | 3600,3600  | a response window of 10 business days makes the mean job wait 1 h longer"
                        + " than one of 2 business days (95 % interval 1 h to 1 h)",
                "7200,7200  | 3600,3600  | a response window of 10 business days makes the mean job wait 1 h less than"
                        + " one of 2 business days (95 % interval 1 h to 1 h)",
                "NaN        | 60         | nothing can be told of a response window of 10 business days against one of"
                        + " 2 business days: in no seed did jobs begin with both",
                "NaN,60     | 60,60      | the mean job waits as long with a response window of 10 business days as"
                        + " with one of 2 business days, in the one seed",
            })
    void aWindowIsComparedWithAnother(String first, String last, String expected) {
        var price = new WindowPrice(sweep(2, 10), "x", List.of(point(2, first), point(10, last)));
        assertEquals("Under x, " + expected, WindowWords.finding(price));
    }

    @Test
    void aWindowAloneIsComparedWithNone() {
        var price = new WindowPrice(sweep(10), "x", List.of(point(10, "60")));
        assertEquals(
                "Under x, only a response window of " + WINDOW + " was tried: the mean job waits 1 min",
                WindowWords.finding(price));
        var nobody = new WindowPrice(sweep(10), "x", List.of(point(10, "NaN")));
        assertEquals(
                "Under x, only a response window of " + WINDOW + " was tried: no job began",
                WindowWords.finding(nobody));
        var grid = new AcceptanceGrid(
                new AcceptanceSweep(sweep(10), List.of(0.5)), "x", List.of(List.of(point(10, "60"))));
        assertEquals(
                "Under x, only a response window of " + WINDOW + " was tried, and it compares with none",
                WindowWords.acceptedWaits(grid));
    }

    private static Sweep sweep(int... days) {
        return new Sweep(
                new ClauseName("a", "b"),
                Arrays.stream(days).<Window>mapToObj(Window.BusinessDays::new).toList());
    }

    private static SweepPoint point(int days, String waits) {
        var seconds = Arrays.stream(waits.split(",")).map(Double::valueOf).toList();
        return new SweepPoint(
                new Window.BusinessDays(days), 0.5, seconds, seconds, new SweepPoint.Offers(0, 0, Double.NaN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0    | 0    | would accept none of the offers; it declines all of them",
                "0    | 1    | would accept none of the offers; it leaves all of them without an answer",
                "0    | 0.5  | would accept none of the offers; it leaves 50% without an answer and declines the rest",
                "1    | 0    | 'would accept all of the offers, as far as its headroom goes'",
                "0.5  | 0.5  | 'would accept 50% of the offers, as far as its headroom goes; it leaves the rest"
                        + " without an answer'",
                "0.5  | 0    | 'would accept 50% of the offers, as far as its headroom goes; it declines the rest'",
                "0.5  | 0.2  | 'would accept 50% of the offers, as far as its headroom goes; it leaves 20% without an"
                        + " answer and declines the rest'",
            })
    void aHolderThatLeavesNothingDeclinesNoRest(double accepts, double lapses, String expected) {
        var words = marketWords(new Market(
                List.of(Worlds.supply("azure", 4, 8, "3")),
                new Market.Answering(Worlds.days(0, 0), accepts, lapses),
                Worlds.PROMPT));
        assertEquals("The holder " + expected + ": assumed.", words.get(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0   | 0  | 0  | No invited provider bids",
                "1   | 0  | 0  | 'An invited provider bids all that is asked for and that it has, in every case, 0"
                        + " days after the invitation'",
                "0.9 | 24 | 24 | 'An invited provider bids all that is asked for and that it has, in 90% of cases, 1"
                        + " day after the invitation'",
                "0.9 | 24 | 72 | 'An invited provider bids all that is asked for and that it has, in 90% of cases, 1"
                        + " to 3 days after the invitation'",
                "0.9 | 1  | 1  | 'An invited provider bids all that is asked for and that it has, in 90% of cases, 1"
                        + " hour after the invitation'",
                "0.9 | 6  | 48 | 'An invited provider bids all that is asked for and that it has, in 90% of cases, 6"
                        + " hours to 2 days after the invitation'",
                "0.9 | 0  | 36 | 'An invited provider bids all that is asked for and that it has, in 90% of cases, 0"
                        + " to 1.5 days after the invitation'",
            })
    void biddersAreToldWithoutPercentagesOfNothing(double bids, int shortest, int longest, String expected) {
        var delay = new Market.Delay(Duration.ofHours(shortest), Duration.ofHours(longest));
        var words = marketWords(new Market(
                List.of(Worlds.supply("azure", 4, 8, "3")),
                Worlds.SILENT,
                new Market.Bidding(delay, bids, Duration.ofDays(4))));
        assertEquals(expected + ": assumed.", words.getFirst());
    }

    private static List<String> marketWords(Market market) {
        var portfolio = Pact.withWindow(new Window.BusinessDays(1));
        var study = new Study(
                List.of(new Study.Case(Worlds.scenario("x", Worlds.FIRST_REFUSAL, market), portfolio)),
                new Study.Varied(null, null),
                Traces.of(new int[] {0, 60, 4}),
                new Seeds(1, 1));
        return MarketWords.of(study.run(_ -> {}).compared());
    }
}
