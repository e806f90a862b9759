package io.proviso.counsel.english;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A day as people say it, in the words of a sentence.
 *
 * @param from the first of its words
 * @param words how many they are
 */
record SpokenDay(LocalDate day, int from, int words) {
    /** A month's name that is a word of its own as well is one only behind these. */
    private static final Set<String> BEFORE_MONTHS = Set.of("in", "by", "since", "until", "from", "next");

    private static final Set<String> AMBIGUOUS = Set.of("may", "march");

    /** The first that is found, seen from a day; the next of its name where it has no year. */
    static @Nullable SpokenDay in(List<String> words, LocalDate today) {
        for (int at = 0; at < words.size(); at++) {
            var found = at(words, at, today);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable SpokenDay at(List<String> words, int at, LocalDate today) {
        var word = words.get(at);
        var next = at + 1 < words.size() ? words.get(at + 1) : "";
        if (word.equals("next")) {
            var day = next(next, today);
            return day == null ? null : new SpokenDay(day, at, 2);
        }
        var weekday = named(DayOfWeek.values(), word);
        if (weekday != null) {
            return new SpokenDay(today.with(TemporalAdjusters.next(weekday)), at, 1);
        }
        var month = named(Month.values(), word);
        if (month != null && next.matches("\\d{4}")) {
            return new SpokenDay(LocalDate.of(Integer.parseInt(next), month, 1), at, 2);
        }
        var before = at == 0 ? "" : words.get(at - 1);
        if (month != null && (!AMBIGUOUS.contains(word) || BEFORE_MONTHS.contains(before))) {
            return new SpokenDay(first(month, today), at, 1);
        }
        if (before.equals("in") && word.matches("(19|20)\\d\\d")) {
            return new SpokenDay(LocalDate.of(Integer.parseInt(word), 1, 1), at, 1);
        }
        var day = single(word, today);
        return day == null ? null : new SpokenDay(day, at, 1);
    }

    private static @Nullable LocalDate single(String word, LocalDate today) {
        return switch (word) {
            case "today" -> today;
            case "tomorrow" -> today.plusDays(1);
            case "yesterday" -> today.minusDays(1);
            default -> iso(word);
        };
    }

    private static @Nullable LocalDate iso(String word) {
        try {
            return word.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(word) : null;
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static @Nullable LocalDate next(String unit, LocalDate today) {
        var weekday = named(DayOfWeek.values(), unit);
        var month = named(Month.values(), unit);
        if (weekday != null) {
            return today.with(TemporalAdjusters.next(weekday));
        }
        if (month != null) {
            return first(month, today);
        }
        return switch (unit) {
            case "week" -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case "month" -> today.with(TemporalAdjusters.firstDayOfNextMonth());
            case "quarter" -> today.withDayOfMonth(1).plusMonths(3 - (today.getMonthValue() - 1) % 3);
            case "year" -> today.with(TemporalAdjusters.firstDayOfNextYear());
            default -> null;
        };
    }

    private static LocalDate first(Month month, LocalDate today) {
        var ofThisYear = LocalDate.of(today.getYear(), month, 1);
        return ofThisYear.isAfter(today) ? ofThisYear : ofThisYear.plusYears(1);
    }

    private static <E extends Enum<E>> @Nullable E named(E[] all, String word) {
        return Arrays.stream(all)
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(null);
    }
}
