package io.proviso.reader;

import io.proviso.calendar.BusinessCalendar;
import java.nio.file.Path;
import java.time.ZoneOffset;

/** Reads the calendar of one place from a file of its own; days of recording are days in UTC there. */
public final class CalendarReader {
    private CalendarReader() {}

    /**
     * Reads name, weekend and holidays.
     *
     * @throws BadFiles with every problem of the file, if there is one
     */
    public static BusinessCalendar read(Path file) {
        var problems = new Problems();
        String name = file.toString();
        byte[] bytes = YamlFile.load(file, name, problems);
        Node.Fields document = bytes == null ? null : YamlFile.parse(name, bytes, problems);
        BusinessCalendar calendar =
                document == null ? null : new CalendarDecoder(problems, ZoneOffset.UTC).decode(document);
        if (calendar == null || !problems.isEmpty()) {
            throw problems.exception();
        }
        return calendar;
    }
}
