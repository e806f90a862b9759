package io.proviso.cli;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Clauses of real contracts and the smallest portfolios like them, with answers decided by hand before the first was asked. */
class ClausesOfContractsTest {
    private static final Path CONTRACTS =
            Path.of(System.getProperty("proviso.root")).resolve("cli/src/test/resources/io/proviso/cli/contracts");

    @TestFactory
    Stream<DynamicTest> whatIsNotYetRightIsWhatTheListNames() throws IOException {
        var listed = listed();
        return portfolios().stream()
                .map(portfolio -> dynamicTest(
                        portfolio,
                        () -> assertEquals(
                                listed.stream()
                                        .filter(entry -> entry.equals(portfolio) || entry.startsWith(portfolio + ": "))
                                        .toList(),
                                notYetRight(portfolio),
                                "a case that now holds leaves not-yet-right.yaml")));
    }

    @Test
    void theListNamesNothingThatIsNotThere() throws IOException {
        var portfolios = portfolios();
        for (var entry : listed()) {
            assertTrue(portfolios.contains(entry.split(": ", 2)[0]), entry);
        }
    }

    /** The cases that fail; the portfolio itself where it cannot be read. */
    private static List<String> notYetRight(String portfolio) {
        var directory = CONTRACTS.resolve(portfolio);
        var cases = directory.resolve("cases.yaml");
        var ran = Files.exists(cases)
                ? Ran.proviso("verify", cases.toString(), "--portfolio", directory.toString(), "-o", "json")
                : Ran.proviso("check", directory.toString());
        if (ran.exitCode() == ExitCode.BAD_INPUT) {
            return List.of(portfolio);
        }
        return ran.exitCode() == ExitCode.ANSWERED
                ? List.of()
                : Yaml.list(Yaml.mapping(ran.out()), "failures").stream()
                        .map(failure -> portfolio + ": " + Yaml.entry(failure, "case"))
                        .toList();
    }

    private static List<String> listed() throws IOException {
        return ((List<?>) Yaml.load(Files.readString(CONTRACTS.resolve("not-yet-right.yaml"))))
                .stream()
                        .map(entry -> entry instanceof Map<?, ?> named
                                ? named.keySet().iterator().next() + ": "
                                        + named.values().iterator().next()
                                : String.valueOf(entry))
                        .toList();
    }

    private static Set<String> portfolios() throws IOException {
        try (var files = Files.walk(CONTRACTS)) {
            return files.filter(file -> file.endsWith("portfolio.yaml"))
                    .map(file -> CONTRACTS.relativize(file.getParent()).toString())
                    .collect(toCollection(TreeSet::new));
        }
    }
}
