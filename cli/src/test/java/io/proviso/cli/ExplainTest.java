package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {
    @ParameterizedTest
    @ValueSource(strings = {"text", "md", "html", "json"})
    void everyStepOfARulingIsTold(String form) throws IOException {
        var told = explain("gpus=1000", "workload=training", "provider=south", "-o", form)
                .answer();
        Golden.compare("explain-harbour." + form, Golden.withoutIdentity(told));
    }

    @Test
    void anUndeterminedRulingShowsOnWhatItDepends() throws IOException {
        var told = proviso(
                        "explain",
                        "act=host",
                        "provider=aws",
                        "product=api",
                        "third-party=yes",
                        "--as-of",
                        "2025-11-10")
                .answer();
        Golden.compare("explain-example.text", Golden.withoutIdentity(told));
    }

    @Test
    void whatWasSetAsideIsToldWithWhatSetItAside() {
        var told = explain("gpus=10", "workload=inference", "provider=south").answer();
        assertTrue(told.startsWith("PERMITTED"), told);
        assertTrue(
                told.contains("Clause right applies and makes it conditional, but is set aside by small-orders"), told);
    }

    @Test
    void factsSayWhereTheyComeFrom() {
        var told = explain("provider=south", "workload=inference", "gpus=100", "--fact", "refusal=lapsed")
                .answer();
        assertTrue(told.contains("refusal is lapsed, as supposed by whoever asks"), told);
        assertTrue(told.contains("gpus is 100, as asked"), told);
    }

    @Test
    void whatIsNotDisclosedIsWithheldEvenWhereItMissed() {
        var told = explain("provider=south", "workload=inference", "gpus=100", "--audience", "public")
                .answer();
        assertTrue(told.contains("secret-discount: withheld from this audience"), told);
        assertFalse(told.contains("it speaks of east"), told);
    }

    @Test
    void theRulingIsTheOneThatAskGives() {
        var question =
                List.of("act=acquire", "provider=oracle", "workload=training", "--as-of", "2025-08-01", "-o", "json");
        assertEquals(json("ask", question).get("id"), json("explain", question).get("ruling"));
        assertEquals(
                json("ask", question).get("outcome"), json("explain", question).get("outcome"));
    }

    @Test
    void aMistakenQuestionIsBadInput() {
        assertTrue(
                proviso("explain", "act=acquire", "provider=orcale").complaint().contains("Did you mean 'oracle'?"));
    }

    private static Map<?, ?> json(String command, List<String> question) {
        var args = new ArrayList<>(List.of(command));
        args.addAll(question);
        return proviso(args).json();
    }

    private static Ran explain(String... more) {
        var args = new ArrayList<>(List.of(
                "explain",
                "--portfolio",
                Harbour.DIRECTORY.toString(),
                "--as-of",
                "2025-04-01",
                "act=acquire",
                "capacity=new"));
        args.addAll(Arrays.asList(more));
        return proviso(args);
    }
}
