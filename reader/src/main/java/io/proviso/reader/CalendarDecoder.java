package io.proviso.reader;

import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Holiday;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decodes the calendar of one place. */
final class CalendarDecoder {
    private static final Choices<DayOfWeek> DAYS = Choices.of("day of the week", DayOfWeek.values());

    private final Problems problems;
    private final Scalars scalars;
    private final Instants instants;

    /** In that zone a holiday was recorded at 00:00 of its recording day. */
    CalendarDecoder(Problems problems, ZoneId zone) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.instants = new Instants(scalars, zone);
    }

    @Nullable
    BusinessCalendar decode(Node document) {
        Mapping file = Mapping.of(document, Grammar.CALENDAR, "", problems);
        String name = file == null ? null : file.name("name");
        if (file == null || name == null) {
            return null;
        }
        problems.locate("calendars/" + name, file.place("name"));
        Set<DayOfWeek> weekend = weekend(file);
        List<Holiday> holidays = holidays(file);
        return weekend.size() == DayOfWeek.values().length ? null : new BusinessCalendar.Place(name, weekend, holidays);
    }

    private Set<DayOfWeek> weekend(Mapping file) {
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        for (Node item : file.items("weekend")) {
            DayOfWeek day = scalars.word(item, DAYS);
            if (day != null) {
                weekend.add(day);
            }
        }
        if (weekend.size() == DayOfWeek.values().length) {
            problems.add(
                    file.place("weekend"),
                    "the weekend takes all seven days",
                    "Leave at least one working day a week.");
        }
        return weekend;
    }

    private List<Holiday> holidays(Mapping file) {
        List<Holiday> holidays = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (Mapping entry : file.mappings("holidays", Grammar.HOLIDAY)) {
            entry.prose("name");
            LocalDate date = entry.get("date", scalars::date);
            Instant recorded = entry.get("recorded", instants::instant);
            String source = entry.prose("source");
            if (date == null || recorded == null || source == null) {
                continue;
            }
            if (seen.add(date)) {
                holidays.add(new Holiday(date, recorded, source));
            } else {
                problems.add(entry.place("date"), date + " is listed twice", "Give each closed day one entry.");
            }
        }
        return holidays;
    }
}
