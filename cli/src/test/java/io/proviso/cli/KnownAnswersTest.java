package io.proviso.cli;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Questions on the example portfolio whose answers somebody wrote down beforehand, asked as a user asks them. */
class KnownAnswersTest {
    private static final Path ROOT = Path.of(System.getProperty("proviso.root", "."));
    private static final Path OF_OTHERS = ROOT.resolve("../shared/golden/rulings.yaml");

    @TestFactory
    Stream<DynamicTest> everyCaseOfTheExampleHolds() throws IOException {
        var cases = Files.readString(ROOT.resolve("examples/microsoft-openai/cases.yaml"));
        return Yaml.list(Yaml.mapping(cases), "cases").stream()
                .map(each -> dynamicTest(String.valueOf(each.get("case")), () -> holds(each)));
    }

    @TestFactory
    Stream<DynamicTest> everyCaseThatOthersWroteHolds() throws IOException {
        assumeTrue(Files.exists(OF_OTHERS), "skipped: " + OF_OTHERS + " is not here");
        return Yaml.mappings(Yaml.load(Files.readString(OF_OTHERS))).stream()
                .map(each -> dynamicTest(each.get("id") + " " + each.get("about"), () -> {
                    var ran = ask(each, words(each, "ask"), words(each, "facts"));
                    assertEquals(each.get("outcome"), outcome(ran));
                }));
    }

    private static void holds(Map<?, ?> each) {
        var expected = Yaml.mapping(each, "expect");
        var ran = ask(each, pairs(each, "ask"), pairs(each, "facts"));
        assertEquals(expected.get("outcome"), outcome(ran));
        if (ran.exitCode() == ExitCode.BAD_INPUT) {
            names(expected, "names").forEach(name -> assertTrue(ran.err().contains(name), ran.err()));
            return;
        }
        var ruling = ran.json();
        assertCites(names(expected, "deciding"), cited(ruling, "deciding", "clause"));
        assertCites(names(expected, "set-aside"), cited(ruling, "setAside", "clause"));
        assertCites(names(expected, "pins"), cited(ruling, "pins", "clause"));
        assertCites(names(expected, "silent"), cited(ruling, "silent", "agreement"));
    }

    private static void assertCites(Set<String> expected, Set<String> cited) {
        assertTrue(cited.containsAll(expected), () -> "expected " + expected + " among " + cited);
    }

    private static Ran ask(Map<?, ?> each, List<String> words, List<String> facts) {
        var args = new ArrayList<>(List.of("ask", "-o", "json", "--as-of", String.valueOf(each.get("as-of"))));
        if (each.get("known-at") instanceof String knownAt) {
            args.addAll(List.of("--known-at", knownAt));
        }
        facts.forEach(fact -> args.addAll(List.of("--fact", fact)));
        args.addAll(words);
        return Ran.proviso(args);
    }

    private static Object outcome(Ran ran) {
        return ran.exitCode() == ExitCode.BAD_INPUT ? "error" : Yaml.entry(ran.json(), "outcome");
    }

    private static List<String> words(Map<?, ?> each, String key) {
        return each.get(key) instanceof String words ? Arrays.asList(words.split(" ", -1)) : List.of();
    }

    private static List<String> pairs(Map<?, ?> each, String key) {
        return each.get(key) instanceof Map<?, ?> pairs
                ? pairs.entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue())
                        .toList()
                : List.of();
    }

    private static Set<String> names(Map<?, ?> expected, String key) {
        return expected.get(key) instanceof List<?> names
                ? names.stream().map(String::valueOf).collect(toSet())
                : Set.of();
    }

    /** The portfolio's own rule of silence has no agreement; the cases call it `portfolio`. */
    private static Set<String> cited(Map<?, ?> ruling, String list, String field) {
        return Yaml.list(ruling, list).stream()
                .map(item -> item.get(field) instanceof String name ? name : "portfolio")
                .collect(Collectors.toSet());
    }
}
