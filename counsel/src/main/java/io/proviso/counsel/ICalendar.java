package io.proviso.counsel;

import io.proviso.units.Printable;
import io.proviso.units.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Obligations as an iCalendar (RFC 5545): an all-day event for each day, a to-do for what is pending. An event keeps its UID when
 * its day moves, so that a calendar which is subscribed to it moves the entry; the stamp is the knowledge time.
 */
public final class ICalendar {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final int LAST_YEAR = 9_999;
    /** Octets of a line without its break, RFC 5545 section 3.1. */
    private static final int LINE = 75;

    private final Obligations obligations;
    private final StringBuilder text = new StringBuilder();

    private ICalendar(Obligations obligations) {
        this.obligations = obligations;
    }

    public static String of(Obligations obligations) {
        return new ICalendar(obligations).write();
    }

    private String write() {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Proviso//Obligations//EN");
        line("X-WR-CALNAME:" + escape("Obligations of " + obligations.portfolio()));
        for (var each : obligations.all()) {
            // A day of iCalendar has four digits of year, and what has none it can write is to be done without a day.
            if (each.day() == null || each.day().getYear() > LAST_YEAR) {
                component("VTODO", each, null);
            } else {
                component("VEVENT", each, each.day());
            }
        }
        if (obligations.all().isEmpty()) {
            zoneAlone();
        }
        line("END:VCALENDAR");
        return text.toString();
    }

    /** Section 3.6: an object without a component is none, and a calendar may well be empty; a time zone is the least it can hold. */
    private void zoneAlone() {
        line("BEGIN:VTIMEZONE");
        line("TZID:Etc/UTC");
        line("BEGIN:STANDARD");
        line("DTSTART:19700101T000000");
        line("TZOFFSETFROM:+0000");
        line("TZOFFSETTO:+0000");
        line("END:STANDARD");
        line("END:VTIMEZONE");
    }

    private void component(String name, Obligation each, @Nullable LocalDate day) {
        line("BEGIN:" + name);
        line("UID:" + uid(each));
        line("DTSTAMP:" + STAMP.format(obligations.look().knownAt().atOffset(ZoneOffset.UTC)));
        if (day == null) {
            line("STATUS:NEEDS-ACTION");
        } else {
            line("DTSTART;VALUE=DATE:" + DAY.format(day));
            if (day.plusDays(1).getYear() <= LAST_YEAR) {
                line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
            }
            line("TRANSP:TRANSPARENT");
        }
        line("SUMMARY:" + escape(each.clause() + ": " + English.lower(each.kind())));
        line("DESCRIPTION:" + escape(each.told() + Marks.words(each.marks())));
        line("CATEGORIES:" + each.kind().name().replace('_', '-'));
        if (day != null) {
            alarms(each.kind()).forEach(days -> alarm(each, days));
        }
        line("END:" + name);
    }

    /** Days ahead: what somebody has to decide is told in time for that, everything else a week before. */
    private static List<Integer> alarms(Obligation.Kind kind) {
        return switch (kind) {
            case NOTICE, OPTION, CURE -> List.of(30, 7);
            case EXPIRY, REVOCATION, EFFECT, COVENANT_TEST, COMMITMENT, MILESTONE -> List.of(7);
        };
    }

    private void alarm(Obligation each, int days) {
        line("BEGIN:VALARM");
        line("ACTION:DISPLAY");
        line("TRIGGER:-P" + days + "D");
        line("DESCRIPTION:" + escape("In " + days + " days: " + each.clause()));
        line("END:VALARM");
    }

    private String uid(Obligation each) {
        var identity = String.join(
                "\n",
                obligations.portfolio(),
                each.clause().agreement(),
                each.clause().clause(),
                each.occurrence());
        return Sha256.of(identity).substring(0, 32) + "@proviso";
    }

    /** Section 3.3.11: every end of line is written as such, and what is not seen is no part of a text. */
    private static String escape(String text) {
        return Printable.escaped(LINE_END.matcher(text).replaceAll("\n"))
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Folds between characters, never inside one. */
    private void line(String line) {
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
