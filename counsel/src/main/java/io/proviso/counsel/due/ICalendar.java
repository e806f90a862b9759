package io.proviso.counsel.due;

import io.proviso.counsel.english.English;
import io.proviso.units.Sha256;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Obligations as an iCalendar (RFC 5545): an all-day event for each day, a to-do for what is pending. An event keeps its UID when
 * its day moves, so that a calendar which is subscribed to it moves the entry; the stamp is the knowledge time.
 */
public final class ICalendar {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int LAST_YEAR = 9_999;

    private final Obligations obligations;
    private final ICalendarLines lines;

    private ICalendar(Obligations obligations) {
        this.obligations = obligations;
        this.lines = new ICalendarLines("Obligations of " + obligations.portfolio(), "Obligations");
    }

    public static String of(Obligations obligations) {
        return new ICalendar(obligations).write();
    }

    private String write() {
        for (var each : obligations.all()) {
            // A day of iCalendar has four digits of year, and what has none it can write is to be done without a day.
            if (each.day() == null || each.day().getYear() > LAST_YEAR) {
                component("VTODO", each, null);
            } else {
                component("VEVENT", each, each.day());
            }
        }
        return lines.end();
    }

    private void component(String name, Obligation each, @Nullable LocalDate day) {
        lines.line("BEGIN:" + name);
        lines.line("UID:" + uid(each));
        lines.line("DTSTAMP:" + ICalendarLines.stamp(obligations.look().knownAt()));
        if (day == null) {
            lines.line(each.progress().state() == Progress.State.DONE ? "STATUS:COMPLETED" : "STATUS:NEEDS-ACTION");
        } else {
            lines.line("DTSTART;VALUE=DATE:" + DAY.format(day));
            if (day.plusDays(1).getYear() <= LAST_YEAR) {
                lines.line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
            }
            lines.line("TRANSP:TRANSPARENT");
        }
        lines.line("SUMMARY:"
                + ICalendarLines.escape(each.clause() + ": " + each.stands() + English.lower(each.kind())
                        + each.progress().whose()));
        lines.line("DESCRIPTION:" + ICalendarLines.escape(each.told() + Marks.words(each.marks())));
        lines.line("CATEGORIES:" + each.kind().name().replace('_', '-'));
        if (day != null && !each.progress().state().isOver()) {
            alarms(each.kind()).forEach(days -> alarm(each, days));
        }
        lines.line("END:" + name);
    }

    /** Days ahead: what somebody has to decide is told in time for that, everything else a week before. */
    private static List<Integer> alarms(Obligation.Kind kind) {
        return switch (kind) {
            case NOTICE, OPTION, CURE, TAIL -> List.of(30, 7);
            case ANSWER -> List.of(3, 1);
            case EXPIRY, REVOCATION, EFFECT, COVENANT_TEST, START, COMMITMENT, DELIVERY, DELAY, MILESTONE, ROUND ->
                List.of(7);
        };
    }

    private void alarm(Obligation each, int days) {
        lines.line("BEGIN:VALARM");
        lines.line("ACTION:DISPLAY");
        lines.line("TRIGGER:-P" + days + "D");
        lines.line("DESCRIPTION:" + ICalendarLines.escape("In " + days + " days: " + each.clause()));
        lines.line("END:VALARM");
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
}
