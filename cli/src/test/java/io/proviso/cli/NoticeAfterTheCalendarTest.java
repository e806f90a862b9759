package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A consent is taken back by a notice of 2033, and the calendar lists closures to 2032: nobody can know when the notice is over. */
class NoticeAfterTheCalendarTest {
    private static final String OFFICES =
            Harbour.DIRECTORY.resolveSibling("offices").toString();
    private static final String UNLISTED =
            "the calendar 'offices' holds no holiday of 2033; only weekends were left out that year";

    @ParameterizedTest
    @CsvSource({
        // While the notice runs, and for a year behind what was counted as its end.
        "two, training,  2033-01-11T00:00, yes",
        "two, training,  2033-01-24T16:59, yes",
        "two, training,  2033-01-24T17:00, yes",
        "two, training,  2033-01-24T18:00, yes",
        "two, training,  2033-06-01T00:00, yes",
        "two, training,  2034-01-20T00:00, yes",
        "two, training,  2034-06-01T00:00, no",
        // Where the notice changes nothing it is not told of.
        "one, training,  2033-01-24T18:00, no",
        "two, inference, 2033-01-24T18:00, no",
        "two, training,  2025-01-15T00:00, no",
    })
    void aRulingThatDependsOnTheEndOfTheNoticeSaysSoInEveryForm(
            String provider, String workload, String asOf, String told) {
        var question = List.of(
                "--portfolio",
                OFFICES,
                "act=acquire",
                "workload=" + workload,
                "provider=" + provider,
                "gpus=8",
                "--as-of",
                asOf);
        for (var form : List.of("ask", "ask -v", "ask -o json", "explain", "explain -o md")) {
            var words = new ArrayList<>(List.of(form.split(" ")));
            words.addAll(question);
            var ran = proviso(words);
            assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran.err());
            assertEquals("", ran.err());
            var expected =
                    form.endsWith("json") ? "\"unlistedYears\"" : "the calendar 'offices' holds no holiday of 2033";
            var answer = ran.out().replaceAll("\\s+", " ");
            assertEquals(told.equals("yes"), answer.contains(expected), () -> form + ": " + answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "md", "ics"})
    void theDayOfTheObligationSaysSo(String form) {
        var answer = obligations(form).answer().replaceAll("\r\n ", "").replace("\\;", ";");
        assertTrue(answer.replaceAll("\\s+", " ").contains(UNLISTED), answer);
    }

    @Test
    void theDayOfTheObligationHasTheYearsInJson() {
        assertTrue(obligations("json").answer().contains("\"unlistedYears\""));
    }

    @Test
    void theCheckSaysSo() {
        assertTrue(proviso("check", OFFICES, "-v").answer().contains(UNLISTED));
    }

    private static Ran obligations(String form) {
        return proviso(List.of("obligations", OFFICES, "--from", "2033-01-01", "--to", "2034-01-01", "-o", form));
    }
}
