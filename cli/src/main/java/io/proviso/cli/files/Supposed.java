package io.proviso.cli.files;

import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.WithoutClause;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.FormatOption;
import io.proviso.cli.output.InputProblems;
import io.proviso.cli.output.Json;
import io.proviso.cli.output.Output;
import io.proviso.cli.output.ShellWord;
import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.reader.yaml.BadFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a question supposes of a portfolio that nobody has to copy for it. */
public final class Supposed {
    @Option(
            names = "--without",
            paramLabel = "AGREEMENT/CLAUSE",
            description = "Supposes that this clause had never been written. Repeatable.")
    private List<String> without = List.of();

    @Option(
            names = "--with",
            paramLabel = "FILE",
            description =
                    "Supposes that this agreement stood too, beside the others and in place of none: a file as those of"
                            + " agreements/. Repeatable.")
    private List<Path> with = List.of();

    /** The portfolio as it would be; its digest is another one. */
    public Portfolio read(@Nullable Path asked) {
        var directory = Portfolios.directory(asked);
        try {
            var portfolio = PortfolioReader.read(directory, with);
            return without(portfolio);
        } catch (BadFiles bad) {
            throw new BadInputException(bad);
        }
    }

    private Portfolio without(Portfolio whole) {
        var problems = new InputProblems();
        var portfolio = whole;
        for (var name : clauses()) {
            var before = portfolio;
            boolean wentWithAnother = WithoutClause.isWritten(whole, name) && !WithoutClause.isWritten(before, name);
            portfolio = wentWithAnother ? before : problems.read(before, () -> without(before, name));
        }
        problems.raiseIfAny();
        return portfolio;
    }

    /** In whatever order they are given, and how often, the same is supposed. */
    private SortedSet<String> clauses() {
        return new TreeSet<>(without);
    }

    private static Portfolio without(Portfolio portfolio, String name) {
        try {
            return WithoutClause.of(portfolio, name);
        } catch (IllegalArgumentException unknown) {
            throw new BadInputException("--without: " + unknown.getMessage());
        } catch (InvalidPortfolio invalid) {
            throw new BadInputException("--without: without '" + name + "' the portfolio does not fit together\n"
                    + invalid.problems().stream()
                            .map(problem -> problem.path() + ": " + problem.message())
                            .collect(Collectors.joining("\n")));
        }
    }

    /** What is supposed, as a sentence to print before anything else is said; empty if nothing is. */
    public String sentence() {
        return isNothing() ? "" : "Supposing " + words() + "; this portfolio does not exist.\n";
    }

    private String words() {
        return String.join(" and ", each());
    }

    private List<String> each() {
        var words = new ArrayList<String>();
        clauses().forEach(name -> words.add("without " + name));
        with.forEach(file -> words.add("with " + file));
        return words;
    }

    /** As JSON has it; where nothing is supposed, nothing is written. */
    public void write(Json json) throws IOException {
        if (!isNothing()) {
            json.field("supposed", each());
        }
    }

    /** Beside an answer that has no place for a sentence. */
    public void tellBeside(FormatOption form, Output err) {
        if (form.isRows()) {
            err.print(sentence());
        }
    }

    public boolean isNothing() {
        return without.isEmpty() && with.isEmpty();
    }

    /** As a command takes it back. */
    String option() {
        var option = new StringBuilder();
        clauses().forEach(name -> option.append(" --without ").append(ShellWord.quoted(name)));
        with.forEach(file -> option.append(" --with ").append(ShellWord.quoted(file.toString())));
        return option.toString();
    }
}
