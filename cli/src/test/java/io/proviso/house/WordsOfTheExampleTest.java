package io.proviso.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Refusal;
import io.proviso.reader.portfolio.PortfolioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a vocabulary calls things the engine learns from it alone. */
class WordsOfTheExampleTest {
    private static final Path ROOT = Path.of(System.getProperty("proviso.root", "."));
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    @Test
    void noModuleThatRulesOrBargainsSpellsAnActOrFacetOfTheExample() {
        var words =
                PortfolioReader.read(ROOT.resolve("examples/microsoft-openai")).vocabulary();
        var all = new TreeSet<>(words.acts().keySet());
        all.addAll(words.facets().keySet());
        assertTrue(all.containsAll(Set.of("acquire", "actor", "gpus", "refusal")), all::toString);
        assertEquals(List.of(), spelt(List.of("agreement", "counsel", "desk"), all), "the vocabulary says it");
    }

    @Test
    void whatAHolderMaySayIsListedOnce() {
        var all = Arrays.stream(Refusal.values()).map(Refusal::word).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("none", "open", "declined", "lapsed", "waived", "accepted"), all);
        assertEquals(List.of(), spelt(List.of("agreement", "desk"), all), "name it by agreement.Refusal");
        // Texts elsewhere say "none" of a number and "open" of an end.
        all.removeAll(Set.of("none", "open"));
        assertEquals(List.of(), spelt(List.of("calendar", "units", "counsel", "replay", "charts"), all));
    }

    /** Each place in the main code of some modules that spells one of these words, by file. */
    private static List<String> spelt(List<String> modules, Set<String> words) {
        return modules.stream()
                .flatMap(WordsOfTheExampleTest::sources)
                .flatMap(file -> LITERAL.matcher(read(file))
                        .results()
                        .map(literal -> literal.group(1))
                        .filter(words::contains)
                        .map(word -> ROOT.relativize(file) + " spells '" + word + "'"))
                .sorted()
                .toList();
    }

    private static Stream<Path> sources(String module) {
        try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
