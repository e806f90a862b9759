package io.proviso.perf;

import io.proviso.agreement.Asked;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.reader.portfolio.PortfolioReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions over a record of rounds that grows, and reading it: with one tail of each right running, and with six. */
final class RecordFigures {
    private static final int RIGHTS = 100;
    private static final List<Integer> ROUNDS = List.of(100, 1_000, 10_000);
    private static final double MILLISECOND = 1e6;
    private static final int WARM_UPS = 400;
    private static final int RUNS = 101;

    private RecordFigures() {}

    static void print(PrintStream out) throws Exception {
        for (int months : List.of(1, 6)) {
            out.printf("%d running of each of %d rights%n", months, RIGHTS);
            print(out, months);
        }
    }

    private static void print(PrintStream out, int months) throws Exception {
        var tables = new LinkedHashMap<String, double[]>();
        for (int size = 0; size < ROUNDS.size(); size++) {
            var directory = GeneratedRecord.directory(RIGHTS, ROUNDS.get(size), months, 1);
            try {
                measure(out, size, directory, tables);
            } finally {
                GeneratedClauses.delete(directory);
            }
        }
        tables.forEach((what, figures) -> out.printf(
                "%-40s grows with the rounds to the power %.2f, then %.2f%n",
                what, exponent(figures[0], figures[1]), exponent(figures[1], figures[2])));
    }

    private static void measure(PrintStream out, int size, Path directory, Map<String, double[]> tables)
            throws Exception {
        int rounds = ROUNDS.get(size);
        var bytes = Files.size(directory.resolve("record.yaml"));
        var read = Counted.warm(size == 2 ? 5 : 20, 9, () -> PortfolioReader.read(directory));
        out.println(read.line("%,d rounds: read %,d kB".formatted(rounds, bytes / 1_000), MILLISECOND, "ms"));
        out.printf("%,d rounds: %.1f MB/s%n", rounds, bytes / (read.least().nanos() / 1e3));
        tables.computeIfAbsent("read", _ -> new double[ROUNDS.size()])[size] =
                read.least().nanos();
        var portfolio = PortfolioReader.read(directory);
        var last = portfolio.rounds().getLast().notice().sent();
        var asOf = last.plus(Duration.ofDays(9));
        for (var question : questions().entrySet()) {
            var rulings = new CompiledPortfolio(portfolio);
            var first = Counted.run(() -> rulings.outcome(question.getValue(), asOf, asOf));
            out.printf(
                    "%,d rounds, %s: first %,.1f ms, %s, %,d B%n",
                    rounds, question.getKey(), first.nanos() / MILLISECOND, first.result(), first.bytes());
            var outcome = Counted.warm(WARM_UPS, RUNS, () -> rulings.outcome(question.getValue(), asOf, asOf));
            line(out, tables, size, question.getKey() + ": outcome", outcome);
            var ruled = Counted.warm(WARM_UPS / 10, RUNS / 10, () -> rulings.rule(question.getValue(), asOf, asOf));
            line(out, tables, size, question.getKey() + ": whole ruling", ruled);
        }
    }

    private static void line(
            PrintStream out, Map<String, double[]> tables, int size, String what, Counted.Runs<?> runs) {
        out.println(runs.line("%,d rounds, %s".formatted(ROUNDS.get(size), what), MILLISECOND, "ms"));
        tables.computeIfAbsent(what, _ -> new double[ROUNDS.size()])[size] =
                runs.least().nanos();
    }

    private static double exponent(double one, double tenTimes) {
        return Math.log10(tenTimes / one);
    }

    private static Map<String, Question> questions() {
        var closed = new LinkedHashMap<String, Asked>();
        closed.put("provider", new Asked.OneOf(List.of("north")));
        closed.put("workload", new Asked.OneOf(List.of("training")));
        closed.put("gpus", new Asked.Exactly(900));
        closed.put("price", new Asked.Exactly(240, Currency.getInstance("USD")));
        var openInPrice = new LinkedHashMap<>(closed);
        openInPrice.remove("price");
        var questions = new LinkedHashMap<String, Question>();
        questions.put("closed", new Question("acquire", closed, Map.of()));
        questions.put("open in price", new Question("acquire", openInPrice, Map.of()));
        questions.put("open in everything", new Question("acquire", Map.of(), Map.of()));
        return questions;
    }
}
