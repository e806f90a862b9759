package io.proviso.reader;

import io.proviso.reader.Node.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decodes points in time; a bare date is 00:00 of that day in {@code zone}. */
record Instants(Scalars scalars, ZoneId zone) {
    private static final Pattern INSTANT = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    @Nullable
    Instant instant(Node node) {
        return scalars.time(
                node,
                text -> INSTANT.matcher(text).matches()
                        ? OffsetDateTime.parse(text).toInstant()
                        : startOf(Scalars.day(text)),
                "a date or an instant",
                "Write a day as 2025-01-21, or an instant with its offset as 2025-01-21T09:00:00-08:00.");
    }

    /** The end of a day or year: the first instant that is no longer part of it. */
    @Nullable
    Instant endOf(Node node) {
        boolean year =
                node instanceof Text(String text, Place _) && YEAR.matcher(text).matches();
        return scalars.time(
                node,
                text -> startOf(
                        year
                                ? Year.parse(text).plusYears(1).atDay(1)
                                : Scalars.day(text).plusDays(1)),
                "a day or a year",
                "Write the last day as 2030-12-31, or the last year as 2030.");
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
