package io.proviso.agreement.clause;

import io.proviso.calendar.DayTerms;
import io.proviso.calendar.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/** Counts time as clauses do, a day or a minute at a time. */
public record SlowClock(
        ZoneId zone,
        LocalTime receivedUntil,
        boolean onAnyDay,
        LocalTime dueAt,
        DayTerms.Roll roll,
        Predicate<LocalDate> isOpen) {
    /** The clock stood still from an instant until another. */
    public record Still(Instant since, Instant until) {
        public Duration after(Instant from) {
            var begins = since.isBefore(from) ? from : since;
            return until.isAfter(begins) ? Duration.between(begins, until) : Duration.ZERO;
        }
    }

    public Instant deadline(Instant received, Window window, List<Still> stills) {
        if (window instanceof Window.Hours(int hours)) {
            return minuteByMinute(received, hours * 60, stills);
        }
        var first = received.atZone(zone).toLocalDate();
        if (received.isAfter(on(first, receivedUntil))) {
            first = first.plusDays(1);
        }
        while (!onAnyDay && !isOpen.test(first)) {
            first = first.plusDays(1);
        }
        var last = moved(first, dayByDay(first, window, stills), stills);
        return last.equals(first) && dueAt.isBefore(receivedUntil) ? on(last, receivedUntil) : on(last, dueAt);
    }

    private LocalDate moved(LocalDate first, LocalDate last, List<Still> stills) {
        var day = last;
        while (roll != DayTerms.Roll.NONE && (!isOpen.test(day) || stoodStill(day, stills))) {
            day = day.plusDays(roll == DayTerms.Roll.PRECEDING ? -1 : 1);
        }
        return day.isAfter(first) ? day : last;
    }

    /** The last instant of a tail that counts from there. */
    public Instant last(Instant from, Window period) {
        return period instanceof Window.Hours(int hours)
                ? from.plus(Duration.ofHours(hours))
                : on(dayByDay(from.atZone(zone).toLocalDate(), period, List.of()), dueAt);
    }

    private Instant minuteByMinute(Instant received, int minutes, List<Still> stills) {
        var reached = received;
        for (int left = minutes; left > 0; reached = reached.plusSeconds(60)) {
            var now = reached;
            left -= stills.stream().anyMatch(still -> !now.isBefore(still.since()) && now.isBefore(still.until()))
                    ? 0
                    : 1;
        }
        return reached;
    }

    private LocalDate dayByDay(LocalDate first, Window window, List<Still> stills) {
        int left = switch (window) {
            case Window.BusinessDays(int n) -> n;
            case Window.Days(int n) -> n;
            case Window.Dates dates -> (int) (dates.after(first).toEpochDay() - first.toEpochDay());
            case Window.Hours _ -> throw new AssertionError("hours are no days");
        };
        var day = first;
        left = left == 0 && stoodStill(day, stills) ? 1 : left;
        while (left > 0) {
            day = day.plusDays(1);
            left -= counts(day, window, stills) ? 1 : 0;
        }
        return day;
    }

    private boolean counts(LocalDate day, Window window, List<Still> stills) {
        return !stoodStill(day, stills) && (!(window instanceof Window.BusinessDays) || isOpen.test(day));
    }

    private boolean stoodStill(LocalDate day, List<Still> stills) {
        var begins = day.atStartOfDay(zone).toInstant();
        var ends = day.plusDays(1).atStartOfDay(zone).toInstant();
        return stills.stream()
                .anyMatch(still -> still.since().isBefore(ends) && still.until().isAfter(begins));
    }

    private Instant on(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(zone).toInstant();
    }
}
