package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The commands of {@code docs/article.md} are run as they stand there; {@code -Dgolden.update=true} writes down what they print now. */
class ArticleTest {
    private static final Path ARTICLE =
            Path.of(System.getProperty("proviso.root", ".")).resolve("docs/article.md");
    private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final String PROMPT = "$ ./proviso ";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @Test
    void everyCommandOfTheArticlePrintsWhatStandsUnderIt() throws IOException {
        var written = Files.readString(ARTICLE);
        var printed = CONSOLE.matcher(written)
                .replaceAll(console -> Matcher.quoteReplacement("```console\n" + printed(console.group(1)) + "```"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(ARTICLE, printed);
        }
        assertEquals(printed, Files.readString(ARTICLE), "read what changed, then -Dgolden.update=true");
    }

    @Test
    void theArticleRunsACommandForMostClaims() throws IOException {
        long commands = Files.readString(ARTICLE)
                .lines()
                .filter(line -> line.startsWith(PROMPT))
                .count();
        assertTrue(commands >= 18, commands + " commands");
    }

    private static String printed(String console) {
        return console.lines()
                .filter(line -> line.startsWith(PROMPT))
                .map(line -> line + "\n" + output(words(line.substring(PROMPT.length()))))
                .collect(Collectors.joining("\n"));
    }

    /** What a reader of the terminal sees: the answer, or what is wrong with the question. */
    private static String output(List<String> command) {
        var ran = Ran.atTerminal(Folded.COLUMNS, "./proviso", command);
        return Golden.withoutIdentity(ran.out() + ran.err());
    }

    private static List<String> words(String command) {
        var words = new ArrayList<String>();
        var word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }
}
