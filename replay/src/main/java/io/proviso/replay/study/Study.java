package io.proviso.replay.study;

import io.proviso.agreement.DeskWords;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.replay.ScenarioReplay;
import io.proviso.replay.ScenarioResult;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.scenario.AcceptanceSweep;
import io.proviso.replay.scenario.ClauseOverride;
import io.proviso.replay.scenario.OverriddenPortfolio;
import io.proviso.replay.scenario.Scenario;
import io.proviso.replay.scenario.Sweep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replays one trace under several scenarios, and one of them under all that is varied, with several seeds. Each run draws the
 * random numbers of its seed by what they decide, so that runs of one seed differ by the agreements alone.
 */
public final class Study {
    private final List<Case> cases;
    private final Varied varied;
    private final Trace trace;
    private final ScenarioComparison.Seeds seeds;
    private final long largest;
    private final @Nullable Case windowed;
    private final @Nullable Case asked;
    /** Compiled once for all seeds. */
    private final Map<Ruling, Rulings> rulings = new HashMap<>();

    /** A scenario and the portfolio it names, as that is without the scenario's overrides. */
    public record Case(Scenario scenario, Portfolio portfolio) {
        /** @throws IllegalArgumentException if the portfolio does not say in which words its desk asks */
        public Case {
            var missing = portfolio.vocabulary().desk().missing(DeskWords.Of.ACT, DeskWords.Of.SUPPLIER);
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException("scenario " + scenario.name() + ": the portfolio " + portfolio.name()
                        + " does not say under desk: what it calls " + missing
                        + ", so nothing can be asked of it.\nWrite desk: {act: …, supplier: …, quantity: …} in its"
                        + " portfolio.yaml, with words of its vocabulary.yaml.");
            }
        }
    }

    /** What is varied, each in the first scenario at whose start the right is in force; null varies nothing. */
    public record Varied(@Nullable Sweep windows, @Nullable AcceptanceSweep acceptance) {}

    /** Hears how many runs are done. */
    @FunctionalInterface
    public interface Progress {
        void done(int runs);
    }

    private record Ruling(String portfolio, List<ClauseOverride> overrides) {}

    /** @throws IllegalArgumentException if the scenarios reckon in several currencies, or do not fit their portfolios */
    public Study(List<Case> cases, Varied varied, Trace trace, ScenarioComparison.Seeds seeds) {
        this.cases = List.copyOf(cases);
        this.varied = varied;
        this.trace = trace;
        this.seeds = seeds;
        requireOneCurrency();
        this.largest = cases.stream()
                .mapToLong(one -> one.scenario().market().most())
                .max()
                .orElse(0);
        this.windowed = varied.windows() == null ? null : firstUnder(varied.windows());
        this.asked = varied.acceptance() == null
                ? null
                : firstUnder(varied.acceptance().windows());
    }

    private void requireOneCurrency() {
        var currencies = cases.stream()
                .map(one -> one.scenario().market().currency().getCurrencyCode())
                .distinct()
                .sorted()
                .toList();
        if (currencies.size() > 1) {
            throw new IllegalArgumentException("scenarios: their prices are in " + String.join(" and ", currencies)
                    + ", and so their costs do not compare.\nState the prices of all of them in one currency.");
        }
    }

    /** How many replays {@link #run} will make. */
    public int runs() {
        var sweep = varied.windows();
        var acceptance = varied.acceptance();
        int windows = sweep == null || windowed == null ? 0 : sweep.windows().size();
        int cells = acceptance == null || asked == null ? 0 : acceptance.cells();
        return (cases.size() + windows + cells) * seeds.count();
    }

    /**
     * Makes all runs, one after the other.
     *
     * @throws IllegalArgumentException if a scenario and its portfolio do not fit
     */
    public ScenarioComparison run(Progress progress) {
        var counted = new Counted(progress);
        var compared = new ArrayList<ScenarioComparison.Compared>();
        for (var one : cases) {
            var runs = counted.run(one.scenario(), one.portfolio());
            var digest = rulings(one.scenario(), one.portfolio()).portfolio().digest();
            var meanWait =
                    Estimate.of(runs.seeds().stream().map(SeedFigures::meanWait).toList());
            compared.add(new ScenarioComparison.Compared(one.scenario(), digest, runs.first(), meanWait));
        }
        var sweep = varied.windows();
        var acceptance = varied.acceptance();
        return new ScenarioComparison(
                compared,
                sweep == null || windowed == null ? null : price(sweep, windowed, counted),
                acceptance == null || asked == null ? null : grid(acceptance, asked, counted),
                seeds);
    }

    private WindowPrice price(Sweep sweep, Case under, Counted counted) {
        var points = new ArrayList<SweepPoint>();
        double accepts = under.scenario().market().answering().accepts();
        for (var window : sweep.windows()) {
            var runs = counted.run(under.scenario().with(sweep.at(window)), under.portfolio());
            points.add(SweepPoint.of(window, accepts, runs.seeds()));
        }
        return new WindowPrice(sweep, under.scenario().name(), points);
    }

    private static AcceptanceGrid grid(AcceptanceSweep sweep, Case under, Counted counted) {
        var rows = new ArrayList<List<SweepPoint>>();
        for (var window : sweep.windows().windows()) {
            var row = new ArrayList<SweepPoint>();
            for (double share : sweep.accepts()) {
                var scenario = under.scenario().with(sweep.windows().at(window)).accepting(share);
                var runs = counted.run(scenario, under.portfolio());
                row.add(SweepPoint.of(window, share, runs.seeds()));
            }
            rows.add(row);
        }
        return new AcceptanceGrid(sweep, under.scenario().name(), rows);
    }

    /** The first scenario at whose start the right is in force; null if it is in none. */
    private @Nullable Case firstUnder(Sweep sweep) {
        return cases.stream().filter(one -> isInForce(sweep, one)).findFirst().orElse(null);
    }

    private boolean isInForce(Sweep sweep, Case one) {
        var basis = one.scenario().ground().basis();
        var start = one.scenario().demand().start();
        return rulings(one.scenario(), one.portfolio()).rights(basis.asOf(start), basis.knownAt(start)).stream()
                .anyMatch(sweep::varies);
    }

    private Rulings rulings(Scenario scenario, Portfolio portfolio) {
        var overrides = scenario.ground().overrides();
        return rulings.computeIfAbsent(
                new Ruling(portfolio.digest(), overrides),
                _ -> Rulings.of(OverriddenPortfolio.of(portfolio, overrides)));
    }

    /** The result of the first seed, and the figures of each. */
    private record Runs(ScenarioResult first, List<SeedFigures> seeds) {}

    /** Runs that count themselves. */
    private final class Counted {
        private final Progress progress;
        private int done;

        Counted(Progress progress) {
            this.progress = progress;
        }

        Runs run(Scenario scenario, Portfolio portfolio) {
            var first = run(scenario, portfolio, seeds.first());
            var figures = new ArrayList<SeedFigures>();
            figures.add(SeedFigures.of(first));
            for (int i = 1; i < seeds.count(); i++) {
                figures.add(SeedFigures.of(run(scenario, portfolio, seeds.first() + i)));
            }
            return new Runs(first, figures);
        }

        private ScenarioResult run(Scenario scenario, Portfolio portfolio, long seed) {
            var result = ScenarioReplay.run(scenario, rulings(scenario, portfolio), trace, largest, seed);
            progress.done(++done);
            return result;
        }
    }
}
