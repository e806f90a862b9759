package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one is told when a step of a round is typed: 6,000 GPUs at 2.30 wait for the answer of Heron. */
class RoundWarningsTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("proviso.root", ".")).resolve("examples/two-neoclouds");

    @TempDir
    private Path directory;

    private Path record = Path.of("");

    @BeforeEach
    void ownPortfolio() throws IOException {
        try (var files = Files.walk(EXAMPLE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = directory.resolve(EXAMPLE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        record = directory.resolve("record.yaml");
    }

    private Ran round(String... words) {
        return at("2026-03-04T12:00-05:00", words);
    }

    private Ran at(String instant, String... words) {
        var all = new ArrayList<>(List.of("round"));
        all.addAll(List.of(words));
        all.addAll(List.of("--at", instant, "--portfolio", directory.toString()));
        return proviso(all);
    }

    @ParameterizedTest
    @CsvSource({"--dry-run", "--source=Letter"})
    void whoAcceptsMoreThanWasPutTakesNothingAndThatIsToldWhenItIsTyped(String option) throws IOException {
        var before = Files.readString(record);
        var more = round("answer", "training-2", "accept", "--quantity", "9000", option);
        assertEquals(ExitCode.ANSWERED, more.exitCode());
        assertTrue(
                more.err().startsWith("What heron takes is not what was put to it: by this answer it takes nothing"),
                more.err());
        assertEquals(option.equals("--dry-run"), before.equals(Files.readString(record)));
    }

    @Test
    void whoAcceptsWhatWasPutOrAPartOfItIsWarnedOfNothing() {
        assertEquals(
                "",
                round("answer", "training-2", "accept", "--quantity", "6000", "--dry-run")
                        .err());
        assertEquals(
                "",
                round("answer", "training-2", "accept", "--quantity", "10", "--dry-run")
                        .err());
    }

    @ParameterizedTest
    @CsvSource({
        "training, 2026-07-01, ''",
        "inference, 2026-07-01, work is inference; it speaks of training",
        "training, 2026-01-01, 'What is put starts on 2026-01-01, before the notice is sent.'"
    })
    void whatARightDoesNotAskForOrHasBegunAlreadyIsToldWhenItIsOffered(String work, String start, String told) {
        var err = round(
                        "offer",
                        "--right",
                        "heron-master/training-first",
                        "--put",
                        "gpus=100",
                        "--put",
                        "work=" + work,
                        "--put",
                        "price=2.30 USD",
                        "--put",
                        "start=" + start,
                        "--dry-run")
                .err();
        assertTrue(
                told.isEmpty() ? !err.contains("does not ask for") && !err.contains("before") : err.contains(told),
                err);
    }

    @Test
    void whatContradictsTheRecordIsToldOnceWithBothPlaces() {
        at("2026-03-03", "answer", "training-2", "decline").out();
        var complaint = round("answer", "training-2", "accept").complaint();
        assertEquals(1, complaint.split("an answer came after the round had ended", -1).length - 1, complaint);
        assertTrue(complaint.startsWith("ROUND: an answer came after the round had ended ("), complaint);
        assertTrue(complaint.contains("record.yaml:"), complaint);
    }

    @ParameterizedTest
    @CsvSource({"heron, false", "kestrel, false", "plover, false", "lab, true", "virginia, true", "egret, true"})
    void aContractIsWithSomebodyWhoSupplies(String with, boolean warned) {
        round("answer", "training-2", "decline", "--source", "Letter").answer();
        var err = round("sign", "training-2", "--quantity", "10", "--with", with, "--dry-run")
                .err();
        assertEquals(warned, err.contains("'" + with + "' is no value of 'cloud', and provides none"), err);
    }

    @Test
    void aBoundOnAPriceThatWasNotPutIsSaidToHoldNothing() throws IOException {
        Files.writeString(
                record, Files.readString(record).replace("price: 2.30 USD, start: 2026-07-01", "start: 2026-07-01"));
        round("answer", "training-2", "decline", "--source", "Letter").answer();
        var words =
                List.of("ask", "act=rent", "cloud=plover", "work=training", "site=virginia", "gpus=6000", "price=0.01");
        var ask = new ArrayList<>(words);
        ask.addAll(List.of("--as-of", "2026-03-05", "--portfolio", directory.toString(), "-v"));
        var told = proviso(ask).answer().replaceAll("\\s+", " ");
        assertTrue(told.startsWith("PERMITTED"), told);
        assertTrue(
                told.contains(
                        "Whether another contract keeps to the bounds of the tail on price cannot be told: the round"
                                + " put none, so that any will do."),
                told);
    }

    @Test
    void aNoticeThatMustNameWhomThePortfolioHasNoWordForSaysWhichWordIsMissing() throws IOException {
        replace("agreements/heron-master.yaml", "notice: [price, latest-start]", "notice: [counterparty]");
        var named = offered();
        assertTrue(named.contains("as in --put cloud=…"), named);
        replace("portfolio.yaml", "supplier: cloud, ", "");
        var unnamed = offered();
        assertFalse(unnamed.contains("--put supplier"), unnamed);
        assertTrue(
                unnamed.contains("No facet of the vocabulary is for 'supplier': say in portfolio.yaml which one is"),
                unnamed);
    }

    private String offered() {
        return round("offer", "--right", "heron-master/training-first", "--put", "gpus=10", "--put", "site=virginia")
                .complaint();
    }

    private void replace(String file, String from, String to) throws IOException {
        var path = directory.resolve(file);
        var text = Files.readString(path);
        assertTrue(text.contains(from), file);
        Files.writeString(path, text.replace(from, to));
    }

    @Test
    void withoutAClauseTheRoundsOfTheOthersStayOnRecord() {
        var ask = new ArrayList<>(List.of(
                "ask", "act=rent", "cloud=plover", "work=training", "site=virginia", "gpus=1000", "price=2.30"));
        ask.addAll(List.of("--as-of", "2026-03-02", "--portfolio", directory.toString()));
        var before = proviso(ask).answer();
        assertTrue(before.contains("(round training-"), before);
        ask.addAll(List.of("--without", "kestrel-supply/quebec-exclusive"));
        var without = proviso(ask).answer();
        assertTrue(without.contains(before.lines().skip(2).findFirst().orElseThrow()), without);
        assertTrue(without.contains("(round training-"), without);
    }

    @Test
    void moreSignedWithAHolderThanItTookIsToldAndNoLess() {
        var sign = List.of("sign", "training-1", "--quantity", "1000", "--source=Order", "--dry-run", "--with");
        var more = at(
                "2026-03-03T10:00-05:00",
                Stream.concat(sign.stream(), Stream.of("heron")).toArray(String[]::new));
        assertTrue(more.err().contains("1,000 more are signed with the holder than it took of this round"), more.err());
        var free = at(
                "2026-03-03T10:00-05:00",
                Stream.concat(sign.stream(), Stream.of("kestrel")).toArray(String[]::new));
        assertEquals(ExitCode.ANSWERED, free.exitCode());
        assertFalse(free.err().contains("than it took"), free.err());
    }
}
