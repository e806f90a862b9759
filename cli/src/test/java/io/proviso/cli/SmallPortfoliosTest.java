package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The smallest portfolios that once came out wrong, each with its right answers, or with the two places that contradict each other. */
class SmallPortfoliosTest {
    private static final Path FOUND =
            Path.of(System.getProperty("proviso.root")).resolve("cli/src/test/resources/io/proviso/cli/found");

    @TestFactory
    Stream<DynamicTest> everyAnswerIsTheRightOne() throws IOException {
        try (var folders = Files.list(FOUND)) {
            return folders.sorted().filter(folder -> Files.exists(folder.resolve("cases.yaml"))).toList().stream()
                    .map(folder -> dynamicTest(folder.getFileName().toString(), () -> {
                        var ran = Ran.proviso(
                                "verify", folder.resolve("cases.yaml").toString(), "--portfolio", folder.toString());
                        assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran.out() + ran.err());
                    }));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "two-pins-of-one-instant, pins.yaml:3, pins.yaml:11",
        "two-facts-of-one-instant, record.yaml:3, record.yaml:12",
        "two-papers-of-one-instant, agreements/a.yaml:47, agreements/a.yaml:67"
    })
    void whatContradictsAtOneInstantIsRefusedWithBothPlaces(String folder, String first, String second) {
        var complaint = Ran.proviso("check", FOUND.resolve(folder).toString()).complaint();
        for (var place : List.of(first, second)) {
            assertTrue(complaint.contains(place + ":"), complaint);
        }
    }

    @Test
    void theCapOfCompletionsIsOneQuestionsAlsoWhereManyAreAsked() {
        var portfolio = FOUND.resolve("cap-counts-over-all-questions").toString();
        assertEquals(
                ExitCode.ANSWERED,
                Ran.proviso("diff", portfolio, "--as-of", "2025-02-01", "--as-of", "2025-04-01")
                        .exitCode());
        assertEquals(ExitCode.ANSWERED, Ran.proviso("check", portfolio).exitCode());
    }
}
