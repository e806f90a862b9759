package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.reader.portfolio.PortfolioReader;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.reader.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes, reading ends soon, in a portfolio or in {@link BadFiles}. */
class HostileFilesTest {
    private static final PortfolioFixture SMALL = PortfolioFixture.of("small");
    private static final String SUPPLY = "agreements/supply.yaml";

    @Test
    void anAliasBombIsRefusedAtItsFirstAnchor() {
        String bomb = IntStream.range(1, 30)
                .mapToObj(i -> "a%d: &a%d [*a%d, *a%d]".formatted(i, i, i - 1, i - 1))
                .collect(Collectors.joining("\n", "a0: &a0 [x]\n", "\n"));
        assertEquals("anchors and aliases (& and *) are not used here", onlyProblem(SUPPLY, bomb));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void nestingIsCountedBeforeTheStackGrows(String opening) {
        assertEquals("nested deeper than 50 levels", onlyProblem(SUPPLY, opening.repeat(20_000)));
    }

    @Test
    void aFileThatIsTooLargeIsNotParsed(@TempDir Path directory) {
        byte[] large = new byte[YamlFile.MOST_BYTES + 1000];
        Arrays.fill(large, (byte) ' ');
        SMALL.with(SUPPLY, large).writeTo(directory);
        var bad = assertThrows(BadFiles.class, () -> PortfolioReader.read(directory));
        assertEquals(
                "the file is larger than 4 MiB", bad.diagnostics().getFirst().message());
    }

    @Test
    void aFileOfVeryManyValuesIsRefused() {
        assertEquals("more than 1000000 values in one file", onlyProblem(SUPPLY, "- x\n".repeat(1_000_001)));
    }

    @Test
    void thePlaceOnAVeryLongLineIsShownWithoutTheRestOfTheLine() {
        String names = IntStream.range(0, 9000).mapToObj(i -> "v" + i).collect(Collectors.joining(", "));
        String wide = "acts: {}\nfacets: {good: {values: [" + names + "]}, bad: {value: [a]}}\n";
        var bad = assertThrows(BadFiles.class, SMALL.with("vocabulary.yaml", wide)::read);
        assertTrue(bad.text().length() < 3000, bad.text());
        assertTrue(bad.text().contains("unknown key in a choice: 'value'"), bad.text());
    }

    @Test
    void aThousandProblemsAreCutOff() {
        var bad = assertThrows(BadFiles.class, SMALL.with("portfolio.yaml", keys(1000))::read);
        assertEquals(500, bad.diagnostics().size());
    }

    private static String keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k" + i + ": x").collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreement: \"\\e[2J\"\n",
                "%YAML 1.99999999999\n---\na: b\n",
                "a: !<tag:%ZZ> b\n",
                "a: !!binary x\n",
                "---\na: b\n---\nc: d\n",
                "\uFEFFa: b\n",
                "[a, b]: c\n",
                "? {a: b}\n: c\n",
                "<<: {a: b}\n",
                "a: \u0000\n",
                "a: \uFFFE\n",
                "\"\\U0010FFFF\\UFFFFFFFF\": x",
                "plain",
                "",
                ": :",
                "a: |9999999999\n x",
                "agreement: supply\ninstruments: {}\n",
                "agreement: [x]\n"
            })
    void oddYamlIsAProblemOfItsFile(String text) {
        var bad = assertThrows(BadFiles.class, SMALL.with(SUPPLY, text)::read);
        assertTrue(bad.diagnostics().stream()
                .anyMatch(problem -> problem.place().source().name().equals(SUPPLY)));
    }

    @Test
    void controlCharactersOfAFileNeverReachTheTerminal() {
        var bad = assertThrows(BadFiles.class, SMALL.with("portfolio.yaml", "\"\\e[2J\": \"\\a\"\n")::read);
        assertTrue(bad.text().chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)));
    }

    @Test
    void bytesSpoiledAtRandomNeverLetAnotherExceptionOut() {
        var random = new SplittableRandom(20250121);
        var complete = PortfolioFixture.of("complete");
        String[] names = complete.files().keySet().toArray(String[]::new);
        byte[] spices = "{}[]&*!|>'\"%@`,:?-#\t\n\r 0:\u0085é".getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            String name = names[random.nextInt(names.length)];
            byte[] bytes = complete.bytes(name).clone();
            for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
                bytes[random.nextInt(bytes.length)] =
                        random.nextInt(10) == 0 ? (byte) random.nextInt(256) : spices[random.nextInt(spices.length)];
            }
            try {
                complete.with(name, bytes).read();
            } catch (BadFiles expected) {
                refused++;
            }
        }
        assertTrue(refused > 200, "most of them are refused, not " + refused);
    }

    private static String onlyProblem(String file, String text) {
        var bad = assertThrows(BadFiles.class, SMALL.with(file, text)::read);
        assertEquals(1, bad.diagnostics().size(), bad.text());
        return bad.diagnostics().getFirst().message();
    }
}
