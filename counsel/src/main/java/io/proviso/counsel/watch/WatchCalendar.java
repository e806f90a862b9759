package io.proviso.counsel.watch;

import io.proviso.counsel.due.ICalendarLines;
import io.proviso.units.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;

/** A look as an iCalendar: each flip at the time of the look, and the instant at which each answer may change next. */
public final class WatchCalendar {
    private WatchCalendar() {}

    public static String of(Watch watch) {
        var lines = new ICalendarLines("Watched questions of " + watch.portfolio(), "Watch");
        var text = new WatchText(ZoneOffset.UTC);
        for (var seen : watch.seen()) {
            if (seen.hasFlipped()) {
                event(lines, watch, seen, "flip", watch.asOf(), text.flipped(seen), text.because(seen.ruling()));
            }
            var until = seen.ruling().validUntil();
            if (until != null) {
                event(
                        lines,
                        watch,
                        seen,
                        "until",
                        until,
                        seen.question().name() + ": the answer may change (" + seen.answer() + ")",
                        text.because(seen.ruling()));
            }
        }
        return lines.end();
    }

    private static void event(
            ICalendarLines lines,
            Watch watch,
            Watch.Seen seen,
            String what,
            Instant at,
            String summary,
            String description) {
        var identity = String.join("\n", watch.portfolio(), seen.question().name(), what);
        lines.line("BEGIN:VEVENT")
                .line("UID:" + Sha256.of(identity).substring(0, 32) + "@proviso")
                .line("DTSTAMP:" + ICalendarLines.stamp(watch.knownAt()))
                .line("DTSTART:" + ICalendarLines.stamp(at))
                .line("TRANSP:TRANSPARENT")
                .line("SUMMARY:" + ICalendarLines.escape(summary))
                .line("DESCRIPTION:" + ICalendarLines.escape(description))
                .line("END:VEVENT");
    }
}
