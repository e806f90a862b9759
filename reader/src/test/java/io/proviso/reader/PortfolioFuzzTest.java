package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.proviso.reader.yaml.BadFiles;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes of whichever file, reading ends in a portfolio or in {@link BadFiles}: the first byte chooses the file of a
 * whole portfolio that the others replace. A build only runs the seeds; {@code JAZZER_FUZZ=1} searches (CONTRIBUTING.md).
 */
class PortfolioFuzzTest {
    private static final PortfolioFixture COMPLETE = PortfolioFixture.of("complete");
    private static final List<String> NAMES = List.copyOf(COMPLETE.files().keySet());
    private static final int LONGEST_REPORT = 1_000_000;

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3m")
    void anyBytesAreAPortfolioOrBadFiles(byte[] input) {
        if (input.length == 0) {
            return;
        }
        String name = NAMES.get((input[0] & 0xFF) % NAMES.size());
        byte[] content = Arrays.copyOfRange(input, 1, input.length);
        try {
            COMPLETE.with(name, content).read();
        } catch (BadFiles bad) {
            String text = bad.text();
            assertTrue(!bad.diagnostics().isEmpty() && text.length() < LONGEST_REPORT, text);
            assertTrue(text.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)), text);
        }
    }

    static Stream<byte[]> seeds() {
        Stream<byte[]> whole = IntStream.range(0, NAMES.size()).mapToObj(i -> seed(i, COMPLETE.bytes(NAMES.get(i))));
        Stream<byte[]> hostile = Stream.of(
                        "[".repeat(2000),
                        "? ".repeat(2000),
                        "a: &a [x]\nb: [*a, *a]\n",
                        "name: a\nall-of: [a, harbour]\n",
                        "name: \"\\e[2J\\u0085\"\n",
                        "a: |9999999999\n x",
                        "---\na: b\n---\nc: d\n",
                        "[a, b]: {? {c: d} : e}\n",
                        "k: " + "x".repeat(20_000) + "\n",
                        IntStream.range(0, 600).mapToObj(i -> "k" + i + ": x").collect(Collectors.joining("\n")))
                .flatMap(text ->
                        IntStream.range(0, NAMES.size()).mapToObj(i -> seed(i, text.getBytes(StandardCharsets.UTF_8))));
        return Stream.concat(whole, hostile);
    }

    private static byte[] seed(int file, byte[] content) {
        byte[] seed = new byte[content.length + 1];
        seed[0] = (byte) file;
        System.arraycopy(content, 0, seed, 1, content.length);
        return seed;
    }
}
