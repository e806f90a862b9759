package io.proviso.reader.portfolio;

import io.proviso.calendar.BusinessCalendar;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Fields;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads a calendar from a file of its own; days of recording are days in UTC there. */
public final class CalendarReader {
    private final Problems problems = new Problems();

    private CalendarReader() {}

    /**
     * Reads the calendar of a place, or of several: {@code all-of: [england, ../japan.yaml]} takes in {@code england.yaml} from
     * beside that file, and another by its path from there.
     *
     * @throws BadFiles with every problem of the file, if there is one
     */
    public static BusinessCalendar read(Path file) {
        return new CalendarReader().calendar(file);
    }

    private BusinessCalendar calendar(Path file) {
        CalendarFile content = load(file);
        BusinessCalendar calendar =
                content == null ? null : new CalendarDecoder(problems, ZoneOffset.UTC, this::beside).decode(content);
        if (calendar == null || !problems.isEmpty()) {
            throw problems.exception();
        }
        return calendar;
    }

    private @Nullable CalendarFile beside(String from, Node.Text place) {
        String name = place.value().endsWith(".yaml") ? place.value() : place.value() + ".yaml";
        Path file = Path.of(from).resolveSibling(name);
        if (!Files.isRegularFile(file)) {
            problems.addOfSense(
                    place.place(),
                    "there is no calendar " + Problems.quoted(place.value()) + " beside this file",
                    "Write the name of a file of this directory, or the path of one from here, as in ../japan.yaml.");
            return null;
        }
        return load(file);
    }

    private @Nullable CalendarFile load(Path file) {
        String name = file.normalize().toString();
        byte[] bytes = YamlFile.load(file, name, problems);
        Fields document = bytes == null ? null : YamlFile.parse(name, bytes, problems);
        return document == null ? null : new CalendarFile(name, document);
    }
}
