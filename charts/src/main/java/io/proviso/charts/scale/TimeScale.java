package io.proviso.charts.scale;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Time along the x axis, with ticks where people count from: hours, days, Mondays, months, years. */
public record TimeScale(ChartSpan span, double from, double to) {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private record Stride(int amount, ChronoUnit unit) {
        LocalDateTime floor(LocalDateTime time) {
            var day = time.truncatedTo(ChronoUnit.DAYS);
            return switch (unit) {
                case YEARS -> day.withDayOfYear(1).minusYears(day.getYear() % amount);
                case MONTHS -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % amount);
                case WEEKS -> day.minusDays(day.getDayOfWeek().getValue() - 1);
                case DAYS -> day.minusDays(Math.floorMod(day.toLocalDate().toEpochDay(), amount));
                default -> time.truncatedTo(unit).minus(count(time) % amount, unit);
            };
        }

        private int count(LocalDateTime time) {
            return unit == ChronoUnit.HOURS ? time.getHour() : time.getMinute();
        }

        double seconds() {
            return (double) amount * unit.getDuration().toSeconds();
        }
    }

    private static final List<Stride> STRIDES = List.of(
            new Stride(1, ChronoUnit.MINUTES),
            new Stride(5, ChronoUnit.MINUTES),
            new Stride(15, ChronoUnit.MINUTES),
            new Stride(1, ChronoUnit.HOURS),
            new Stride(3, ChronoUnit.HOURS),
            new Stride(6, ChronoUnit.HOURS),
            new Stride(12, ChronoUnit.HOURS),
            new Stride(1, ChronoUnit.DAYS),
            new Stride(2, ChronoUnit.DAYS),
            new Stride(1, ChronoUnit.WEEKS),
            new Stride(1, ChronoUnit.MONTHS),
            new Stride(3, ChronoUnit.MONTHS),
            new Stride(6, ChronoUnit.MONTHS),
            new Stride(1, ChronoUnit.YEARS),
            new Stride(2, ChronoUnit.YEARS),
            new Stride(5, ChronoUnit.YEARS),
            new Stride(10, ChronoUnit.YEARS),
            new Stride(50, ChronoUnit.YEARS));

    public double at(Instant instant) {
        return from + seconds(span.start(), instant) / seconds(span.start(), span.end()) * (to - from);
    }

    public List<Tick> ticks() {
        int target = (int) Math.max(2, (to - from) / 70);
        var stride = stride(target);
        var ticks = new ArrayList<Tick>();
        var below = "";
        for (var local : locals(stride)) {
            var next = below(local, stride.unit());
            ticks.add(new Tick(
                    at(local.atZone(span.zone()).toInstant()),
                    label(local, stride.unit()),
                    next.equals(below) ? "" : next));
            below = next;
        }
        return ticks;
    }

    /** The starts of at most {@code target} equal periods of the calendar within the span, after its own start. */
    public List<Instant> cuts(int target) {
        return locals(stride(target)).stream()
                .map(local -> local.atZone(span.zone()).toInstant())
                .filter(instant -> instant.isAfter(span.start()))
                .toList();
    }

    private List<LocalDateTime> locals(Stride stride) {
        var end = LocalDateTime.ofInstant(span.end(), span.zone());
        var start = LocalDateTime.ofInstant(span.start(), span.zone());
        var locals = new ArrayList<LocalDateTime>();
        for (var local = stride.floor(start); !local.isAfter(end); local = local.plus(stride.amount(), stride.unit())) {
            if (!local.isBefore(start)) {
                locals.add(local);
            }
        }
        return locals;
    }

    private Stride stride(int target) {
        double range = seconds(span.start(), span.end());
        return STRIDES.stream()
                .filter(stride -> range / stride.seconds() <= target)
                .findFirst()
                .orElse(STRIDES.getLast());
    }

    private static String label(LocalDateTime local, ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> Integer.toString(local.getYear());
            case MONTHS -> month(local);
            case WEEKS, DAYS -> local.getDayOfMonth() + " " + month(local);
            default -> "%02d:%02d".formatted(local.getHour(), local.getMinute());
        };
    }

    private static String below(LocalDateTime local, ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> "";
            case MONTHS, WEEKS, DAYS -> Integer.toString(local.getYear());
            default -> local.getDayOfMonth() + " " + month(local) + " " + local.getYear();
        };
    }

    private static String month(LocalDateTime local) {
        return MONTHS.get(local.getMonthValue() - 1);
    }

    private static double seconds(Instant from, Instant to) {
        return ChronoUnit.MILLIS.between(from, to) / 1000.0;
    }
}
