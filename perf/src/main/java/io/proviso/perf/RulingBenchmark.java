package io.proviso.perf;

import dev.cel.runtime.CelEvaluationException;
import io.proviso.agreement.Citation;
import io.proviso.agreement.CompiledAct;
import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.Outcome;
import io.proviso.agreement.Question;
import io.proviso.agreement.QuestionReader;
import io.proviso.agreement.Ruling;
import io.proviso.reader.PortfolioReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One closed question on the example portfolio: the outcome, the outcome with its citations, the whole ruling, and dev.cel on the same norms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RulingBenchmark {
    @Param({
        "2025-02-01T08:00:00Z act=acquire actor=openai provider=oracle via=direct workload=pre-training capacity=new region=us gpus=4096",
        "2025-12-01T08:00:00Z act=host actor=openai provider=google via=direct workload=inference product=api weights=closed third-party=yes customer=general region=us gpus=8"
    })
    public String asked = "";

    private CompiledPortfolio portfolio = new CompiledPortfolio(PortfolioReader.read(example()));
    private Question question = QuestionReader.read(portfolio.portfolio(), List.of("act=acquire"), List.of());
    private Instant asOf = Instant.EPOCH;
    private Instant knownAt = Instant.EPOCH;
    private CompiledAct act = portfolio.act("acquire", Instant.EPOCH, Instant.EPOCH);
    private int[] cells = {};
    private CelNorms cel;
    private Map<String, Object> celQuestion = Map.of();

    public RulingBenchmark() {
        try {
            cel = new CelNorms(act);
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static Path example() {
        return Path.of(System.getProperty("proviso.home", "."), "examples", "microsoft-openai");
    }

    @Setup
    public void prepare() throws Exception {
        var words = Arrays.asList(asked.split(" "));
        asOf = Instant.parse(words.getFirst());
        knownAt = portfolio.portfolio().latestRecorded();
        question = QuestionReader.read(portfolio.portfolio(), words.subList(1, words.size()), List.of());
        act = portfolio.act(question.act(), asOf, knownAt);
        cells = portfolio.cells(question, asOf, knownAt);
        cel = new CelNorms(act);
        celQuestion = CelNorms.question(act, cells);
        if (cel.outcome(celQuestion) != act.outcome(cells)) {
            throw new IllegalStateException("the two engines disagree on " + asked);
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

    @Benchmark
    public Ruling ruling() {
        return portfolio.rule(question, asOf, knownAt);
    }

    @Benchmark
    public Outcome celOutcome() throws CelEvaluationException {
        return cel.outcome(celQuestion);
    }
}
