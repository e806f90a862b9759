package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page of edge cases says nothing that no test shows. */
class EdgeCasesTest {
    private static final Path ROOT = Path.of(System.getProperty("proviso.root"));
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)#(\\w+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*$");

    @Test
    void everyTestNamedExists() throws IOException {
        var sources = sources();
        var missing = new ArrayList<String>();
        NAMED.matcher(page()).results().forEach(named -> {
            var source = sources.getOrDefault(named.group(1), "");
            if (!source.contains(" " + named.group(2) + "(")) {
                missing.add(named.group());
            }
        });
        assertEquals(List.of(), missing);
    }

    @Test
    void everyCaseOf1To40IsThereOnceWithATest() throws IOException {
        var numbers = ROW.matcher(page())
                .results()
                .filter(row -> NAMED.matcher(row.group()).find())
                .map(row -> Integer.valueOf(row.group(1)))
                .toList();
        assertEquals(IntStream.rangeClosed(1, 40).boxed().toList(), numbers);
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/edge-cases.md"));
    }

    /** Two modules may each have a test class of one name. */
    private static Map<String, String> sources() throws IOException {
        var sources = new HashMap<String, String>();
        try (var files = Files.walk(ROOT, 12)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                var name = file.getFileName().toString();
                sources.merge(
                        name.substring(0, name.length() - ".java".length()), Files.readString(file), String::concat);
            }
        }
        return sources;
    }
}
