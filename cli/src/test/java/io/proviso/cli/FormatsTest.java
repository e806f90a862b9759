package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.files.Portfolios;
import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Every command in every form: the ones it has are what they claim to be, of the others it says which it has. */
class FormatsTest {
    private static final Path ROOT = Path.of(System.getProperty("proviso.root", "."));
    private static final String TRACE =
            ROOT.resolve("cli/src/test/resources/io/proviso/cli/four-jobs.csv").toString();
    private static final String RIGHT = "microsoft-openai/first-refusal";
    private static final String EXAMPLE = "examples/microsoft-openai";

    /** A command line, and the forms it has. */
    enum Told {
        ASK("ask act=acquire provider=oracle capacity=new --as-of 2025-02-01", "text", "json", "md", "html"),
        INTERVAL(
                "ask act=acquire provider=oracle capacity=new --as-of 2024-01-01..2026-01-01",
                "text",
                "json",
                "csv",
                "md",
                "html"),
        EXPLAIN("explain act=acquire provider=oracle capacity=new --as-of 2025-02-01", "text", "json", "md", "html"),
        CHECK("check", "text", "json", "csv", "md", "html"),
        DIFF("diff --as-of 2025-01-20 --as-of 2025-01-21", "text", "json", "md", "html"),
        OBLIGATIONS("obligations --from 2026-01-01 --to 2028-01-01", "text", "json", "csv", "ics", "md", "html"),
        RENDER("render --agreement microsoft-openai", "md", "html"),
        VERIFY("verify " + Portfolios.directory(null).resolve("cases.yaml"), "text", "json"),
        DEADLINE(
                "deadline --calendar us-federal --zone UTC --received 2025-01-17 --window 72\u00A0hours",
                "text",
                "json"),
        REPLAY("replay --pool 4 --trace " + TRACE, "text", "json", "csv");

        private final String line;
        private final String has;

        Told(String line, String... has) {
            this.line = line;
            this.has = String.join(" ", has);
        }

        List<String> has() {
            return List.of(has.split(" ", -1));
        }

        private Ran in(String form, String... more) {
            var args = new ArrayList<>(Arrays.stream(line.split(" "))
                    .map(word -> word.replace('\u00A0', ' '))
                    .toList());
            args.addAll(List.of("-o", form));
            args.addAll(List.of(more));
            return proviso(args);
        }

        private boolean takesAPortfolio() {
            return !Set.of(VERIFY, DEADLINE, REPLAY).contains(this);
        }
    }

    static Stream<Arguments> had() {
        return Stream.of(Told.values()).flatMap(told -> told.has().stream().map(form -> Arguments.of(told, form)));
    }

    static Stream<Arguments> notHad() {
        return Stream.of(Told.values())
                .flatMap(told -> Stream.of("text", "json", "csv", "md", "html", "ics", "pdf", "htm", "")
                        .filter(form -> !told.has().contains(form))
                        .map(form -> Arguments.of(told, form)));
    }

    @ParameterizedTest
    @MethodSource("had")
    void aFormThatACommandHasIsWhatItClaimsToBe(Told told, String form) throws Exception {
        var answer = told.in(form).answer();
        switch (form) {
            case "json" -> assertFalse(Yaml.mapping(answer).isEmpty());
            case "csv" -> csv(answer);
            case "html" -> page(answer);
            case "ics" -> assertTrue(answer.startsWith("BEGIN:VCALENDAR\r\n"), answer);
            case "md" -> assertTrue(answer.contains("Not legal advice"), answer);
            case "text" -> assertFalse(answer.isBlank());
            default -> throw new AssertionError(form);
        }
        boolean hasRoom = Set.of("text", "md", "html").contains(form);
        if (hasRoom && told.takesAPortfolio()) {
            assertTrue(answer.contains(EXAMPLE) && answer.contains("--portfolio DIR"), answer);
        }
    }

    @ParameterizedTest
    @MethodSource("notHad")
    void ofAFormThatACommandHasNotItSaysWhichItHas(Told told, String form) {
        var complaint = told.in(form).complaint();
        told.has().forEach(has -> assertTrue(complaint.contains(has), complaint));
        assertTrue(complaint.contains("--output"), complaint);
    }

