package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The commands of {@code docs/article.md} are run as they stand there. */
class ArticleTest {
    private final PageWithCommands article = new PageWithCommands("docs/article.md");

    @Test
    void everyCommandOfTheArticlePrintsWhatStandsUnderIt() throws IOException {
        article.assertPrintsWhatItSays(UnaryOperator.identity());
    }

    @Test
    void theArticleRunsACommandForMostClaims() throws IOException {
        long commands = Files.readString(article.file())
                .lines()
                .filter(line -> line.startsWith(PageWithCommands.PROMPT))
                .count();
        assertTrue(commands >= 18, commands + " commands");
    }
}
