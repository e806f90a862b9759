package io.proviso.counsel.due;

import io.proviso.units.Printable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The lines of an iCalendar (RFC 5545), folded as it asks for. */
public final class ICalendarLines {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    /** Octets of a line without its break, RFC 5545 section 3.1. */
    private static final int LINE = 75;

    private final StringBuilder text = new StringBuilder();
    private boolean isEmpty = true;

    /** Begins a calendar of that name, made by that part of us. */
    public ICalendarLines(String name, String maker) {
        fold("BEGIN:VCALENDAR");
        fold("VERSION:2.0");
        fold("PRODID:-//Proviso//" + maker + "//EN");
        fold("X-WR-CALNAME:" + escape(name));
    }

    public ICalendarLines line(String line) {
        isEmpty = false;
        fold(line);
        return this;
    }

    /** Ends it. */
    public String end() {
        if (isEmpty) {
            zoneAlone();
        }
        fold("END:VCALENDAR");
        return text.toString();
    }

    public static String stamp(Instant instant) {
        return STAMP.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Section 3.3.11: every end of line is written as such, and what is not seen is no part of a text. */
    public static String escape(String text) {
        return Printable.escaped(LINE_END.matcher(text).replaceAll("\n"))
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Section 3.6: an object without a component is none, and a calendar may well be empty; a time zone is the least it can hold. */
    private void zoneAlone() {
        fold("BEGIN:VTIMEZONE");
        fold("TZID:Etc/UTC");
        fold("BEGIN:STANDARD");
        fold("DTSTART:19700101T000000");
        fold("TZOFFSETFROM:+0000");
        fold("TZOFFSETTO:+0000");
        fold("END:STANDARD");
        fold("END:VTIMEZONE");
    }

    /** Between characters, never inside one. */
    private void fold(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int point = line.codePointAt(at);
            var character = Character.toString(point);
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += more;
            at += character.length();
        }
        text.append("\r\n");
    }
}