    @ParameterizedTest
    @MethodSource("had")
    void whereAPortfolioIsNamedNobodyIsToldAgain(Told told, String form) {
        if (told.takesAPortfolio()) {
            var answer = told.in(form, "--portfolio", Portfolios.directory(null).toString())
                    .answer();
            assertFalse(answer.contains("--portfolio DIR"), answer);
        }
    }

    @ParameterizedTest
    @MethodSource("had")
    void whatIsSupposedIsSaidInEveryForm(Told told, String form) throws Exception {
        if (!told.takesAPortfolio() || (told == Told.DIFF && form.equals("text"))) {
            return;
        }
        var ran = told.in(form, "--without", RIGHT);
        assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran.err());
        switch (form) {
            case "json" ->
                assertEquals(
                        List.of("without " + RIGHT), Yaml.mapping(ran.out()).get("supposed"));
            case "csv", "ics" ->
                assertEquals("Supposing without " + RIGHT + "; this portfolio does not exist.\n", ran.err());
            default -> assertTrue(ran.out().contains("Supposing without " + RIGHT), ran.out());
        }
    }

    @Test
    void whereNothingIsSupposedJsonSaysNothingOfIt() {
        for (var told : Told.values()) {
            if (told.has().contains("json")) {
                assertFalse(Yaml.mapping(told.in("json").answer()).containsKey("supposed"));
            }
        }
    }

    @Test
    void aFormIsReadInWhateverCase() {
        assertEquals(
                Told.CHECK.in("csv").answer(),
                Told.CHECK.in("csv".toUpperCase(Locale.ROOT)).answer());
    }

    @Test
    void helpSaysWhichFormsACommandHasAndWhichItTakes() {
        assertTrue(proviso("render", "--help").answer().contains("html or md. Default: html."));
        assertTrue(proviso("verify", "--help").answer().contains("text or json. Default: text."));
    }

    @Test
    void whatIsLeftOutOfATableForOtherEyesIsToldBesideIt(@TempDir Path directory) throws IOException {
        Example.copiedTo(directory)
                .with(
                        "agreements/microsoft-openai.yaml",
                        "  - clause: incremental-azure-commitment\n",
                        "  - clause: incremental-azure-commitment\n    disclosure: internal\n");
        var ran = Told.OBLIGATIONS.in("csv", "--audience", "public", "--portfolio", directory.toString());
        assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran.err());
        assertFalse(ran.out().contains("incremental-azure-commitment"), ran.out());
        assertTrue(ran.err().startsWith("proviso obligations: Left out, for other eyes only: "), ran.err());
    }

    @Test
    void whatAReplayLeavesOutIsToldBesideItsTable() {
        var ran = proviso(
                "replay", "--pool", "4", "--trace", TRACE.replace("four-jobs.csv", "with-mistakes.csv"), "-o", "csv");
        assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran.err());
        assertTrue(ran.err().startsWith("Larger than the pool, not run: 1\n"), ran.err());
        assertTrue(ran.err().contains("\nRows that hold no job, left out: 2\n"), ran.err());
    }

    @Test
    void aSingleRulingIsNoTable() {
        var complaint = Told.ASK.in("csv").complaint();
        assertTrue(complaint.contains("--as-of FROM..TO"), complaint);
    }

    /** Well-formed, with one title, and it prints. */
    private static void page(String html) throws Exception {
        var page = parsed(html);
        // A picture has titles of its own, for what is pointed at.
        assertEquals(1, html.split("</title>\n<style>", -1).length - 1);
        assertEquals(1, page.getElementsByTagName("h1").getLength());
        assertEquals(
                page.getElementsByTagName("title").item(0).getTextContent(),
                page.getElementsByTagName("h1").item(0).getTextContent());
        assertTrue(page.getElementsByTagName("body").item(0).getTextContent().contains("Not legal advice"), html);
        assertTrue(html.contains("@media print{") && html.contains("counter(pages)"), "it says how it prints");
        assertEquals(0, page.getElementsByTagName("script").getLength());
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    /** Read without the code that wrote it: each row has as many cells as there are columns. */
    private static void csv(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ',' && c != '\r' && c != '\n')) {
                cell.append(c);
            } else if (c != '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            }
        }
        assertTrue(rows.size() > 1, text);
        rows.forEach(each -> assertEquals(rows.getFirst().size(), each.size(), each::toString));
        assertEquals(rows.getFirst().size(), Set.copyOf(rows.getFirst()).size(), "columns have names of their own");
    }
}
