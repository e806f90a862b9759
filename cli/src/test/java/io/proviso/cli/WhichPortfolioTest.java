package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.files.Portfolios;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhichPortfolioTest {
    private static final String EXAMPLE =
            "The portfolio is the example that ships with Proviso (examples/microsoft-openai); --portfolio DIR names"
                    + " another.";

    @Test
    void theDirectoryOneStandsInAnswersIfItIsAPortfolio(@TempDir Path directory) throws IOException {
        assertEquals(Portfolios.directory(null), Portfolios.directory(null, directory));
        assertEquals(EXAMPLE, Portfolios.whose(null, directory));
        Example.copiedTo(directory);
        assertEquals(directory, Portfolios.directory(null, directory));
        assertEquals("The portfolio is the one in this directory.", Portfolios.whose(null, directory));
    }

    @Test
    void whatIsNamedGoesBeforeWhereOneStands(@TempDir Path directory) throws IOException {
        Example.copiedTo(directory);
        assertEquals(Harbour.DIRECTORY, Portfolios.directory(Harbour.DIRECTORY, directory));
        assertEquals("The portfolio is " + Harbour.DIRECTORY + ".", Portfolios.whose(Harbour.DIRECTORY, directory));
    }

    @Test
    void anAnswerSaysWhoseItIs() {
        var answer = proviso("ask", "-v", "act=acquire", "provider=oracle", "--as-of", "2025-02-01")
                .answer();
        assertTrue(answer.endsWith("\n" + EXAMPLE + "\n"), answer);
        var brief = proviso("ask", "act=acquire", "provider=oracle", "--as-of", "2025-02-01")
                .answer();
        assertTrue(brief.endsWith("Portfolio: examples/microsoft-openai (--portfolio DIR)\n"), brief);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask", "explain"})
    void aMistakenQuestionIsToldWithThePortfolioItWasPutTo(String command) {
        assertTrue(proviso(command, "act=acqire").complaint().endsWith("\n" + EXAMPLE + "\n"));
        var harbour = proviso(command, "act=acqire", "--portfolio", Harbour.DIRECTORY.toString())
                .complaint();
        assertTrue(harbour.endsWith("\nThe portfolio is " + Harbour.DIRECTORY + ".\n"), harbour);
    }
}
