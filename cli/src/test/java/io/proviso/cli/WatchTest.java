package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** Questions that are asked again: Heron was silent through 11 March 2026, so two answers flipped. */
class WatchTest {
    private static final String QUESTIONS = Path.of(System.getProperty("proviso.root", "."))
            .resolve("examples/two-neoclouds/questions.yaml")
            .toString();

    @TempDir
    private Path directory;

    @Test
    void whatFlippedIsToldFirstAndTheShellLearnsOfIt() throws IOException {
        var ran = watch("--since", "2026-03-02", "--as-of", "2026-03-20");
        assertEquals(ExitCode.DIFFERENT, ran.exitCode());
        Golden.compare("watch.txt", ran.out());
    }

    @Test
    void aRoundThatMadeAnAnswerFlipIsNamed() {
        var told = watch("--since", "2026-03-02", "--as-of", "2026-03-20").out();
        assertTrue(told.contains("no clause decides; round training-2: heron was silent through 11 March 2026"), told);
    }

    @Test
    void whereNothingFlippedThatIsAnAnswerLikeAnother() {
        assertTrue(watch("--since", "2026-03-02", "--as-of", "2026-03-03")
                .answer()
                .endsWith("No answer flipped, as of 2026-03-03 00:00 EST, as known at 2026-03-03 00:00 EST.\n"));
    }

    @Test
    void aStateIsComparedWithAndKeptForTheNextLook() throws IOException {
        var state = directory.resolve("answers.txt");
        var first = watch("--state", state.toString(), "--as-of", "2026-03-02").answer();
        assertTrue(first.contains("NEW      quebec-with-plover: FORBIDDEN"), first);
        var second = watch("--state", state.toString(), "--as-of", "2026-03-20");
        assertEquals(ExitCode.DIFFERENT, second.exitCode());
        assertTrue(second.out().contains("2 answers flipped"), second.out());
        assertFalse(watch("--state", state.toString(), "--as-of", "2026-03-20")
                .answer()
                .contains("FLIPPED"));
    }

    @Test
    void aFileOfSomebodyElseIsNotWrittenOver() throws IOException {
        var diary = Files.writeString(directory.resolve("diary.txt"), "Dear diary\n");
        var complaint = watch("--state", diary.toString()).complaint();
        assertTrue(complaint.contains("was not written by proviso watch"), complaint);
        assertEquals("Dear diary\n", Files.readString(diary));
    }

    @Test
    void oneSaysWhenTheLastLookWasOrWhereItIsKept() {
        assertTrue(watch().complaint().contains("--since: nobody says when the last look was"));
        var both =
                watch("--since", "2026-03-02", "--state", directory.resolve("x").toString());
        assertTrue(both.complaint().contains("--state: both it and --since say"));
        var later = watch("--since", "2026-03-02", "--as-of", "2026-03-02").complaint();
        assertTrue(later.contains("is not before --as-of"), later);
    }

    @Test
    void theFeedHasAnEntryForEachFlipAndEqualLooksGiveEqualBytes() throws Exception {
        var feed = watch("--since", "2026-03-02", "--as-of", "2026-03-20", "-o", "atom")
                .out();
        assertEquals(
                feed,
                watch("--since", "2026-03-02", "--as-of", "2026-03-20", "-o", "atom")
                        .out());
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(feed)));
        assertEquals(2, document.getElementsByTagName("entry").getLength());
        var ids = document.getElementsByTagName("id");
        var distinct = new ArrayList<String>();
        for (int i = 0; i < ids.getLength(); i++) {
            distinct.add(ids.item(i).getTextContent());
        }
        assertEquals(3, distinct.stream().distinct().count(), distinct.toString());
    }

    @Test
    void theCalendarHasTheFlipsAndTheNextDaysOfChange() {
        var calendar = watch("--since", "2026-03-02", "--as-of", "2026-03-20", "-o", "ics")
                .out();
        assertTrue(calendar.startsWith("BEGIN:VCALENDAR\r\n"), calendar);
        assertEquals(5, calendar.split("BEGIN:VEVENT", -1).length - 1, "two flips and three days of change");
        assertTrue(calendar.contains("DTSTART:20261001T040000Z"), "Quebec is free from 1 October");
    }

    private static Ran watch(String... more) {
        var args = new ArrayList<>(List.of("watch", QUESTIONS));
        Collections.addAll(args, more);
        return proviso(args);
    }
}
