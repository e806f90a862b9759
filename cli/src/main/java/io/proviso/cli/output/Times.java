package io.proviso.cli.output;

import io.proviso.units.Interval;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads points in time as people type them; what has no offset is local in the given zone. */
public final class Times {
    /** Years of four digits, as files write them; whatever is counted from there ends within what can be computed. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** From an instant to a later one. */
    public record Span(Instant from, Instant to) {}

    private final ZoneId zone;
    private final InstantSource clock;

    public Times(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    public static boolean isInterval(String text) {
        return text.contains("..");
    }

    /** FROM..TO, the end excluded. */
    public Interval interval(String option, String text) {
        int dots = text.indexOf("..");
        var from = instant(option, text.substring(0, dots));
        var to = instant(option, text.substring(dots + 2));
        if (!to.isAfter(from)) {
            throw new BadInputException(option + ": the interval '" + text
                    + "' does not end after it begins\nSay FROM..TO with TO after FROM.");
        }
        return new Interval(from, to);
    }

    /** {@code --from} and {@code --to}, the end excluded; what is wrong with both is told at once. */
    public Span span(String from, String to) {
        var problems = new InputProblems();
        var start = problems.read(() -> instant("--from", from));
        var end = problems.read(() -> instant("--to", to));
        problems.raiseIfAny();
        if (!end.get().isAfter(start.get())) {
            throw new BadInputException("--to: '" + to + "' is not after --from '" + from
                    + "'\nSay --from FROM --to TO with TO after FROM.");
        }
        return new Span(start.get(), end.get());
    }

    /** The day it is where the answer is read. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    public Instant instant(String option, String text) {
        if (text.equals("now")) {
            return clock.instant();
        }
        var read = read(option, text);
        if (read.isBefore(FIRST) || !read.isBefore(END)) {
            throw new BadInputException(option + ": '" + text + "' is not in the years 0001 to 9999"
                    + "\nSay a year of four digits, as files write it.");
        }
        return read;
    }

    private Instant read(String option, String text) {
        try {
            if (!text.contains("T")) {
                return startOf(option, LocalDate.parse(text));
            }
            return hasOffset(text)
                    ? OffsetDateTime.parse(text).toInstant()
                    : local(option, text, LocalDateTime.parse(text));
        } catch (DateTimeException unreadable) {
            throw new BadInputException(
                    "%1$s: '%2$s' is not a point in time\nSay 2025-02-01 (midnight, %3$s), 2025-02-01T09:30 (%3$s), 2025-02-01T09:30Z, or now."
                            .formatted(option, text, zone.getId()));
        }
    }

    private Instant startOf(String option, LocalDate day) {
        var start = day.atStartOfDay(zone);
        if (!start.toLocalDate().equals(day)) {
            throw new BadInputException("%s: there was no %s in %s, which went over from %s to %s\nSay another day."
                    .formatted(option, day, zone.getId(), day.minusDays(1), start.toLocalDate()));
        }
        return start.toInstant();
    }

    /** A clock that is put forward leaves times out, and one that is put back shows them twice: neither is one point in time. */
    private Instant local(String option, String text, LocalDateTime time) {
        var offsets = zone.getRules().getValidOffsets(time);
        if (offsets.size() == 1) {
            return time.toInstant(offsets.getFirst());
        }
        var change = zone.getRules().getTransition(time);
        var words = offsets.isEmpty()
                ? "the clocks of %1$s do not show '%2$s': they go from %3$s on to %4$s"
                : "the clocks of %1$s show '%2$s' twice: they go from %3$s back to %4$s";
        throw new BadInputException((option + ": " + words + "\nSay %2$s%5$s or %2$s%6$s.")
                .formatted(
                        zone.getId(),
                        text,
                        change.getDateTimeBefore(),
                        change.getDateTimeAfter(),
                        change.getOffsetBefore(),
                        change.getOffsetAfter()));
    }

    private static boolean hasOffset(String text) {
        var time = text.substring(text.indexOf('T'));
        return time.endsWith("Z") || time.contains("+") || time.contains("-");
    }
}
