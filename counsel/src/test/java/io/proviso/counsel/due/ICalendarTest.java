package io.proviso.counsel.due;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.ClauseName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ICalendarTest {
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final Instant KNOWN = Instant.parse("2026-05-11T07:00:00Z");

    @Test
    void everyLineEndsWithCrlfAndHasAtMost75Octets() {
        var text = ICalendar.of(of(obligation(LocalDate.of(2030, 12, 31), "ö€𝄞 ".repeat(60))));
        assertFalse(text.replace("\r\n", "").contains("\n"));
        assertTrue(text.endsWith("\r\n"));
        for (var line : text.split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertEquals(line, new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatIsReadBackIsWhatWasWritten() {
        var what = "commas, semicolons; a \\ backslash,\nand a second line " + "ö€𝄞 ".repeat(40);
        var event = read(ICalendar.of(of(obligation(LocalDate.of(2030, 12, 31), what))))
                .getFirst();
        assertEquals("VEVENT", event.get("BEGIN"));
        assertEquals(what, event.get("DESCRIPTION"));
        assertEquals("supply/right: expiry", event.get("SUMMARY"));
        assertEquals("20301231", event.get("DTSTART;VALUE=DATE"));
        assertEquals("20310101", event.get("DTEND;VALUE=DATE"));
        assertEquals("20260511T070000Z", event.get("DTSTAMP"));
    }

    @Test
    void anEventThatMovesKeepsItsIdentityAndAnotherOccurrenceHasItsOwn() {
        var first = uid(obligation(LocalDate.of(2030, 12, 31), "x"));
        assertEquals(first, uid(obligation(LocalDate.of(2031, 6, 30), "y")));
        assertNotEquals(
                first,
                uid(new Obligation(
                        LocalDate.of(2030, 12, 31),
                        Obligation.Kind.EXPIRY,
                        new ClauseName("supply", "right"),
                        "other",
                        "x")));
    }

    @Test
    void whatIsPendingIsATaskWithoutADay() {
        var task = read(ICalendar.of(of(obligation(null, "pending")))).getFirst();
        assertEquals("VTODO", task.get("BEGIN"));
        assertEquals("NEEDS-ACTION", task.get("STATUS"));
        assertFalse(task.containsKey("DTSTART;VALUE=DATE"));
    }

    @Test
    void aCalendarWithoutEntriesIsStillACalendar() {
        var zone = read(ICalendar.of(of()));
        assertEquals(List.of("VTIMEZONE"), components(ICalendar.of(of())));
        assertEquals("Etc/UTC", zone.getFirst().get("TZID"));
        assertEquals(
                List.of("VEVENT", "VALARM", "VTODO"),
                components(ICalendar.of(of(obligation(LocalDate.of(2030, 1, 1), "x"), obligation(null, "y")))));
    }

    @ParameterizedTest
    @CsvSource({
        "0001-01-01, 00010101, 00010102",
        "0999-12-31, 09991231, 10000101",
        "2028-02-28, 20280228, 20280229",
        "9999-12-30, 99991230, 99991231",
        // A day without its end is a day, and the year 10000 has no form.
        "9999-12-31, 99991231, ",
        "+10000-01-01, , ",
        "+999999999-12-30, , ",
    })
    void aDayHasFourDigitsOfYearOrIsNone(LocalDate day, @Nullable String start, @Nullable String end) {
        var entry = read(ICalendar.of(of(obligation(day, "x")))).getFirst();
        assertEquals(start == null ? "VTODO" : "VEVENT", entry.get("BEGIN"));
        assertEquals(start, entry.get("DTSTART;VALUE=DATE"));
        assertEquals(end, entry.get("DTEND;VALUE=DATE"));
    }

    /** {@code \\n} and the like are what a Java string has by these names. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        a\\nb                    | a\\nb
        a\\r\\nb               | a\\nb
        a\\rb                    | a\\nb
        a\\n\\r\\nb\\r     | a\\n\\nb\\n
        a\\fb                    | a\\nb
        a\\u2028b                | a\\nb
        a\\u2029b                | a\\nb
        a\\u0085b                | a\\nb
        a\\u001b[31mb            | a\\\\u{001B}[31mb
        a\\u009b31mb             | a\\\\u{009B}31mb
        a\\u0000b                | a\\\\u{0000}b
        a\\u007fb                | a\\\\u{007F}b
        a;b,c\\\\d:e"f"        | a;b,c\\\\d:e"f"
        \\\\n is no line end   | \\\\n is no line end
        END:VEVENT                 | END:VEVENT
        """)
    void noTextEndsALineOrStartsAnother(String written, String read) {
        var entries = read(ICalendar.of(of(obligation(null, raw(written)))));
        assertEquals(1, entries.size());
        assertEquals(raw(read), entries.getFirst().get("DESCRIPTION"));
    }

    private static String raw(String shown) {
        return UNICODE.matcher(shown)
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)))
                .translateEscapes();
    }

    private static List<String> components(String text) {
        return text.lines()
                .filter(line -> line.startsWith("BEGIN:V") && !line.equals("BEGIN:VCALENDAR"))
                .map(line -> line.substring("BEGIN:".length()))
                .toList();
    }

    private static String uid(Obligation obligation) {
        return Objects.requireNonNull(
                read(ICalendar.of(of(obligation))).getFirst().get("UID"));
    }

    private static Obligation obligation(@Nullable LocalDate day, String what) {
        return new Obligation(day, Obligation.Kind.EXPIRY, new ClauseName("supply", "right"), "expiry", what);
    }

    private static Obligations of(Obligation... all) {
        return new Obligations(
                new Obligations.Look("portfolio", KNOWN, KNOWN, KNOWN, ZoneOffset.UTC, KNOWN, null),
                List.of(all),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0);
    }

    /** The components of a calendar, unfolded and unescaped as RFC 5545 has it; properties must be of the form NAME:VALUE. */
    private static List<Map<String, String>> read(String text) {
        var lines = List.of(text.replace("\r\n ", "").split("\r\n"));
        assertEquals("BEGIN:VCALENDAR", lines.getFirst());
        assertEquals("VERSION:2.0", lines.get(1));
        assertTrue(lines.get(2).startsWith("PRODID:"));
        assertEquals("END:VCALENDAR", lines.getLast());
        var components = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(3, lines.size() - 1)) {
            int colon = line.indexOf(':');
            assertTrue(colon > 0, line);
            var name = line.substring(0, colon);
            if (name.equals("BEGIN")) {
                components.add(new LinkedHashMap<>());
            }
            if (!components.isEmpty()) {
                components.getLast().put(name, unescaped(line.substring(colon + 1)));
            }
        }
        return components;
    }

    private static String unescaped(String value) {
        var rest = value.replaceAll("\\\\.", "");
        assertTrue(!rest.contains(",") && !rest.contains(";"), () -> "unescaped in: " + value);
        return Pattern.compile("\\\\(.)")
                .matcher(value)
                .replaceAll(escape -> Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1)));
    }

    @Test
    void aDayIsAnAllDayEventThatBlocksNobodysTime() {
        var calendar = ICalendar.of(of(new Obligation(
                LocalDate.of(2030, 12, 31),
                Obligation.Kind.COVENANT_TEST,
                new ClauseName("supply", "right"),
                "year",
                "tested")));
        var uid = read(calendar).getFirst().get("UID");
        assertTrue(Objects.requireNonNull(uid).matches("[0-9a-f]{32}@proviso"), uid);
        assertEquals("""
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Proviso//Obligations//EN
            X-WR-CALNAME:Obligations of portfolio
            BEGIN:VEVENT
            UID:%s
            DTSTAMP:20260511T070000Z
            DTSTART;VALUE=DATE:20301231
            DTEND;VALUE=DATE:20310101
            TRANSP:TRANSPARENT
            SUMMARY:supply/right: covenant test
            DESCRIPTION:tested
            CATEGORIES:COVENANT-TEST
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:-P7D
            DESCRIPTION:In 7 days: supply/right
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """.formatted(uid).replace("\n", "\r\n"), calendar);
    }

    @Test
    void whatSomebodyHasToDecideRingsAMonthAheadAndAWeekAheadAndWhatHasNoDayNever() {
        for (var kind : Obligation.Kind.values()) {
            var calendar = ringing(kind);
            boolean decided = List.of(
                            Obligation.Kind.NOTICE, Obligation.Kind.OPTION, Obligation.Kind.CURE, Obligation.Kind.TAIL)
                    .contains(kind);
            assertEquals(decided, calendar.contains("TRIGGER:-P30D"), kind.name());
            assertEquals(kind != Obligation.Kind.ANSWER, calendar.contains("TRIGGER:-P7D"), kind.name());
        }
        assertFalse(ICalendar.of(of(obligation(null, "pending"))).contains("VALARM"));
    }

    @Test
    void theLastDayOfAnAnswerOfOthersRingsThreeDaysAndADayAhead() {
        var calendar = ringing(Obligation.Kind.ANSWER);
        assertTrue(calendar.contains("TRIGGER:-P3D") && calendar.contains("TRIGGER:-P1D"), calendar);
    }

    private static String ringing(Obligation.Kind kind) {
        return ICalendar.of(of(
                new Obligation(LocalDate.of(2030, 12, 31), kind, new ClauseName("supply", "right"), "once", "what")));
    }

    @Test
    void theDescriptionTellsWhatTheDayRestsOn() {
        var marked = obligation(LocalDate.of(2030, 12, 31), "ends").marked(List.of("assumed: until"));
        assertTrue(ICalendar.of(of(marked)).contains("DESCRIPTION:ends [assumed: until]\r\n"));
    }

    @Test
    void aLineIsFoldedOnlyWhereItWouldBeLongerThan75Octets() {
        var summary = "x".repeat(75 - "DESCRIPTION:".length());
        assertTrue(ICalendar.of(of(obligation(null, summary))).contains("\r\nDESCRIPTION:" + summary + "\r\n"));
        assertTrue(ICalendar.of(of(obligation(null, summary + "yz")))
                .contains("\r\nDESCRIPTION:" + summary + "\r\n yz\r\n"));
    }
}
