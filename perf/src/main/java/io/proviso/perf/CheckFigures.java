package io.proviso.perf;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.counsel.check.PortfolioCheck;
import io.proviso.reader.portfolio.PortfolioReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;

/** Reading, compiling and checking a portfolio: the example, and one with 400 generated clauses. */
final class CheckFigures {
    private static final double MILLISECOND = 1e6;

    private CheckFigures() {}

    static void print(PrintStream out) throws Exception {
        print(out, "example", Figures.example(), 400, 31);
        var generated = GeneratedClauses.directory(400, 1);
        try {
            print(out, "400 generated clauses", generated, 20, 9);
        } finally {
            GeneratedClauses.delete(generated);
        }
    }

    private static void print(PrintStream out, String what, Path directory, int warmUps, int runs) throws Exception {
        var portfolio = PortfolioReader.read(directory);
        var read = Counted.warm(warmUps, runs, () -> PortfolioReader.read(directory));
        out.println(read.line(what + ": read", MILLISECOND, "ms"));
        var compile = Counted.warm(warmUps, runs, () -> compiled(portfolio, Instant.parse("2025-12-01T00:00:00Z")));
        out.println(compile.line(what + ": compile all acts of one day", MILLISECOND, "ms"));
        var swap = Counted.warm(
                warmUps, runs, () -> compiled(PortfolioReader.read(directory), Instant.parse("2025-12-01T00:00:00Z")));
        out.println(swap.line(what + ": read and compile", MILLISECOND, "ms"));
        var check = Counted.warm(warmUps / 4, runs, () -> PortfolioCheck.of(new CompiledPortfolio(portfolio), null));
        out.println(check.line(
                what + ": check, "
                        + PortfolioCheck.of(new CompiledPortfolio(portfolio), null)
                                .size() + " findings",
                MILLISECOND,
                "ms"));
        var first = Counted.run(() -> PortfolioCheck.of(new CompiledPortfolio(portfolio), null));
        out.printf("%s: check, process CPU with compiler and collector %.0f ms%n", what, first.process() / MILLISECOND);
    }

    /** What a server must have before it answers of today. */
    private static CompiledPortfolio compiled(Portfolio portfolio, Instant asOf) {
        var compiled = new CompiledPortfolio(portfolio);
        for (var act : portfolio.vocabulary().acts().keySet()) {
            compiled.act(act, asOf, portfolio.latestRecorded());
        }
        return compiled;
    }
}
