package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What falls due is somebody's, and stands as the record tells; the days themselves are decided by hand beside the portfolio. */
class OwnersAndStatesTest {
    private static final Path CONTRACT = Path.of(System.getProperty("proviso.root"))
            .resolve("cli/src/test/resources/io/proviso/cli/contracts/min/o-owners-and-states");
    private static final String SOURCE = "source: {title: Note, confidence: primary}";

    @TempDir
    Path portfolio;

    @BeforeEach
    void aCopy() throws IOException {
        try (var files = Files.walk(CONTRACT)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = portfolio.resolve(CONTRACT.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void whatIsDoneHasNoAlarmAndKeepsItsPlaceInACalendar() throws IOException {
        var ramp = "SUMMARY:lease/rent: done commitment\\, for alder (Head of property)";
        var done = event(calendar(), ramp);
        assertFalse(done.contains("VALARM"), done);
        edit("record.yaml", "- {done: lease/rent/ramp-2,", "# ");
        var open = event(
                calendar(),
                "SUMMARY:lease/rent: commitment\\, for alder (Head of property)\r\nDESCRIPTION:Milestone 2");
        assertTrue(open.contains("BEGIN:VALARM"), open);
        assertEquals(uid(open), uid(done));
    }

    @Test
    void everyObligationHasOneIdThatNoOtherClauseChanges() throws IOException {
        var before = ids();
        assertEquals(before.stream().distinct().toList(), before);
        edit("agreements/lease.yaml", "  - clause: rent\n", """
                  - clause: a-first
                    says: The back is offered to alder first.
                    first-refusal: {holder: alder, on: {act: let, to: stranger, space: back}, window: 9 days, on-lapse: decline, partial: none}
                  - clause: rent
                """.indent(0));
        assertTrue(ids().containsAll(before), ids().toString());
    }

    @Test
    void whatWasMissedIsToldForAYearWhereSomebodyKeepsADiary() throws IOException {
        var missed = "2025-12-31 overdue commitment, lease/rent, for Head of property";
        assertTrue(brief().contains(missed), brief());
        edit("record.yaml", "- {owner:", "# ", "- {done:", "# ");
        assertFalse(brief().contains("overdue commitment"), brief());
        assertTrue(brief().contains("2026-03-31 overdue milestone, lease/roof-built"), brief());
    }

    @Test
    void whatIsDoneInTheRecordIsOneOfWhatFallsDue() throws IOException {
        var complaint = told("- {done: lease/use/quarter-to-2026-03-30, at: 2026-04-02, " + SOURCE + "}");
        assertTrue(complaint.contains("no obligation is 'lease/use/quarter-to-2026-03-30'"), complaint);
        assertTrue(complaint.contains("Did you mean 'lease/use/quarter-to-2026-03-31'?"), complaint);
        complaint = told("- {owner: Ana, of: lease/rents, at: 2026-04-02, " + SOURCE + "}");
        assertTrue(complaint.contains("Did you mean 'lease/rent'?"), complaint);
    }

    /** A record grows at its end: what it told of a day that then never came still reads. */
    @Test
    void anOwnerOfWhatIsOverStaysOnRecord() throws IOException {
        edit("vocabulary.yaml", "  built:", """
                  renewal: {values: [no, refused], supplied-by: record, default: no}
                  built:""".indent(2).stripTrailing());
        edit("agreements/lease.yaml", "  - clause: rent\n", """
                - clause: premium
                  says: For 1,000 a year, and a year more each time unless somebody says no ninety days before.
                  commitment:
                    by: landlord
                    to: alder
                    amount: 1000 USD
                    headline: committed
                    incremental: no
                    term: {from: 2026-01-01, to: 2027-01-01}
                    renews: {for: 12 months, notice: 90 days, unless: {renewal: refused}}
                - clause: rent
                """.indent(2));
        var record = Files.readString(portfolio.resolve("record.yaml"))
                + "- {owner: Ana, of: lease/premium/renewal-1, at: 2026-01-02, " + SOURCE + "}\n";
        Files.writeString(portfolio.resolve("record.yaml"), record);
        var told = Ran.proviso("check", portfolio.toString());
        assertEquals(ExitCode.ANSWERED, told.exitCode(), told.err());
        Files.writeString(
                portfolio.resolve("record.yaml"),
                record + "- {fact: renewal, value: refused, at: 2026-02-01, " + SOURCE + "}\n");
        var ran = Ran.proviso("check", portfolio.toString());
        assertEquals(ExitCode.ANSWERED, ran.exitCode(), ran.err());
    }

    @Test
    void whatTheRecordHasAnotherWordForIsToldInThatWord() throws IOException {
        for (var refused : List.of(
                "lease/front-first/tail-of-front-1: is a step of its round",
                "lease/roof-built/due: is a fact on record",
                "lease/rent/option-1: of an option of a fixed amount")) {
            var parts = refused.split(": ", 2);
            var complaint = told("- {done: " + parts[0] + ", at: 2026-04-02, " + SOURCE + "}");
            assertTrue(complaint.replaceAll("\\s+", " ").contains(parts[1]), complaint);
        }
    }

    @Test
    void whatContradictsIsRefusedInBothPlaces() throws IOException {
        var complaint = told("- {done: lease/rent/ramp-2, at: 2026-04-02, " + SOURCE + "}");
        assertEquals(2, complaint.split("is told twice", -1).length - 1, complaint);
        complaint = told("- {owner: Dee, of: lease/rent, at: 2025-06-01, " + SOURCE + "}");
        assertEquals(2, complaint.split("two owners see to", -1).length - 1, complaint);
    }

    @Test
    void aCaseTellsInWhatAnObligationDiffersAndWhatThereIsInstead() throws IOException {
        edit(
                "cases.yaml",
                "id: lease/rent/ramp-2, day: 2026-12-31, state: done, owner: Head of property",
                "id: lease/rent/ramp-2, day: 2026-12-30, state: overdue, party: landlord, owner: Ana",
                "id: lease/rent/start,",
                "id: lease/rent/begin,");
        var ran = Ran.proviso("verify", portfolio.resolve("cases.yaml").toString());
        assertEquals(ExitCode.CASES_FAILED, ran.exitCode());
        for (var line : List.of(
                "day of lease/rent/ramp-2: expected 2026-12-30, but it is 2026-12-31",
                "state of lease/rent/ramp-2: expected overdue, but it is done",
                "party of lease/rent/ramp-2: expected landlord, but it is alder",
                "owner of lease/rent/ramp-2: expected Ana, but it is Head of property",
                "obligation: expected lease/rent/begin, but it is not there, but lease/rent/")) {
            assertTrue(ran.out().contains(line), ran.out());
        }
    }

    @Test
    void aCaseThatNeitherAsksNorNamesADayIsRefused() throws IOException {
        Files.writeString(portfolio.resolve("cases.yaml"), """
                cases:
                - {case: nothing, as-of: 2026-01-01, expect: {}}
                - {case: half, as-of: 2026-01-01, facts: {refusal: none}, expect: {outcome: PERMITTED}}
                """);
        var complaint = Ran.proviso("verify", portfolio.resolve("cases.yaml").toString())
                .complaint();
        assertTrue(complaint.contains("neither asks nor names a day"), complaint);
        assertTrue(complaint.contains("nothing is asked, so 'facts' is never looked at"), complaint);
        assertTrue(complaint.contains("nothing is asked, so 'outcome' is never looked at"), complaint);
    }

    @Test
    void machinesReadWhoseItIsHowItStandsAndTheEvidence() {
        var done = Yaml.list(
                        Ran.proviso(
                                        "obligations",
                                        portfolio.toString(),
                                        "--from",
                                        "2026-03-02",
                                        "--to",
                                        "2027-02-01",
                                        "-o",
                                        "json")
                                .json(),
                        "obligations")
                .stream()
                .filter(each -> "lease/rent/ramp-2".equals(Yaml.entry(each, "id")))
                .findFirst()
                .orElseThrow();
        assertEquals("done", Yaml.entry(done, "state"));
        assertEquals(List.of("alder"), Yaml.entry(done, "parties"));
        assertEquals("Head of property", Yaml.entry(done, "owner"));
        assertEquals(Map.of("title", "Transfer of 2 March 2026", "confidence", "primary"), withoutNulls((Map<?, ?>)
                Yaml.entry((Map<?, ?>) Yaml.entry(done, "done"), "evidence")));
    }

    private static Map<Object, Object> withoutNulls(Map<?, ?> map) {
        var some = new HashMap<Object, Object>(map);
        some.values().removeIf(Objects::isNull);
        return some;
    }

    private String told(String entry) throws IOException {
        var record = portfolio.resolve("record.yaml");
        var text = Files.readString(record);
        Files.writeString(record, text + entry + "\n");
        var complaint = Ran.proviso("check", portfolio.toString()).complaint();
        Files.writeString(record, text);
        return complaint;
    }

    private void edit(String file, String... changes) throws IOException {
        var text = Files.readString(portfolio.resolve(file));
        for (int i = 0; i < changes.length; i += 2) {
            assertTrue(text.contains(changes[i]), changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        Files.writeString(portfolio.resolve(file), text);
    }

    private String brief() {
        return Ran.proviso(
                        "obligations",
                        portfolio.toString(),
                        "--from",
                        "2026-04-20",
                        "--to",
                        "2027-02-01",
                        "--known-at",
                        "2026-04-20")
                .answer();
    }

    private String calendar() {
        return Ran.proviso(
                        "obligations", portfolio.toString(), "--from", "2026-03-02", "--to", "2027-02-01", "-o", "ics")
                .answer();
    }

    private static String event(String calendar, String summary) {
        return Arrays.stream(calendar.split("(?=BEGIN:VEVENT)"))
                .filter(event -> event.contains(summary))
                .findFirst()
                .orElseThrow(() -> new AssertionError(calendar));
    }

    private static String uid(String event) {
        return event.lines().filter(line -> line.startsWith("UID:")).findFirst().orElseThrow();
    }

    private List<String> ids() {
        return Yaml.list(
                        Ran.proviso(
                                        "obligations",
                                        portfolio.toString(),
                                        "--from",
                                        "2026-01-02",
                                        "--to",
                                        "2028-02-01",
                                        "-o",
                                        "json")
                                .json(),
                        "obligations")
                .stream()
                .map(each -> String.valueOf(Yaml.entry(each, "id")))
                .toList();
    }
}
