package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer says on a terminal it says in every other form. */
class AskPagesTest {
    private static final String ORACLE = "act=acquire provider=oracle workload=training capacity=new";

    private static Ran ask(String question, String... more) {
        return proviso(Stream.of(Stream.of("ask"), Stream.of(question.split(" ", -1)), Stream.of(more))
                .flatMap(words -> words)
                .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ORACLE + " --as-of 2024-01-01..2026-06-01",
                ORACLE + " --as-of 2025-01-01..2025-02-01",
                "act=distribute product=api weights=closed channel=bedrock --as-of 2025-01-01..2026-06-01",
                "act=distribute product=api --as-of 2019-01-01..2026-06-01",
                "act=host product=api provider=oracle --as-of 2019-01-01..2026-06-01",
                "act=host product=frontier provider=aws third-party=no --as-of 2025-06-01..2026-06-01",
                "act=acquire provider=coreweave --as-of 2019-01-01..2026-06-01"
            })
    void aPageOverAnIntervalHasEachStretchOfReasonsThatTheTerminalHas(String question) {
        var text = ask(question, "-v").answer();
        var markdown = ask(question, "-o", "md").answer();
        var html = ask(question, "-o", "html").answer();
        var rulings = text.lines()
                .filter(line -> line.startsWith("Ruling       "))
                .map(line -> line.substring(13, line.indexOf(',')))
                .toList();
        assertTrue(!rulings.isEmpty(), text);
        assertEquals(rulings, ids(markdown), markdown);
        assertEquals(rulings, ids(html), html);
    }

    private static List<String> ids(String page) {
        return Pattern.compile("rul-[0-9a-f]{16}")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ORACLE + " --as-of 2025-02-01",
                ORACLE + " --as-of 2024-01-01",
                ORACLE + " --as-of 2026-06-01",
                "act=distribute product=api --as-of 2025-06-01",
                "act=host product=frontier provider=aws third-party=no --as-of 2026-03-01",
                "act=acquire capacity=new --as-of 2025-02-01",
                "act=distribute product=chatgpt --as-of 2025-02-01"
            })
    void aPageOfARulingSaysEachWordThatTheTerminalSays(String question) {
        var text = counted(ask(question, "-v").answer());
        for (var form : List.of("md", "html")) {
            var page = counted(ask(question, "-o", form)
                    .answer()
                    .replaceAll("<[^>]+>", " ")
                    .replace("&amp;", "&")
                    .replace("&#39;", "'")
                    .replace(": act=", " act=")
                    .replace("\\", "")
                    .replace("*", ""));
            text.forEach((word, times) ->
                    assertTrue(page.getOrDefault(word, 0L) >= times, word + " is not " + times + " times in " + page));
        }
    }

    private static Map<String, Long> counted(String text) {
        return Stream.of(text.split("\\s+", -1)).collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-01, 2025-03-20, 2025-03-06T01:00:00Z",
        "2025-02-01, 2025-02-20, 2025-02-05T01:00:00Z",
        "2025-02-01, 2025-02-02, ''",
        "2025-02-01, 2026-06-01, ''",
        "2024-01-01, 2024-06-01, ''"
    })
    void whenToSendStandsInEveryForm(String asOf, String start, String latest) {
        String[] asked = {"--as-of", asOf, "--start", start};
        var text =
                words(ask(ORACLE, "-v", asked[0], asked[1], asked[2], asked[3]).answer());
        var sendBy =
                (Map<?, ?>) Objects.requireNonNull(ask(ORACLE, "-o", "json", asked[0], asked[1], asked[2], asked[3])
                        .json()
                        .get("sendBy"));
        var says = "Send by " + sendBy.get("says");
        assertTrue(text.contains(says), says + "\n" + text);
        for (var form : List.of("md", "html")) {
            assertTrue(words(ask(ORACLE, "-o", form, asked[0], asked[1], asked[2], asked[3])
                            .answer())
                    .contains(says));
        }
        assertEquals(latest.isEmpty() ? "null" : latest, String.valueOf(sendBy.get("latest")), says);
    }

    @Test
    void whereNobodyNamesAStartNothingIsSaidOfSending() {
        assertNull(ask(ORACLE, "--as-of", "2025-02-01", "-o", "json").json().get("sendBy"));
    }
}
