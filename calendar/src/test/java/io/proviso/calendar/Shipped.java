package io.proviso.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The calendars that ship with the examples, read line by line: the real reader stands above this module. */
final class Shipped {
    private static final Path EXAMPLES = Path.of(System.getProperty("proviso.root", ".."), "examples");
    private static final Pattern ENTRY = Pattern.compile("- \\{date: (\\S+), name: \"[^\"]+\", recorded: ([0-9-]+)"
            + "(?:, withdrawn: ([0-9-]+))?, source: \"([^\"]+)\"}");

    private Shipped() {}

    static BusinessCalendar.Place usFederal() {
        return place("us-federal", "microsoft-openai/calendars");
    }

    static BusinessCalendar.Place england() {
        return place("england", "calendars");
    }

    static BusinessCalendar.Place japan() {
        return place("japan", "calendars");
    }

    static BusinessCalendar.Place target() {
        return place("target", "calendars");
    }

    /** The days on which it is closed by all that is on record. */
    static List<LocalDate> closures(BusinessCalendar.Place place) {
        return place.holidays().stream()
                .filter(holiday -> holiday.withdrawn() == null)
                .map(Holiday::date)
                .toList();
    }

    /** At the beginning of that day in UTC, as the files mean it. */
    static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static BusinessCalendar.Place place(String name, String directory) {
        String text = text(EXAMPLES.resolve(directory).resolve(name + ".yaml"));
        return new BusinessCalendar.Place(
                name,
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                ENTRY.matcher(text).results().map(Shipped::holiday).toList());
    }

    private static Holiday holiday(MatchResult entry) {
        @Nullable String withdrawn = entry.group(3);
        return new Holiday(
                LocalDate.parse(entry.group(1)),
                null,
                day(entry.group(2)),
                withdrawn == null ? null : day(withdrawn),
                entry.group(4));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
