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
    public record Case(Scenario scenario, Portfolio portfolio) {}

    /** What is varied, each in the first scenario at whose start the right is in force; null varies nothing. */
    public record Varied(@Nullable Sweep windows, @Nullable AcceptanceSweep acceptance) {}

    /** Hears how many runs are done. */
    @FunctionalInterface
    public interface Progress {
        void done(int runs);
    }

    private record Ruling(String portfolio, List<ClauseOverride> overrides) {}

    public Study(List<Case> cases, Varied varied, Trace trace, ScenarioComparison.Seeds seeds) {
        this.cases = List.copyOf(cases);
        this.varied = varied;
        this.trace = trace;
        this.seeds = seeds;
        this.largest = cases.stream()
                .mapToLong(one -> one.scenario().market().most())
                .max()
                .orElse(0);
        this.windowed = varied.windows() == null ? null : firstUnder(varied.windows());
        this.asked = varied.acceptance() == null
                ? null
                : firstUnder(varied.acceptance().windows());
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
            var results = counted.run(one.scenario(), one.portfolio());
            var digest = rulings(one.scenario(), one.portfolio()).portfolio().digest();
            compared.add(new ScenarioComparison.Compared(
                    one.scenario(), digest, results.getFirst(), Estimate.of(meanWaits(results))));
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
        var points = new ArrayList<WindowPrice.Point>();
        var waits = new ArrayList<double[]>();
        for (var window : sweep.windows()) {
            var results = counted.run(under.scenario().with(sweep.at(window)), under.portfolio());
            waits.add(meanWaits(results));
            points.add(point(window, results));
        }
        var differences = new double[seeds.count()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = waits.getLast()[i] - waits.getFirst()[i];
        }
        return new WindowPrice(sweep, under.scenario().name(), points, Estimate.of(differences));
    }

    private static AcceptanceGrid grid(AcceptanceSweep sweep, Case under, Counted counted) {
        var rows = new ArrayList<List<AcceptanceGrid.Cell>>();
        for (var window : sweep.windows().windows()) {
            var row = new ArrayList<AcceptanceGrid.Cell>();
            for (double share : sweep.accepts()) {
                var scenario = under.scenario().with(sweep.windows().at(window)).accepting(share);
                row.add(AcceptanceGrid.Cell.of(window, share, counted.run(scenario, under.portfolio())));
            }
            rows.add(row);
        }
        return new AcceptanceGrid(sweep, under.scenario().name(), rows);
    }

    private static WindowPrice.Point point(Window window, List<ScenarioResult> results) {
        return new WindowPrice.Point(
                window,
                Estimate.of(meanWaits(results)),
                results.stream()
                        .mapToInt(result -> result.exercise().rounds().size())
                        .average()
                        .orElse(0),
                results.stream()
                        .mapToLong(result -> result.exercise().count(Round.Ending.LAPSED))
                        .average()
                        .orElse(0));
    }

    private static double[] meanWaits(List<ScenarioResult> results) {
        return results.stream()
                .mapToDouble(result -> result.waiting().summary().waits().average())
                .toArray();
    }

    /** The first scenario at whose start the right is in force; null if it is in none. */
    private @Nullable Case firstUnder(Sweep sweep) {
        if (sweep.windows().isEmpty()) {
            return null;
        }
        for (var one : cases) {
            var basis = one.scenario().ground().basis();
            var start = one.scenario().demand().start();
            try {
                rulings(one.scenario(), one.portfolio())
                        .right(sweep.agreement(), sweep.clause(), basis.asOf(start), basis.knownAt(start));
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
