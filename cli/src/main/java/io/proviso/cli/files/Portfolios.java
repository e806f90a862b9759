package io.proviso.cli.files;

import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.cli.output.BadInputException;
import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.reader.yaml.BadFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds and reads the portfolio a command is about. */
public final class Portfolios {
    public static final String DEFAULT = "the one in this directory, or else the example that ships with Proviso.";
    private static final String EXAMPLE = "examples/microsoft-openai";
    private static final Path HERE = Path.of(".");

    private Portfolios() {}

    /** The directory asked for, or the one in which the caller stands if it is a portfolio, or the example that ships with Proviso. */
    public static Path directory(@Nullable Path asked) {
        return directory(asked, HERE);
    }

    public static Path directory(@Nullable Path asked, Path here) {
        if (asked != null) {
            return asked;
        }
        return isPortfolio(here) ? here : home().resolve(EXAMPLE);
    }

    /** A sentence on which portfolio that is. */
    public static String whose(@Nullable Path asked) {
        return whose(asked, HERE);
    }

    public static String whose(@Nullable Path asked, Path here) {
        if (asked != null) {
            return "The portfolio is " + asked + ".";
        }
        return isPortfolio(here)
                ? "The portfolio is the one in this directory."
                : "The portfolio is the example that ships with Proviso (" + EXAMPLE
                        + "); --portfolio DIR names another.";
    }

    /** The portfolio that answers where nobody said which. */
    private static String inBrief() {
        return isPortfolio(HERE) ? "this directory" : EXAMPLE;
    }

    /** Below an answer, where the caller did not say who was to give it. */
    public static String unsaid(@Nullable Path asked) {
        return asked == null ? "\n" + whose(null) + "\n" : "";
    }

    /** The same below an answer on one screen. */
    public static String unsaidInBrief(@Nullable Path asked) {
        return asked == null ? "Portfolio: " + inBrief() + " (--portfolio DIR)\n" : "";
    }

    private static boolean isPortfolio(Path directory) {
        return Files.isRegularFile(directory.resolve("portfolio.yaml"));
    }

    public static Portfolio read(@Nullable Path asked) {
        try {
            return PortfolioReader.read(directory(asked));
        } catch (BadFiles bad) {
            throw new BadInputException(bad);
        }
    }

    /** Where Proviso was unpacked; the launcher says. */
    public static Path home() {
        return Path.of(System.getProperty("proviso.home", "."));
    }
}
