package io.proviso.replay.report;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.calendar.Window;
import io.proviso.replay.queue.Pact;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.scenario.AcceptanceSweep;
import io.proviso.replay.scenario.Market;
import io.proviso.replay.scenario.Sweep;
import io.proviso.replay.scenario.Worlds;
import io.proviso.replay.study.ScenarioComparison;
import io.proviso.replay.study.ScenarioComparison.Seeds;
import io.proviso.replay.study.Study;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small replays at the edges of what a report has to tell: one job, one instant, nobody who waits, nothing to sell, equal scenarios. */
public final class RandomStudies {
    private static final List<String> NAMES = List.of("mine", "theirs", "nobodys");
    private static final int DAY = 86_400;

    private RandomStudies() {}

    /** One comparison, with the page made of it. */
    public record Reported(ScenarioComparison comparison, String page) {}

    public static Reported of(long seed) {
        var random = new SplittableRandom(seed);
        var portfolio = Pact.withWindow(new Window.BusinessDays(1 + random.nextInt(6)));
        var cases = new ArrayList<Study.Case>();
        int scenarios = 1 + random.nextInt(NAMES.size());
        var market = market(random);
        for (int i = 0; i < scenarios; i++) {
            market = random.nextInt(3) == 0 ? market : market(random);
            var basis = random.nextBoolean() ? Worlds.FIRST_REFUSAL : Worlds.OPEN;
            cases.add(new Study.Case(Worlds.scenario(NAMES.get(i), basis, market), portfolio));
        }
        var trace = trace(random);
        var study = new Study(cases, varied(random), trace, new Seeds(1 + random.nextInt(5), 1 + random.nextInt(3)));
        var comparison = study.run(_ -> {});
        var page = ReportPage.of(comparison, new ReportPage.Inputs(trace, Map.of(), Pact.ZONE, List.of()));
        return new Reported(comparison, page);
    }

    private static Study.Varied varied(SplittableRandom random) {
        var windows = IntStream.rangeClosed(0, random.nextInt(3))
                .<Window>mapToObj(i -> new Window.BusinessDays(4 * i))
                .toList();
        var sweep = new Sweep(new ClauseName("microsoft-openai", "first-refusal"), windows);
        var shares = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> i / 2.0)
                .toList();
        return new Study.Varied(
                random.nextBoolean() ? sweep : null, random.nextBoolean() ? new AcceptanceSweep(sweep, shares) : null);
    }

    private static Market market(SplittableRandom random) {
        double accepts = random.nextInt(3) / 2.0;
        double lapses = random.nextInt(3) / 2.0 * (1 - accepts);
        return new Market(
                List.of(
                        Worlds.supply("azure", pick(random, 0, 1, 4, 40), pick(random, 0, 8, 40), "3"),
                        Worlds.supply("oracle", pick(random, 0, 0, 4), pick(random, 0, 4, 60), "2")),
                new Market.Answering(Worlds.days(0, 1 + random.nextInt(6)), accepts, lapses),
                new Market.Bidding(Worlds.days(0, 2), random.nextInt(3) / 2.0, Duration.ofDays(3)));
    }

    /** From one job to sixty, within one instant or over weeks. */
    private static Trace trace(SplittableRandom random) {
        int jobs = pick(random, 1, 1, 2, 12, 60);
        int span = pick(random, 0, 3_600, 10 * DAY, 10 * DAY, 25 * DAY + 7_777);
        int longest = pick(random, 1, 7_200, 4 * DAY);
        int largest = pick(random, 1, 8, 30);
        var trace = Trace.builder().source("seeded");
        for (int job = 0; job < jobs; job++) {
            int at = job == 0 ? 0 : job == jobs - 1 ? span : random.nextInt(span + 1);
            trace.add(job + 2, at, random.nextInt(longest), 1 + random.nextInt(largest));
        }
        return trace.build();
    }

    private static int pick(SplittableRandom random, int... of) {
        return of[random.nextInt(of.length)];
    }
}
