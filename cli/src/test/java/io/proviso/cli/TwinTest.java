package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.proviso.cli.output.ExitCode;
import io.proviso.reader.portfolio.PortfolioReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example in other words comes out the same, renamed, and nothing that is told of it has a word of the example. */
class TwinTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("proviso.root", ".")).resolve("examples/microsoft-openai");

    /** Words of the example that are plain English of clauses, also where no vocabulary has them. */
    private static final Set<String> ENGLISH =
            Set.of("capacity", "customer", "declared", "first", "refusal", "release", "subject", "verified");

    @TempDir
    private static Path twinned;

    private static Twin twin;

    @BeforeAll
    static void write() throws IOException {
        twin = Twin.of(PortfolioReader.read(EXAMPLE).vocabulary());
        twin.write(EXAMPLE, twinned);
    }

    @Test
    void everyCaseOfTheExampleHoldsInOtherWords() {
        var ran = Ran.proviso("verify", twinned.resolve("cases.yaml").toString(), "--portfolio", twinned.toString());
        assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran.out() + ran.err());
    }

    @Test
    void checkFindsTheSame() {
        var command = "check @ -o csv";
        assertEquals(lines(told(command, EXAMPLE)), lines(told(command, twinned)));
    }

    @Test
    void theSameIsOwed() {
        var command = "obligations @ --from 2025-01-01 --to 2031-01-01 -o csv";
        assertEquals(lines(told(command, EXAMPLE)), lines(told(command, twinned)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check @ -v",
                "check @ -o json",
                "obligations @ --from 2025-01-01 --to 2031-01-01 -v",
                "diff @ --as-of 2025-01-20 --as-of 2025-11-04 -v",
                "memo @ --from 2025-01-20 --to 2025-01-21",
                "render @ -o md",
                "explain --portfolio @ -o html --as-of 2025-02-01 act=höst prödüct=äpï",
                "ask --portfolio @ -v --as-of 2025-02-01 act=äcqüïrë prövïdër=öräclë wörklöäd=träïnïng cäpäcïty=new",
                "explain --portfolio @ --as-of 2026-03-01 act=höst prödüct=fröntïër prövïdër=äws",
                "ask --portfolio @ -o json --as-of 2025-06-01 act=üsë-ïp äctör=mïcrösöft"
            })
    void nothingThatIsToldHasAWordOfTheExample(String command) {
        var told = told(command, twinned).replaceAll("https?://\\S+", "");
        var found = twin.words().stream()
                .filter(word -> !ENGLISH.contains(word))
                .filter(word -> Pattern.compile("(?<![\\p{L}\\p{N}-])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}-])")
                        .matcher(told)
                        .find())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(List.of(), List.copyOf(found), told);
        assertFalse(told.contains("GPU"), told);
    }

    private static String told(String command, Path portfolio) {
        return Ran.proviso(Arrays.stream(command.split(" ", -1))
                        .map(word -> word.equals("@") ? portfolio.toString() : word)
                        .toList())
                .answer();
    }

    /** Lines and words in no order, and in the words of the twin, also what is English in both. */
    private static List<String> lines(String csv) {
        return twin.translated(csv)
                .lines()
                .map(line -> Arrays.stream(line.split("[ ,]", -1)).sorted().collect(Collectors.joining(" ")))
                .sorted()
                .toList();
    }
}
