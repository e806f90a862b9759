package io.proviso.replay;

import io.proviso.agreement.Portfolio;
import io.proviso.agreement.Rulings;
import io.proviso.calendar.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replays one trace under several scenarios, and under every window of a sweep with several seeds. Each run draws the
 * random numbers of its seed by what they decide, so that runs of one seed differ by the agreements alone.
 */
public final class Study {
    private final List<Case> cases;
    private final @Nullable Sweep sweep;
    private final Trace trace;
    private final ScenarioComparison.Seeds seeds;
    private final long largest;
    private final @Nullable Case swept;
    /** Compiled once for all seeds. */
    private final Map<Ruling, Rulings> rulings = new HashMap<>();

    /** A scenario and the portfolio it names, as that is without the scenario's overrides. */
    public record Case(Scenario scenario, Portfolio portfolio) {}

    /** Hears how many runs are done. */
    @FunctionalInterface
    public interface Progress {
        void done(int runs);
    }

    private record Ruling(String portfolio, List<ClauseOverride> overrides) {}

    public Study(List<Case> cases, @Nullable Sweep sweep, Trace trace, ScenarioComparison.Seeds seeds) {
        this.cases = List.copyOf(cases);
        this.sweep = sweep;
        this.trace = trace;
        this.seeds = seeds;
        this.largest = cases.stream()
                .mapToLong(one -> one.scenario().market().most())
                .max()
                .orElse(0);
        this.swept = sweep == null ? null : firstUnder(sweep);
    }

    /** How many replays {@link #run} will make. */
    public int runs() {
        int windows = sweep == null || swept == null ? 0 : sweep.windows().size();
        return (cases.size() + windows) * seeds.count();
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
            var results = counted.run(one.scenario(), one.portfolio());
            var digest = rulings(one.scenario(), one.portfolio()).portfolio().digest();
            compared.add(new ScenarioComparison.Compared(
                    one.scenario(), digest, results.getFirst(), Estimate.of(meanWaits(results))));
        }
        var price = sweep == null || swept == null ? null : price(sweep, swept, counted);
        return new ScenarioComparison(compared, price, seeds);
    }

    private WindowPrice price(Sweep varied, Case under, Counted counted) {
        var points = new ArrayList<WindowPrice.Point>();
        var waits = new ArrayList<double[]>();
        for (var window : varied.windows()) {
            var results = counted.run(under.scenario().with(varied.at(window)), under.portfolio());
            waits.add(meanWaits(results));
            points.add(point(window, results));
        }
        var differences = new double[seeds.count()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = waits.getLast()[i] - waits.getFirst()[i];
        }
        return new WindowPrice(varied, under.scenario().name(), points, Estimate.of(differences));
    }

    private static WindowPrice.Point point(Window window, List<ScenarioResult> results) {
        return new WindowPrice.Point(
                window,
                Estimate.of(meanWaits(results)),
                results.stream()
                        .mapToInt(result -> result.rounds().size())
                        .average()
                        .orElse(0),
                results.stream().mapToLong(ScenarioResult::lapses).average().orElse(0));
    }

    private static double[] meanWaits(List<ScenarioResult> results) {
        return results.stream()
                .mapToDouble(result -> result.waiting().summary().waits().average())
                .toArray();
    }

    /** The first scenario at whose start the right is in force; null if it is in none. */
    private @Nullable Case firstUnder(Sweep varied) {
        if (varied.windows().isEmpty()) {
            return null;
        }
        for (var one : cases) {
            var basis = one.scenario().ground().basis();
            var start = one.scenario().demand().start();
            try {
                rulings(one.scenario(), one.portfolio())
                        .right(varied.agreement(), varied.clause(), basis.asOf(start), basis.knownAt(start));
                return one;
            } catch (IllegalArgumentException _) {
                // Not in force there; the next scenario may have it.
            }
        }
        return null;
    }

    private Rulings rulings(Scenario scenario, Portfolio portfolio) {
        var overrides = scenario.ground().overrides();
        return rulings.computeIfAbsent(
                new Ruling(portfolio.digest(), overrides),
                _ -> Rulings.of(OverriddenPortfolio.of(portfolio, overrides)));
    }

    /** Runs that count themselves. */
    private final class Counted {
        private final Progress progress;
        private int done;

        Counted(Progress progress) {
            this.progress = progress;
        }

        List<ScenarioResult> run(Scenario scenario, Portfolio portfolio) {
            var results = new ArrayList<ScenarioResult>();
            for (int i = 0; i < seeds.count(); i++) {
                results.add(
                        ScenarioReplay.run(scenario, rulings(scenario, portfolio), trace, largest, seeds.first() + i));
                progress.done(++done);
            }
            return results;
        }
    }
}
