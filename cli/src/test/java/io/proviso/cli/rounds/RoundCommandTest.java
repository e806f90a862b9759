package io.proviso.cli.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.Ran;
import io.proviso.cli.output.BadInputException;
import io.proviso.cli.output.OutputFile;
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

/** One round on files: the notice goes out, the answer comes in, and everybody knows the day. */
class RoundCommandTest {
    private static final Path SUBLEASE = Path.of(System.getProperty("proviso.root"))
            .resolve("cli/src/test/resources/io/proviso/cli/contracts/02-sublease-rofo");
    private static final String QUESTION = "act=sublet space=expansion subtenant=other";

    @TempDir
    private Path directory;

    private Path portfolio;
    private Path record;

    RoundCommandTest() {
        portfolio = Path.of("");
        record = Path.of("");
    }

    @BeforeEach
    void ownPortfolio() throws IOException {
        portfolio = directory.resolve("portfolio");
        record = portfolio.resolve("record.yaml");
        try (var files = Files.walk(SUBLEASE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = portfolio.resolve(SUBLEASE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.delete(record);
    }

    private Ran round(String... words) {
        var all = new ArrayList<String>();
        all.add("round");
        all.addAll(List.of(words));
        all.addAll(List.of("--portfolio", portfolio.toString()));
        return Ran.proviso(all.toArray(String[]::new));
    }

    private Ran offered() {
        return round(
                "offer",
                "--right",
                "sublease/rofo",
                "--put",
                "space=expansion",
                "--put",
                "price=60.00 USD",
                "--at",
                "2025-12-19T16:00-08:00",
                "--notice",
                directory.resolve("notices").toString());
    }

    private Ran received() {
        return round("receive", "rofo-1", "--at", "2025-12-19T16:30-08:00");
    }

    private String asked(String day) {
        return Ran.proviso(Stream.concat(
                                Stream.of("ask", "--as-of", day, "--portfolio", portfolio.toString()),
                                Stream.of(QUESTION.split(" ", -1)))
                        .toArray(String[]::new))
                .answer();
    }

    @Test
    void fromTheNoticeToTheDayOnWhichTheTailEnds() {
        offered().answer();
        assertTrue(asked("2025-12-22").startsWith("CONDITIONAL: first wait for the answer of docent"));
        assertTrue(received().answer().contains("docent may answer through 6 January 2026 17:00 PST"));
        var declined = round("answer", "rofo-1", "decline", "--at", "2025-12-30T12:00-08:00")
                .answer();
        assertTrue(declined.contains("free through 6 May 2026 17:00 PDT"), declined);
        var free = asked("2026-01-15");
        assertTrue(free.startsWith("PERMITTED"), free);
        assertTrue(free.contains("docent declined on 30 December 2025"), free);
        assertTrue(asked("2026-05-07").startsWith("CONDITIONAL: first offer it to docent"));
        var shown = round("show", "rofo-1", "--at", "2026-02-01").answer();
        assertTrue(shown.contains("2025-12-30 12:00 PST  the holder declined"), shown);
    }

    @Test
    void nothingIsOfferedUnderARightThatDoesNotStandYet() throws IOException {
        var early = round(
                "offer", "--right", "sublease/rofo", "--put", "space=expansion", "--at", "2001-01-02T10:00-08:00");
        assertTrue(early.complaint().contains("sublease/rofo is not in force on 2001-01-02"), early.err());
        assertFalse(Files.exists(record));
    }

    @Test
    void whatIsAddedStandsAtTheEndAndNothingBeforeItChanges() throws IOException {
        offered().answer();
        var before = Files.readString(record);
        received().answer();
        var after = Files.readString(record);
        assertTrue(after.startsWith(before) && after.length() > before.length());
        try (var files = Files.list(portfolio)) {
            assertFalse(files.anyMatch(file -> file.getFileName().toString().endsWith(".new")));
        }
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() throws IOException {
        offered().answer();
        var before = Files.readString(record);
        var told = round("answer", "rofo-1", "waive", "--at", "2025-12-20", "--dry-run")
                .answer();
        assertTrue(told.contains("docent waived on 20 December 2025"), told);
        assertEquals(before, Files.readString(record));
    }

    @Test
    void whatCannotHaveBeenIsRefusedWithItsPlacesAndWritesNothing() throws IOException {
        offered().answer();
        received().answer();
        round("answer", "rofo-1", "decline", "--at", "2025-12-30").answer();
        var before = Files.readString(record);
        var complaint =
                round("answer", "rofo-1", "accept", "--at", "2025-12-31").complaint();
        assertTrue(complaint.contains("an answer came after the round had ended"), complaint);
        assertTrue(complaint.contains("record.yaml:10") || complaint.contains("record.yaml:11"), complaint);
        assertEquals(before, Files.readString(record));
    }

    @Test
    void aFileThatChangedSinceItWasReadIsLeftAsItIs() throws IOException {
        Files.writeString(record, "record:\n# somebody else\n");
        var file = new OutputFile("record.yaml", record);
        var refused = assertThrows(BadInputException.class, () -> file.append("record:\n", "- more\n"));
        assertTrue(String.valueOf(refused.getMessage()).contains("changed since it was read"));
        assertEquals("record:\n# somebody else\n", Files.readString(record));
        file.append("record:\n# somebody else\n", "- more\n");
        assertEquals("record:\n# somebody else\n- more\n", Files.readString(record));
    }

    @Test
    void theNoticeSaysWhatIsPutUntilWhenAndWhatSilenceMeansAndItsDigestIsAcknowledged() throws IOException {
        var told = offered().answer();
        var text = Files.readString(directory.resolve("notices/rofo-1.txt"));
        for (var needed : List.of(
                "To docent, from sublandlord",
                "price: 60.00 USD",
                "10 business days from receipt",
                "Tuesday 6 January 2026 17:00 PST",
                "If you say nothing by then, that counts as a decline.")) {
            assertTrue(text.contains(needed), needed);
        }
        assertTrue(
                Files.readString(directory.resolve("notices/rofo-1.eml")).startsWith("Subject: Notice under sublease"));
        assertTrue(Files.readString(directory.resolve("notices/rofo-1.html")).contains("<h1>Notice under sublease"));
        var digest = told.substring(told.indexOf("Digest of the notice: ") + 22)
                .lines()
                .findFirst()
                .orElseThrow();
        assertTrue(Files.readString(record).contains("digest: " + digest));
        var another = round("receive", "rofo-1", "--at", "2025-12-20", "--digest", "0123")
                .complaint();
        assertTrue(another.contains("acknowledges another notice than was sent"), another);
        assertTrue(round("receive", "rofo-1", "--at", "2025-12-20", "--digest", digest)
                .answer()
                .contains("may answer"));
    }

    @Test
    void noRoundIsOnRecordWhoseNoticeCouldNotBeWrittenAndNoNoticeIsWrittenOver() throws IOException {
        offered().answer();
        var before = Files.readString(record);
        var again = round(
                        "offer",
                        "--right",
                        "sublease/rofo",
                        "--put",
                        "space=expansion",
                        "--id",
                        "other",
                        "--at",
                        "2025-12-20",
                        "--notice",
                        record.toString())
                .complaint();
        assertTrue(again.contains("--notice"), again);
        assertEquals(before, Files.readString(record));
        Files.delete(record);
        assertTrue(offered().complaint().contains("is there already"));
        assertFalse(Files.exists(record));
    }

    @Test
    void whatTheClauseDemandsInANoticeAndIsNotSaidIsNamedBeforeAnythingIsWritten() throws IOException {
        var file = portfolio.resolve("agreements/sublease.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "      on-lapse: decline\n",
                                "      on-lapse: decline\n      notice: [price, latest-start]\n"));
        var complaint = offered().complaint();
        assertTrue(complaint.contains("demands in a notice what this one does not say: start"), complaint);
        assertFalse(Files.exists(record));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        show rofo-9                                                       | there is no round 'rofo-9'
        answer rofo-1 perhaps --at 2025-12-20                             | unknown answer 'perhaps'
        offer --right sublease/rofo --put space=expansion --put space=expansion --at 2025-12-20 | is put twice
        show rofo-1 --picture record.yaml                                 | ends in .svg
        receive rofo-1 --at 2025-12-01                                    | received before it was sent
        toll rofo-1 earthquake --at 2025-12-20                            | unknown event 'earthquake'
        extend rofo-1 --to 2025-12-19T17:00 --at 2025-12-20                     | has passed when it is agreed on
        offer --right sublease/rofo --put spaces=expansion --at 2025-12-20 | unknown term 'spaces'
        offer --right sublease/first --put space=expansion --at 2025-12-20 | unknown clause 'first'
        """)
    void mistakesAreToldWithWhatToDo(String words, String told) throws IOException {
        offered().answer();
        received().answer();
        var before = Files.readString(record);
        var complaint = round(words.strip().split(" ", -1)).complaint();
        assertTrue(complaint.contains(told), complaint);
        assertEquals(before, Files.readString(record));
    }
}
