package io.proviso.cli.files;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.cli.output.BadInputException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The portfolio a command is about, as its argument or as the option that other commands have. */
public final class PortfolioArgument implements Answering {
    @Parameters(arity = "0..1", paramLabel = "PORTFOLIO", description = "A directory. Default: " + Portfolios.DEFAULT)
    private @Nullable Path argument;

    @Option(names = "--portfolio", paramLabel = "DIR", description = "The same as PORTFOLIO.")
    private @Nullable Path option;

    @Mixin
    private final Supposed supposed = new Supposed();

    @Override
    public @Nullable Path directory() {
        return argument == null ? option : argument;
    }

    @Override
    public Supposed supposed() {
        return supposed;
    }

    @Override
    public Portfolio read() {
        if (argument != null && option != null) {
            throw new BadInputException("--portfolio: '" + option + "' and the argument '" + argument
                    + "' both name a portfolio\nGive one of them.");
        }
        return Answering.super.read();
    }
}
