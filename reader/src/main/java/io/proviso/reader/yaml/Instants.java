package io.proviso.reader.yaml;

import io.proviso.reader.yaml.Node.Sort;
import io.proviso.reader.yaml.Node.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Decodes points in time, in the years 1000 to 9999; a bare date is 00:00 of that day in {@code zone}. */
public record Instants(Scalars scalars, ZoneId zone) {
    private static final Instant END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int BARE_DATE = "2025-01-21".length();
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    @Nullable
    public Instant instant(Node node) {
        String advice = "Write a day as 2025-01-21, or an instant with its offset as 2025-01-21T09:00:00-08:00.";
        Matcher time = scalars.matched(node, Forms.INSTANT, "a date or an instant", advice);
        if (time == null) {
            return null;
        }
        return inTime(
                node,
                time.group().length() == BARE_DATE
                        ? day(node, LocalDate.parse(time.group()))
                        : OffsetDateTime.parse(time.group()).toInstant());
    }

    /** The end of a day or year: the first instant that is no longer part of it. */
    @Nullable
    public Instant endOf(Node node) {
        if (node instanceof Text(String _, Sort sort, Place _) && sort == Sort.NUMBER) {
            Long year = scalars.count(node, FIRST_YEAR, LAST_YEAR);
            return year == null
                    ? null
                    : inTime(node, startOf(Year.of(year.intValue()).plusYears(1).atDay(1)));
        }
        String advice = "Write the last day as 2030-12-31, or the last year as 2030.";
        Matcher day = scalars.matched(node, Forms.DAY, "a day or a year", advice);
        return day == null
                ? null
                : inTime(node, startOf(LocalDate.parse(day.group()).plusDays(1)));
    }

    private @Nullable Instant inTime(Node node, @Nullable Instant instant) {
        return instant == null || instant.isBefore(END_OF_TIME) ? instant : scalars.tooLate(node);
    }

    /** The beginning of a day that the zone did not leave out, as Samoa did when it crossed the date line. */
    private @Nullable Instant day(Node node, LocalDate day) {
        return startOf(day).atZone(zone).toLocalDate().equals(day) ? startOf(day) : scalars.leftOut(node, day, zone);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
