package io.proviso.cli;

import io.proviso.agreement.Portfolio;
import io.proviso.reader.BadFiles;
import io.proviso.reader.PortfolioReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds and reads the portfolio a command is about. */
final class Portfolios {
    private static final String EXAMPLE = "examples/microsoft-openai";

    private Portfolios() {}

    /** The directory asked for, or the example that ships with Proviso. */
    static Path directory(@Nullable Path asked) {
        return asked == null ? home().resolve(EXAMPLE) : asked;
    }

    static Portfolio read(@Nullable Path asked) {
        try {
            return PortfolioReader.read(directory(asked));
        } catch (BadFiles bad) {
            throw new BadInputException(bad);
        }
    }

    /** Where Proviso was unpacked; the launcher says. */
    static Path home() {
        return Path.of(System.getProperty("proviso.home", "."));
    }
}
