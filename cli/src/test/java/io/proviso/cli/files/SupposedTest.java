package io.proviso.cli.files;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.cli.Ran;
import io.proviso.cli.Yaml;
import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupposedTest {
    private static final String RIGHT = "microsoft-openai/first-refusal";
    private static final List<String> QUESTION = List.of(
            "ask", "act=acquire", "provider=oracle", "workload=research", "capacity=new", "--as-of", "2025-02-01");

    @Test
    void withoutTheRightNobodyHasToBeAskedFirst() {
        assertEquals("CONDITIONAL", asked("-o", "json").json().get("outcome"));
        assertEquals("PERMITTED", asked("--without", RIGHT, "-o", "json").json().get("outcome"));
    }

    @Test
    void aSuppositionIsSaidFirstAndIsAnotherPortfolio() {
        var text = asked("--without", RIGHT).answer();
        assertTrue(
                text.startsWith("Supposing without " + RIGHT + "; this portfolio does not exist.\nPERMITTED: yes.\n"),
                text);
        assertNotEquals(
                asked("-o", "json").json().get("portfolio"),
                asked("--without", RIGHT, "-o", "json").json().get("portfolio"));
        assertEquals(
                asked("--without", RIGHT, "-o", "json").answer(),
                asked("--without", RIGHT, "-o", "json").answer());
    }

    static Stream<String> clauses() {
        var names = new LinkedHashSet<String>();
        for (var agreement : Portfolios.read(null).agreements()) {
            for (var paper : agreement.instruments()) {
                for (var change : paper.changes()) {
                    if (change instanceof Change.Adds(var clause)) {
                        names.add(agreement.name() + "/" + clause.name());
                    }
                }
            }
        }
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void everyClauseOfTheExampleCanBeSupposedAwayAndIsThenCitedByNothing(String name) {
        var ran = asked("--without", name, "-o", "json");
        assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran.err());
        var clause = name.substring(name.indexOf('/') + 1);
        var agreement = name.substring(0, name.indexOf('/'));
        Stream.of("deciding", "setAside")
                .flatMap(list -> Yaml.list(ran.json(), list).stream())
                .forEach(cited -> assertFalse(
                        clause.equals(cited.get("clause")) && agreement.equals(cited.get("agreement")),
                        () -> name + " decides although it is supposed away"));
    }

    @ParameterizedTest
    @CsvSource({
        "microsoft-openai/first-refusl, microsoft-openai/first-refusal",
        "first-refusal, first-refusal",
        "agi, microsoft-openai/agi",
        "Microsoft-OpenAI/AGI, microsoft-openai/agi",
        "microsoft-openia/agi, Agreements: microsoft-openai",
        "nobody, Agreements: microsoft-openai",
        "'', ''",
        "/, /",
        "microsoft-openai/, microsoft-openai/",
        "nobody/first-refusal, nobody/first-refusal"
    })
    void anUnknownClauseIsRefusedWithTheNearest(String name, String told) {
        var complaint = asked("--without", name).complaint();
        assertTrue(complaint.startsWith("--without: there is no clause '"), complaint);
        assertTrue(complaint.contains(told), complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"microsoft-openai", "openai-aws", "openai-coreweave", "openai-google", "openai-oracle"})
    void ofAnAgreementItIsSaidThatOneClauseIsLeftOutAtATime(String agreement) {
        var complaint = asked("--without", agreement).complaint();
        assertTrue(
                complaint.startsWith("--without: '" + agreement + "' is an agreement, and one clause is"), complaint);
        var named = Pattern.compile("[a-z-]+/[a-z0-9-]+")
                .matcher(complaint)
                .results()
                .map(MatchResult::group)
                .toList();
        assertTrue(named.size() > 1, complaint);
        named.forEach(clause -> assertTrue(clause.startsWith(agreement + "/"), clause));
        assertEquals(ExitCode.ANSWERED, asked("--without", named.getFirst()).exitCode());
    }

    @ParameterizedTest
    @CsvSource({
        "microsoft-openai/first-refusal, microsoft-openai/agi",
        "microsoft-openai/oracle-consent, microsoft-openai/cloud-exclusivity",
        "microsoft-openai/agi, microsoft-openai/agi"
    })
    void howOftenAndInWhichOrderClausesAreSupposedAwayDoesNotMatter(String one, String other) {
        var answer = asked("--without", one, "--without", other, "-o", "json").answer();
        assertEquals(
                answer,
                asked("--without", other, "--without", one, "-o", "json").answer());
        assertEquals(
                answer,
                asked("--without", other, "--without", one, "--without", other, "-o", "json")
                        .answer());
    }

    @Test
    void severalMistakesAreToldAtOnce() {
        var complaint = asked("--without", "a/b", "--without", "c/d").complaint();
        assertTrue(complaint.contains("'a/b'") && complaint.contains("'c/d'"), complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "obligations --from 2026-01-01 --to 2027-01-01", "render -o md", "render"})
    void everyCommandOnAPortfolioTakesASupposition(String command) {
        var args = new ArrayList<>(Arrays.asList(command.split(" ")));
        args.addAll(List.of("--without", RIGHT));
        assertNotEquals(proviso(command.split(" ")).answer(), proviso(args).answer());
    }

    @Test
    void aSuppositionIsTheSecondSideOfAComparison() {
        var text = proviso("diff", "--as-of", "2025-02-01", "--without", RIGHT).answer();
        assertTrue(text.startsWith("The second side is supposed. Supposing without " + RIGHT), text);
        assertEquals(
                ExitCode.DIFFERENT,
                proviso("diff", "--as-of", "2025-02-01", "--without", RIGHT, "--exit-code")
                        .exitCode());
    }

    @Test
    void aQuestionThatAFindingShowsIsPutToTheSupposition() {
        var text = proviso("check", "-v", "--without", RIGHT).answer();
        assertTrue(text.startsWith("Supposing without " + RIGHT), text);
        assertTrue(text.contains("proviso ask "), text);
        text.lines()
                .filter(line -> line.strip().startsWith("proviso ask "))
                .forEach(line -> assertTrue(line.endsWith(" --without " + RIGHT), line));
    }

    @Test
    void aFurtherAgreementCanForbidWhatWasFree(@TempDir Path directory) throws IOException {
        var draft = Files.writeString(directory.resolve("draft.yaml"), """
            agreement: draft
            basis: a supposition
            zone: America/Los_Angeles
            parties: {openai: customer, coreweave: provider of coreweave}
            silence: {acquire: permitted}
            instruments:
            - instrument: 2025-01-01-draft
              type: definitive
              signed: 2025-01-01
              effective: 2025-01-01
              source: {title: "a draft", confidence: primary}
              clauses:
              - clause: nobody-else
                says: "OpenAI rents from nobody else"
                exclusivity: {for: coreweave, on: {act: acquire, provider: {not: [coreweave]}}}
            """);
        var ran = proviso(
                "ask",
                "act=acquire",
                "provider=oracle",
                "capacity=existing",
                "--as-of",
                "2025-12-01",
                "--with",
                draft.toString());
        assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran.err());
        assertTrue(
                ran.out().startsWith("Supposing with " + draft + "; this portfolio does not exist.\nFORBIDDEN: no.\n"),
                ran.out());
        assertTrue(ran.out().contains("nobody-else"), ran.out());
    }

    @Test
    void aFurtherAgreementThatIsNotThereOrHasATakenNameIsRefused(@TempDir Path directory) throws IOException {
        assertTrue(asked("--with", "nowhere.yaml").complaint().contains("nowhere.yaml"));
        var taken = Files.writeString(directory.resolve("microsoft-openai.yaml"), "agreement: x\n");
        assertTrue(asked("--with", taken.toString())
                .complaint()
                .contains("the portfolio has a file of this name already"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"microsoft-openai", "openai-aws", "stargate"})
    void whoWouldReplaceAnAgreementIsToldThatItIsAddedAndWhatToDo(String agreement, @TempDir Path directory)
            throws IOException {
        var original = Portfolios.directory(null).resolve("agreements/" + agreement + ".yaml");
        var other = Files.copy(original, directory.resolve("amended-" + agreement + ".yaml"));
        for (var file : List.of(original, other)) {
            var complaint = asked("--with", file.toString()).complaint();
            assertTrue(complaint.contains("stands beside the others and replaces none."), complaint);
            assertTrue(
                    complaint.contains("change it in a copy of the portfolio, and compare the two with diff."),
                    complaint);
            assertTrue(complaint.contains("1 problem; nothing was read."), complaint);
        }
        assertTrue(proviso("ask", "--help").out().replaceAll("\\s+", " ").contains("in place of none"));
    }

    private static Ran asked(String... more) {
        var args = new ArrayList<>(QUESTION);
        args.addAll(Arrays.asList(more));
        return proviso(args);
    }
}
