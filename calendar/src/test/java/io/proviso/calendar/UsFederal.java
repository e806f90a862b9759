package io.proviso.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The calendar that ships with the example portfolio, read line by line: the real reader stands above this module. */
final class UsFederal {
    private static final Pattern ENTRY =
            Pattern.compile("- \\{date: (\\S+), name: \"[^\"]+\", recorded: (\\S+), source: \"([^\"]+)\"}");

    private UsFederal() {}

    static BusinessCalendar.Place calendar() {
        return new BusinessCalendar.Place(
                "us-federal",
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                ENTRY.matcher(text()).results().map(UsFederal::holiday).toList());
    }

    private static Holiday holiday(MatchResult entry) {
        return new Holiday(
                LocalDate.parse(entry.group(1)),
                LocalDate.parse(entry.group(2)).atStartOfDay(ZoneOffset.UTC).toInstant(),
                entry.group(3));
    }

    private static String text() {
        Path file = Path.of(
                System.getProperty("proviso.root", ".."), "examples/microsoft-openai/calendars/us-federal.yaml");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
