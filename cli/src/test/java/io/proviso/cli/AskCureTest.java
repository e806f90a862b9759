package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AskCureTest {
    private static final String EXAMPLE = Path.of(System.getProperty("proviso.root"))
            .resolve("examples/microsoft-openai")
            .toString();

    private final RecordedConsole recorded = new RecordedConsole();

    @Test
    void aFirstReleaseElsewhereIsCuredByReleasingWhatExistsByMicrosoftOrByWhatAzureCannotDo() {
        ask("act=distribute product=other weights=closed channel=bedrock release=first third-party=no"
                + " --fact azure-can-support=yes --fact azure-chooses-to-support=yes --as-of 2026-04-28");
        assertTrue(recorded.out().endsWith("""

            What would permit it
              with release=existing
              if microsoft consented (microsoft-openai, clause azure-first), which no clause promises
              if the record attested azure-can-support=no and azure-chooses-to-support=no
            """), recorded.out());
    }

    @Test
    void whatExclusivityForbidsIsCuredOnAzure() {
        ask("act=host provider=oracle workload=inference product=chatgpt --as-of 2023-06-30 -o json");
        assertTrue(recorded.out().replaceAll("\\s+", " ").contains("""
            "by" : "caller", "change" : { "provider" : "azure" }, "outcome" : "PERMITTED",\
            """.strip()), recorded.out());
    }

    @Test
    void whatIsPermittedNeedsNoCure() {
        ask("act=acquire provider=azure --as-of 2023-06-30");
        assertFalse(recorded.out().contains("What would permit it"), recorded.out());
    }

    private void ask(String words) {
        var args = ("ask -v " + words + " --portfolio " + EXAMPLE).split(" ", -1);
        assertEquals(ExitCode.ANSWERED, Main.run(recorded.console(), args), recorded.err());
    }
}
