package io.proviso.perf;

import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.question.QuestionReader;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.units.Interval;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One closed question on the example portfolio: outcome, outcome with citations, the whole ruling, found and found again; dev.cel and Drools on the same norms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RulingBenchmark {
    /** As of when, and what is asked. */
    private static final Map<String, String> QUESTIONS = Map.of(
            "acquire",
            "2025-02-01T08:00:00Z act=acquire actor=openai provider=oracle via=direct workload=pre-training capacity=new"
                    + " region=us gpus=4096",
            "host",
            "2025-12-01T08:00:00Z act=host actor=openai provider=google via=direct workload=inference product=api"
                    + " weights=closed third-party=yes customer=general region=us gpus=8");

    @Param({"acquire", "host"})
    public String asked = "acquire";

    private final CompiledPortfolio portfolio = new CompiledPortfolio(PortfolioReader.read(Figures.example()));
    private final Instant knownAt = portfolio.portfolio().latestRecorded();
    private Instant asOf = Instant.EPOCH;
    private Question question = QuestionReader.read(portfolio.portfolio(), List.of("act=acquire"), List.of());
    private CompiledAct act = portfolio.act("acquire", Instant.EPOCH, knownAt);
    private int[] cells = {};

    @Setup
    public void prepare() {
        var words = Arrays.asList(Objects.requireNonNull(QUESTIONS.get(asked)).split(" "));
        asOf = Instant.parse(words.getFirst());
        question = QuestionReader.read(portfolio.portfolio(), words.subList(1, words.size()), List.of());
        act = portfolio.act(question.act(), asOf, knownAt);
        cells = portfolio.cells(question, asOf, knownAt);
    }

    private void requireSame(Outcome peers) {
        if (peers != act.outcome(cells)) {
            throw new IllegalStateException("ours: " + act.outcome(cells) + ", theirs: " + peers + " on " + asked);
        }
    }

    /** The question put to dev.cel. */
    @State(Scope.Benchmark)
    public static class ByCel {
        private Callable<Outcome> ask = () -> Outcome.UNDETERMINED;

        @Setup
        public void prepare(RulingBenchmark ours) throws Exception {
            var norms = new CelNorms(ours.act);
            var asked = CelNorms.question(ours.act, ours.cells);
            ask = () -> norms.outcome(asked);
            ours.requireSame(ask.call());
        }
    }

    /** The question put to Drools. */
    @State(Scope.Benchmark)
    public static class ByDrools {
        private Callable<Outcome> ask = () -> Outcome.UNDETERMINED;

        @Setup
        public void prepare(RulingBenchmark ours) throws Exception {
            var norms = new DroolsNorms(ours.act);
            var asked = norms.question(ours.act, ours.cells);
            ask = () -> norms.outcome(asked);
            ours.requireSame(ask.call());
        }
    }

    @Benchmark
    public Outcome outcome() {
        return act.outcome(cells);
    }

    @Benchmark
    public List<Citation> citations() {
        return act.decide(cells).citations();
    }

    /** As if the question had not been asked of this portfolio before: over an interval nothing is remembered. */
    @Benchmark
    public List<Rulings.Segment> ruling() {
        return portfolio.rule(question, new Interval(asOf, asOf.plusNanos(1)), knownAt);
    }

    @Benchmark
    public Ruling rulingAgain() {
        return portfolio.rule(question, asOf, knownAt);
    }

    @Benchmark
    public Outcome outcomeByCel(ByCel cel) throws Exception {
        return cel.ask.call();
    }

    @Benchmark
    public Outcome outcomeByDrools(ByDrools drools) throws Exception {
        return drools.ask.call();
    }
}
