package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gallery of clauses: its page shows the words and the YAML of each as the files have them, and three questions as they are answered. */
class ClausesGalleryTest {
    private static final Path ROOT = Path.of(System.getProperty("proviso.root", "."));
    private static final Path GALLERY = ROOT.resolve("examples/clauses");
    private static final int QUESTIONS = 3;

    private static final String HEAD = """
            # Clauses of contracts

            Clauses as contracts have them, what Proviso makes of them, and three questions with their answers. Each directory is a portfolio whose
            `cases.yaml` was decided by hand. The clauses are of filings and collections, as their sources say; parties, figures and dates that
            no source gives are invented, and marked so.
            """;

    static List<Path> clauses() throws IOException {
        try (Stream<Path> entries = Files.list(GALLERY)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void theCasesOfAClauseHold(Path clause) {
        var ran = Ran.proviso("verify", clause.resolve("cases.yaml").toString());
        assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran.out() + ran.err());
    }

    @Test
    void thePageShowsWhatTheFilesSayAndWhatIsAnswered() throws IOException {
        var page = new StringBuilder(HEAD);
        for (var clause : clauses()) {
            page.append(shown(clause));
        }
        var readme = GALLERY.resolve("README.md");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(readme, page);
        }
        assertEquals(Files.readString(readme), page.toString(), "read it, then -Dgolden.update=true");
    }

    private static String shown(Path clause) throws IOException {
        var text = Files.readString(agreement(clause));
        var instrument = Yaml.list(Yaml.mapping(text), "instruments").getFirst();
        var source = Yaml.mapping(instrument, "source");
        var page = new StringBuilder("\n## " + source.get("title") + "\n\n");
        page.append(Yaml.list(instrument, "clauses").stream()
                .map(each -> "> " + each.get("says") + "\n")
                .distinct()
                .collect(Collectors.joining(">\n")));
        page.append("\nSource: ")
                .append(source.get("confidence"))
                .append(source.get("url") == null ? "" : ", <" + source.get("url") + ">")
                .append(". Portfolio: [")
                .append(clause.getFileName())
                .append("](")
                .append(clause.getFileName())
                .append(")\n\n```yaml\n")
                .append(text.substring(text.indexOf("  clauses:\n"))
                        .stripTrailing()
                        .stripIndent())
                .append("\n```\n\n```\n");
        for (var asked : Yaml.list(Yaml.mapping(Files.readString(clause.resolve("cases.yaml"))), "cases").stream()
                .limit(QUESTIONS)
                .toList()) {
            var words = words(asked, "examples/clauses/" + clause.getFileName());
            page.append("./proviso ")
                    .append(String.join(" ", words))
                    .append("\n# ")
                    .append(answer(words))
                    .append('\n');
        }
        return page.append("```\n").toString();
    }

    private static Path agreement(Path clause) throws IOException {
        try (Stream<Path> files = Files.list(clause.resolve("agreements"))) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    private static List<String> words(Map<?, ?> asked, String portfolio) {
        var words = new ArrayList<String>(List.of("ask"));
        Yaml.mapping(asked, "ask").forEach((facet, value) -> words.add(facet + "=" + value));
        if (asked.get("facts") instanceof Map<?, ?> facts) {
            facts.forEach((fact, value) -> words.addAll(List.of("--fact", fact + "=" + value)));
        }
        words.addAll(List.of("--portfolio", portfolio, "--as-of", String.valueOf(asked.get("as-of"))));
        return words;
    }

    /** The first line of it. */
    private static String answer(List<String> words) {
        var typed = words.stream()
                .map(word -> word.startsWith("examples/") ? ROOT.resolve(word).toString() : word)
                .toList();
        return Ran.proviso(typed).answer().lines().limit(1).collect(Collectors.joining());
    }
}
