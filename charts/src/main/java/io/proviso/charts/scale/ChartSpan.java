package io.proviso.charts.scale;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The stretch of time that a chart shows, read in one zone; the end is not part of it. */
public record ChartSpan(Instant start, Instant end, ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    public ChartSpan {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("span: the start " + start + " is not before the end " + end
                    + ".\nA chart of one instant shows nothing; take the day around it.");
        }
    }

    /** From the first moment of one day to the first moment of another. */
    public static ChartSpan ofDates(LocalDate start, LocalDate end, ZoneId zone) {
        return new ChartSpan(
                start.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant(), zone);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    public Instant clamp(Instant instant) {
        return instant.isBefore(start) ? start : instant.isAfter(end) ? end : instant;
    }

    /** A day where it is the first moment of one, otherwise with the minute. */
    public String text(Instant instant) {
        var text = MINUTE.format(instant.atZone(zone));
        return text.endsWith(" 00:00") ? text.substring(0, 10) : text;
    }
}
