package io.proviso.perf;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.reader.scenario.ScenarioFile;
import io.proviso.reader.scenario.ScenarioReader;
import io.proviso.reader.trace.TraceReader;
import io.proviso.replay.ScenarioReplay;
import io.proviso.replay.ScenarioResult;
import io.proviso.replay.queue.Discipline;
import io.proviso.replay.queue.PlainReplay;
import io.proviso.replay.queue.SyntheticTrace;
import io.proviso.replay.queue.Trace;
import io.proviso.replay.scenario.Buyer;
import io.proviso.replay.scenario.Market;
import io.proviso.replay.scenario.Scenario;
import java.io.PrintStream;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Replay with the real desk, of ten million jobs and of few jobs with many rounds; beside CloudSim Plus; on real clusters. */
final class ReplayFigures {
    /** GPUs that the jobs of the example's traces keep busy on average. */
    private static final int DEMAND = 1_085;

    private static final int MANY_JOBS = 10_000_000;
    /** Supply and demand times this make ten million jobs last about a year. */
    private static final int SCALE = 20;

    private static final int PEER_GPUS = 512;

    private ReplayFigures() {}

    static void print(PrintStream out) throws Exception {
        var files = ScenarioReader.read(Figures.home().resolve("examples/scenarios"));
        var firstRefusal = files.stream()
                .filter(file -> file.scenario().name().equals("first-refusal"))
                .findFirst()
                .orElseThrow();
        manyRounds(out, firstRefusal);
        besidePeer(out);
        clusters(out, files);
        manyJobs(out, firstRefusal);
    }

    private static void manyJobs(PrintStream out, ScenarioFile file) throws Exception {
        var trace = new SyntheticTrace(MANY_JOBS, DEMAND * SCALE, 1, 1).generate();
        var scenario = supplied(file.scenario(), SCALE);
        for (int run = 0; run < 3; run++) {
            long before = liveBytes();
            var counted = Counted.run(() -> replay(scenario, file.portfolio(), trace));
            try {
                print(out, "first-refusal, supply x" + SCALE, trace, counted);
                long after = liveBytes();
                out.printf(
                        Locale.ROOT,
                        "  bytes a job: %.1f live before (the trace, and all else in this JVM), %.1f the result, %.1f allocated%n",
                        (double) before / trace.size(),
                        (double) (after - before) / trace.size(),
                        (double) counted.bytes() / trace.size());
            } finally {
                Reference.reachabilityFence(counted);
            }
        }
    }

    private static void manyRounds(PrintStream out, ScenarioFile file) throws Exception {
        var trace = new SyntheticTrace(100_000, DEMAND, 1, 1).generate();
        var eager = eager(file.scenario());
        for (int run = 0; run < 20; run++) {
            var counted = Counted.run(() -> replay(eager, file.portfolio(), trace));
            print(out, "first-refusal, reviews every hour", trace, counted);
        }
    }

    private static void besidePeer(PrintStream out) throws Exception {
        var trace = new SyntheticTrace(10_000, PEER_GPUS, 0.9, 1).generate();
        for (int run = 0; run < 3; run++) {
            var ours = Counted.run(() -> PlainReplay.run(trace, PEER_GPUS, Discipline.FIFO_SKIP));
            var peer = Counted.run(() -> CloudSimReplay.run(trace, PEER_GPUS));
            var summary = ours.result().summary();
            out.printf(
                    Locale.ROOT,
                    "%,d jobs, %d GPUs, fifo-skip: ours %.2f ms %,d B; CloudSim Plus %,.0f ms %,d B; ratio %,.0f%n"
                            + "  average wait ours %.1f s, theirs %.1f s; makespan ours %,d s, theirs %,.0f s; finished %d%n",
                    trace.size(),
                    PEER_GPUS,
                    ours.nanos() / 1e6,
                    ours.bytes(),
                    peer.nanos() / 1e6,
                    peer.bytes(),
                    (double) peer.nanos() / ours.nanos(),
                    summary.waits().average(),
                    peer.result().averageWait(),
                    summary.makespan(),
                    peer.result().makespan(),
                    peer.result().finished());
        }
    }

    private static void clusters(PrintStream out, List<ScenarioFile> files) throws Exception {
        List<Path> traces = Figures.filesOf(Figures.clusters(), "ms_itp_cluster*.csv");
        if (traces.isEmpty()) {
            out.println("eight clusters: not measured, " + Figures.clusters() + " is not there");
            return;
        }
        var reading = Counted.warm(2, 5, () -> TraceReader.read(traces));
        out.println(reading.line("reading " + traces.size() + " clusters", 1e6, "ms"));
        var trace = TraceReader.read(traces).trace();
        for (var file : files) {
            var replays = Counted.warm(2, 5, () -> replay(file.scenario(), file.portfolio(), trace));
            out.println(replays.line(
                    "%,d jobs, %s".formatted(trace.size(), file.scenario().name()), 1e6, "ms"));
        }
    }

    private static ScenarioResult replay(Scenario scenario, Portfolio portfolio, Trace trace) {
        return ScenarioReplay.run(scenario, portfolio, trace, scenario.market().most(), 1);
    }

    private static void print(PrintStream out, String what, Trace trace, Counted<ScenarioResult> counted) {
        var result = counted.result();
        out.printf(
                Locale.ROOT,
                "%,d jobs, %s: %.3f CPU-s (%.3f with compiler and collector), %,.0f jobs/s, %d rounds (%.3f per 1,000 jobs),"
                        + " never started %d%n",
                trace.size(),
                what,
                counted.nanos() / 1e9,
                counted.process() / 1e9,
                trace.size() / (counted.nanos() / 1e9),
                result.rightsUse().rounds().size(),
                1_000.0 * result.rightsUse().rounds().size() / trace.size(),
                result.waiting().neverStarted());
    }

    /** The same market with that many times the GPUs. */
    private static Scenario supplied(Scenario scenario, int times) {
        var market = scenario.market();
        var supplies = market.supplies().stream()
                .map(supply -> new Market.Supply(
                        supply.provider(),
                        supply.reserved() * times,
                        supply.headroom().stream()
                                .map(step -> new Market.Headroom(step.from(), step.gpus() * times))
                                .toList(),
                        supply.price(),
                        supply.lead()))
                .toList();
        return new Scenario(
                scenario.about(),
                scenario.ground(),
                scenario.demand(),
                new Market(supplies, market.answering(), market.bidding()),
                scenario.buyer());
    }

    /** A customer that looks every hour, asks for single nodes and keeps them for two days. */
    private static Scenario eager(Scenario scenario) {
        var rhythm = scenario.buyer().rhythm();
        var order = scenario.buyer().order();
        var buyer = new Buyer(
                new Buyer.Rhythm(Duration.ofHours(1), rhythm.lookBack(), rhythm.clearWithin(), rhythm.planAhead()),
                new Buyer.Order(order.need(), 8, 8, 8, Duration.ofDays(2), order.priceLimit()));
        return new Scenario(scenario.about(), scenario.ground(), scenario.demand(), scenario.market(), buyer);
    }

    private static long liveBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
