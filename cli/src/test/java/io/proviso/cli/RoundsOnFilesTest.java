package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import io.proviso.units.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounds of a lab with the cloud that must be asked first: of 10,000 it took 4,000, and 6,000 are free for ninety days. */
class RoundsOnFilesTest {
    private static final Path LAB = Path.of(System.getProperty("proviso.root")).resolve("examples/rounds");

    private static final String WHOLE = "--put gpus=100 --put price=2.00USD --put start=2026-09-01";

    @TempDir
    private Path directory = Path.of("");

    private Path record = Path.of("");

    @BeforeEach
    void ownPortfolio() throws IOException {
        try (var files = Files.walk(LAB)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = directory.resolve(LAB.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        record = directory.resolve("record.yaml");
    }

    private Ran run(String words, String... more) {
        return Ran.proviso(Stream.of(
                        Stream.of(words.split(" ", -1)),
                        Stream.of(more),
                        Stream.of("--portfolio", directory.toString()))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        sign n-1 --quantity 6001 --with birch --at 2026-03-20 | 6,001 of round n-1 signed with birch on 20 March 2026 against the right of alder; 6,000 gpus are free
        sign n-1 --quantity 100 --with birch --at 2026-07-01  | nothing is free for others any more; it was through 7 June 2026
        sign n-1 --quantity 100 --with birch --at 2026-03-05  | nothing is free for others
        sign n-2 --quantity 100 --with birch --at 2026-03-20  | nothing is free for others
        sign n-1 --quantity 100 --with brich --at 2026-03-20  | 'brich' is no value of 'provider', and provides none. Did you mean 'birch'?
        """)
    void aContractThatWasSignedIsRecordedAndWhatItBreaksIsTold(String words, String warning) throws IOException {
        var ran = run("round " + words.strip());
        assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran::err);
        assertTrue(ran.err().contains(warning), ran::err);
        assertTrue(Files.readString(record).contains("signed: "));
    }

    @Test
    void aContractWithinWhatIsFreeIsToldWithoutAWarningAndTakesFromWhatIsLeft() {
        var told = run("round sign n-1 --quantity 2500 --with birch --at 2026-03-20")
                .answer();
        assertTrue(told.contains("3,500 gpus are free for others through 7 June 2026"), told);
        assertTrue(run("check -v").answer().indexOf("against-right") < 0);
        var shown = run("round show n-1 --at 2026-03-25").answer();
        assertTrue(
                shown.contains("3,500 gpus are free for others") && shown.contains("2,500 signed with birch"), shown);
    }

    @Test
    void checkFindsEachContractAgainstARightWithItsClauseItsDayAndWhatWasFree() {
        run("round sign n-1 --quantity 5000 --with birch --at 2026-03-20").answer();
        run("round sign n-1 --quantity 2000 --with cedar --at 2026-03-21");
        var found = run("check -v").out();
        assertTrue(found.contains("against-right alder-supply/alder-first") || found.contains("alder-first"), found);
        assertTrue(
                found.replaceAll("\\s+", " ")
                        .contains(
                                "2,000 of round n-1 signed with cedar on 21 March 2026 against the right of alder; 1,000"),
                found);
        assertFalse(found.contains("signed with birch"), found);
    }

    @Test
    void aContractThatTheRecordOfItsDayLeftFreeIsFoundAndSaidToHaveBeen() {
        run("round sign n-2 --quantity 100 --with birch --at 2026-04-02").err();
        var late = run("round answer n-2 accept --at 2026-03-24 --recorded 2026-04-10");
        assertEquals(ExitCode.ANSWERED, late.exitCode(), late::err);
        var found = run("check -v").out().replaceAll("\\s+", " ");
        assertTrue(found.contains("though the record of that day left it free"), found);
    }

    @Test
    void moreThanWasPutIsRefusedByItsOption() {
        var refused = run("round sign n-1 --quantity 10001 --with birch --at 2026-03-20")
                .complaint();
        assertTrue(refused.startsWith("ROUND: 10,001 signed of 10,000 put"), refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        extend n-2 --to 2026-04-30T17:00 --at 2026-04-20    | had passed when it was moved
        extend n-2 --to 2026-03-20T17:00 --at 2026-03-18    | an extension makes the deadline later
        receive n-1 --at 2026-03-05                   | the notice is told to have been received already
        """)
    void whatCannotHaveBeenIsRefusedAndNothingIsWritten(String words, String sentence) throws IOException {
        var before = Files.readString(record);
        var complaint = run("round " + words.strip()).complaint();
        assertTrue(complaint.contains(sentence) && complaint.contains("Nothing was written"), complaint);
        assertEquals(before, Files.readString(record));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --put gpus=100 --put price=2.00EUR --put start=2026-09-01                        | --put price: price is in USD, not in EUR
        --put price=2.00USD --put gpus=100 --put start=2026-09-01 --put refusal=declined | --put refusal: 'refusal' is what a holder answers
        --put gpus=100 --put provider=alder                                              | --put provider: alder is asked about a contract with somebody else
        --put price=2.00USD --put start=2026-09-01                                       | --put: how much was put is not said
        --put gpus=100 --put region=mars                                                 | --put region: unknown region 'mars'
        --put gpus=100 --confidence certain                                              | --confidence: unknown confidence 'certain'
        --put gpus=100 --recorded 2026-03-01                                             | --recorded: it is on record from
        """)
    void whatIsWrongWithAnOfferIsSaidOfTheOptionThatSaidIt(String put, String sentence) throws IOException {
        var before = Files.readString(record);
        var told = offered(put).complaint();
        assertTrue(told.contains(sentence), told);
        assertFalse(told.contains("record.yaml:"), told);
        assertEquals(before, Files.readString(record));
    }

    private Ran offered(String put) {
        return Ran.proviso(offer(put));
    }

    private List<String> offer(String put) {
        var start = Stream.of("round offer --right alder-supply/alder-first --at 2026-04-01T10:00-04:00".split(" "));
        var terms = Stream.of(put.strip().split(" +"))
                .map(word -> word.replace("USD", " USD").replace("EUR", " EUR"));
        return Stream.of(start, terms, Stream.of("--portfolio", directory.toString()))
                .flatMap(words -> words)
                .toList();
    }

    @Test
    void aSourceThatNobodyGradedCountsAsAssumedAndThatIsSaid() throws IOException {
        assertTrue(offered(WHOLE).answer().contains("Its source counts as assumed"));
        assertTrue(Files.readString(record).contains("confidence: assumed}"));
        var graded =
                run("round receive alder-first-1 --at 2026-04-01T11:00-04:00 --confidence primary --source Receipt");
        assertFalse(graded.answer().contains("counts as assumed"));
        assertTrue(Files.readString(record).contains("{title: \"Receipt\", confidence: primary}"));
    }

    @Test
    void anEntryIsAddedInTheIndentOfTheOthers() throws IOException {
        var written = "record:\n" + indentedRound();
        Files.writeString(record, written);
        offered(WHOLE).answer();
        var after = Files.readString(record);
        assertTrue(after.startsWith(written), after);
        assertTrue(after.contains("\n  - round: alder-first-1\n    right: "), after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "record:\n", "record: # nothing yet\n"})
    void aRecordWithoutEntriesIsRefusedWhereItStands(String text) throws IOException {
        Files.writeString(record, text);
        var refused = offered(WHOLE).complaint();
        assertTrue(refused.startsWith("record.yaml"), refused);
        assertEquals(text, Files.readString(record));
    }

    @Test
    void theFirstEntryBeginsTheRecord() throws IOException {
        Files.delete(record);
        offered(WHOLE).answer();
        assertTrue(Files.readString(record).startsWith("record:\n- round: alder-first-1\n"));
    }

    private static String indentedRound() {
        return """
                  - round: n-1
                    right: alder-supply/alder-first
                    put: {gpus: 10}
                    notice: {sent: 2026-03-02}
                    source: {title: Letter, confidence: assumed}
                """.indent(2).replaceAll("(?m)^    ", "  ");
    }

    @Test
    void entriesInBracketsAreRefusedAtTheirLine() throws IOException {
        Files.writeString(record, "# ours\nrecord: []\n");
        var refused = offered(WHOLE).complaint();
        assertTrue(refused.contains("record.yaml:2: the entries stand behind 'record:' in brackets"), refused);
        assertEquals("# ours\nrecord: []\n", Files.readString(record));
    }

    @Test
    void aFileWithLineEndsOfWindowsKeepsThem() throws IOException {
        Files.writeString(record, Files.readString(record).replace("\n", "\r\n"));
        offered(WHOLE).answer();
        var after = Files.readString(record);
        assertFalse(after.replace("\r\n", "").contains("\n"));
        assertTrue(run("round show alder-first-1 --at 2026-04-02").answer().contains("100 gpus"));
    }

    @Test
    void whatIsShownOfADayIsWhatHadHappenedAndWasOnRecordByThen() {
        var early = run("round show n-1 --at 2026-03-05").answer();
        assertFalse(early.contains("accepted"), early);
        assertTrue(early.contains("alder may answer through 12 March 2026"), early);
        var later = run("round show n-1 --at 2026-03-10").answer();
        assertTrue(later.contains("the holder accepted 4,000"), later);
        assertTrue(later.contains("6,000 gpus are free for others through 7 June 2026 17:00 EDT"), later);
        run("round answer n-2 decline --at 2026-03-18 --recorded 2026-03-30").answer();
        assertFalse(run("round show n-2 --at 2026-03-20").answer().contains("declined"));
        assertTrue(run("round show n-2 --at 2026-03-20 --known-at 2026-03-31")
                .answer()
                .contains("the holder declined"));
    }

    @Test
    void aRightThatARoundLeavesFreeIsNotSaidToSayNothing() {
        var question = "act=acquire provider=birch region=us gpus=6000 price=2.00 --as-of 2026-03-10";
        var full = run("ask -v " + question).answer();
        assertTrue(full.contains("asks for nothing more: you are free of alder-first by round n-1"), full);
        var explained = run("explain " + question).answer();
        assertTrue(explained.contains("n-1 under alder-supply, clause alder-first of request spring"), explained);
        assertTrue(explained.contains("Letter of 9 March 2026 (invented)"), explained);
    }

    @Test
    void aNeedThatHasNoRoundYetIsAskedAboutLikeAnyOther() {
        var question = "ask act=acquire provider=birch region=eu gpus=50 --as-of 2026-03-20 --request ";
        assertTrue(run(question + "another").answer().startsWith("CONDITIONAL: first offer it to alder"));
        var misspelt = run(question + "autum");
        assertTrue(misspelt.out().startsWith("CONDITIONAL: first offer it to alder"), misspelt::out);
        assertTrue(misspelt.err().contains("Did you mean 'autumn'?"), misspelt::err);
        assertTrue(run(question + "autumn").answer().startsWith("CONDITIONAL: first wait for the answer of alder"));
    }

    @Test
    void aReceiptThatIsAStepIsTheReceiptOfTheRound() {
        offered(WHOLE).answer();
        run("round receive alder-first-1 --at 2026-04-01T11:00-04:00").answer();
        run("round answer alder-first-1 decline --at 2026-04-07T09:00-04:00").answer();
        var json = run("ask act=acquire provider=birch region=eu gpus=100 price=2.00 --as-of 2026-04-08 -o json")
                .answer();
        assertTrue(json.contains("2026-04-01T15:00:00Z"), json);
    }

    @Test
    void theNoticeIsALetterInTheZonesOfBothPartiesWithoutMarksOfOurs() throws IOException {
        var header = directory.resolve("portfolio.yaml");
        Files.writeString(header, Files.readString(header).replace("America/New_York", "Europe/London"));
        var told = offered(WHOLE + " --notice " + directory.resolve("notices")).answer();
        var text = Files.readString(directory.resolve("notices/alder-first-1.txt"));
        for (var needed : List.of(
                "To alder, from lab.",
                "Sent Wednesday 1 April 2026 10:00 EDT, which is Wednesday 1 April 2026 15:00 BST.",
                "price: 2.00 USD (which the clause demands in a notice)",
                "start: Monday 31 August 2026 19:00 EDT, which is Tuesday 1 September 2026 00:00 BST",
                "In our words, which do not replace the text of the agreement: The lab puts new capacity",
                "through Saturday 11 April 2026 17:00 EDT, which is Saturday 11 April 2026 22:00 BST.",
                "For lab: ____",
                "Received for alder: ____")) {
            assertTrue(text.contains(needed), () -> needed + " is not in\n" + text);
        }
        for (var ours : List.of("assumption", "assumed", "Z (", "T04:00:00Z", "\"The lab")) {
            assertFalse(text.contains(ours), text);
        }
        var digest = Sha256.of(text.substring(0, text.indexOf("\nReceipt\n")));
        assertTrue(text.contains("Please acknowledge receipt of digest " + digest), text);
        assertTrue(told.contains("Digest of the notice: " + digest), told);
        assertTrue(Files.readString(record).contains("digest: " + digest));
        assertTrue(Files.readString(directory.resolve("notices/alder-first-1.html"))
                .contains(digest));
    }

    @Test
    void aNoticeThatLackedSomethingIsToBeSentAgainWhole() {
        offered(WHOLE).answer();
        var told = run("round receive alder-first-1 --lacking price --at 2026-04-02")
                .answer();
        assertTrue(told.contains("the notice lacked price, so no clock runs; send alder a whole one"), told);
    }

    @Test
    void ofSeveralWhoAddAtOnceNoLineIsLostAndWhoComesLateIsTold() throws Exception {
        var ends = List.of("one", "two", "three", "four", "five", "six");
        var done = new CountDownLatch(1);
        var ran = new ConcurrentLinkedQueue<Ran>();
        var threads = ends.stream()
                .map(id -> Thread.ofPlatform().unstarted(() -> {
                    try {
                        done.await();
                        ran.add(offered(WHOLE + " --id " + id));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        done.countDown();
        for (var thread : threads) {
            thread.join();
        }
        var text = Files.readString(record);
        long added =
                ran.stream().filter(one -> one.exitCode() == ExitCode.ANSWERED).count();
        assertEquals(
                added, text.lines().filter(line -> line.startsWith("- round: ")).count() - 2);
        assertTrue(added >= 1);
        assertTrue(
                ran.stream()
                        .filter(one -> one.exitCode() != ExitCode.ANSWERED)
                        .allMatch(one -> one.err().contains("changed since it was read; nothing was written")),
                ran::toString);
        assertEquals(ends.size(), ran.size());
    }

    @Test
    void aLaterDeadlineIsAnHourOfItsDay() {
        var refused = run("round extend n-2 --to 2026-03-20 --at 2026-03-05").complaint();
        assertTrue(refused.contains("'2026-03-20' is a day, and a deadline has an hour"), refused);
    }

    @Test
    void nothingIsLostEitherBetweenProcessesThatAddAtOnce() throws Exception {
        var processes = new ArrayList<Process>();
        for (var id : List.of("one", "two", "three")) {
            processes.add(new ProcessBuilder(Ran.command(offer(WHOLE + " --id " + id)))
                    .redirectErrorStream(true)
                    .start());
        }
        int added = 0;
        for (var process : processes) {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean answered = process.waitFor() == ExitCode.ANSWERED;
            assertTrue(
                    answered || said.replaceAll("\\s+", " ").contains("changed since it was read; nothing was written"),
                    said);
            added += answered ? 1 : 0;
        }
        assertTrue(added >= 1);
        assertEquals(
                added,
                Files.readString(record)
                                .lines()
                                .filter(line -> line.startsWith("- round: "))
                                .count()
                        - 2);
        run("round show n-1").answer();
    }
}
