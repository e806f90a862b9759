package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("proviso.root")).resolve("examples/microsoft-openai");

    private final RecordedConsole recorded = new RecordedConsole();

    @TempDir
    private Path directory = EXAMPLE;

    @Test
    void everyCaseOfTheExampleHolds() {
        assertEquals(
                ExitCode.ANSWERED, run("verify", EXAMPLE.resolve("cases.yaml").toString()), recorded.out());
        assertTrue(recorded.out().endsWith("cases, all hold.\n"), recorded.out());
    }

    @Test
    void aCaseThatFailsIsShownWithWhatCameInsteadAndFailsTheCommand() throws IOException {
        var cases = cases("expect: {outcome: PERMITTED, deciding: [any-cloud]}");
        assertEquals(ExitCode.CASES_FAILED, run("verify", cases.toString(), "--portfolio", EXAMPLE.toString()));
        assertEquals("""
                FAILED  Oracle is free in 2020
                  outcome: expected PERMITTED, but it is FORBIDDEN by cloud-exclusivity
                  deciding: expected any-cloud, but it is cloud-exclusivity

                1 case, 1 failed.
                """, recorded.out());
    }

    @Test
    void theFileMayNameItsPortfolio() throws IOException {
        var cases = directory.resolve("mine.yaml");
        Files.writeString(
                cases,
                "portfolio: " + directory.relativize(EXAMPLE.toAbsolutePath()) + "\n"
                        + Files.readString(cases("expect: {outcome: FORBIDDEN}")));
        assertEquals(ExitCode.ANSWERED, run("verify", cases.toString()), recorded.err());
    }

    @Test
    void aBuildServerReadsTheResultAsJUnitXml() throws Exception {
        var report = directory.resolve("report.xml");
        run(
                "verify",
                cases("expect: {outcome: PERMITTED}").toString(),
                "--portfolio",
                EXAMPLE.toString(),
                "--junit",
                report.toString());
        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getDocumentElement();
        assertEquals("1", suite.getAttribute("tests"));
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals(
                "outcome: expected PERMITTED, but it is FORBIDDEN by cloud-exclusivity",
                suite.getElementsByTagName("failure").item(0).getTextContent());
    }

    @Test
    void aMachineGetsTheMismatches() throws IOException {
        run(
                "verify",
                cases("expect: {outcome: PERMITTED}").toString(),
                "--portfolio",
                EXAMPLE.toString(),
                "-o",
                "json");
        assertTrue(recorded.out().contains("\"actual\" : \"FORBIDDEN by cloud-exclusivity\""), recorded.out());
    }

    @Test
    void ofADirectoryWithCasesTheFileOfThemIsNamed() {
        assertEquals(ExitCode.BAD_INPUT, run("verify", EXAMPLE.toString()));
        assertTrue(
                recorded.err().contains("this is a directory, not a file\nName " + EXAMPLE.resolve("cases.yaml") + "."),
                recorded.err());
    }

    @Test
    void aMistakeInTheFileIsShownWhereItStands() throws IOException {
        var cases = cases("expect: {outcom: PERMITTED}");
        assertEquals(ExitCode.BAD_INPUT, run("verify", cases.toString(), "--portfolio", EXAMPLE.toString()));
        assertTrue(recorded.err().contains("cases.yaml:5:12: unknown key in an expectation: 'outcom'"), recorded.err());
        assertEquals("", recorded.out());
    }

    @Test
    void anExpectationThatIsNeverLookedAtIsRefused() throws IOException {
        var cases = cases("expect: {outcome: FORBIDDEN, names: [oracle]}");
        assertEquals(ExitCode.BAD_INPUT, run("verify", cases.toString(), "--portfolio", EXAMPLE.toString()));
        assertTrue(
                recorded.err().contains("cases.yaml:5:32: only an error has a message, so 'names' is never looked at"),
                recorded.err());
        var refused = cases("expect: {outcome: error, deciding: [ban], silent: [supply]}");
        run("verify", refused.toString(), "--portfolio", EXAMPLE.toString());
        assertTrue(recorded.err().contains("so 'deciding' is never looked at"), recorded.err());
        assertTrue(recorded.err().contains("so 'silent' is never looked at"), recorded.err());
    }

    @Test
    void aPortfolioThatCannotBeReadIsNamedByItsDirectory() throws IOException {
        var cases = cases("expect: {outcome: FORBIDDEN}");
        assertEquals(ExitCode.BAD_INPUT, run("verify", cases.toString()));
        assertTrue(recorded.err().endsWith("The portfolio is " + directory.toAbsolutePath() + ".\n"), recorded.err());
    }

    private Path cases(String expect) throws IOException {
        var file = directory.resolve("cases.yaml");
        Files.writeString(file, """
                cases:
                - case: Oracle is free in 2020
                  as-of: 2020-06-01
                  ask: {act: acquire, provider: oracle}
                  %s
                """.formatted(expect));
        return file;
    }

    private int run(String... args) {
        return Main.run(recorded.console(), args);
    }
}
