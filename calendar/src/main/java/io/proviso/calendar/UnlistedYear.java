package io.proviso.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A year beyond the list of a calendar, of which a day nevertheless decided: of such a year only the weekends are known.
 *
 * @param calendar by which the time was counted
 * @param place whose list does not reach the year: that calendar itself, or one that it takes in
 */
public record UnlistedYear(String calendar, String place, int year) {
    static List<UnlistedYear> of(String calendar, List<BusinessCalendar> places, LocalDate day) {
        return places.stream()
                .flatMap(each -> each.doubts(day).stream())
                .map(doubt -> new UnlistedYear(calendar, doubt.place(), doubt.year()))
                .distinct()
                .toList();
    }

    /** What everybody is told of them, one sentence for each list: {@code the calendar 'offices' holds no holiday of 2033; …}. */
    public static List<String> sentences(Collection<UnlistedYear> unlisted) {
        Map<String, TreeSet<Integer>> years = new LinkedHashMap<>();
        unlisted.forEach(
                each -> years.computeIfAbsent(each.list(), _ -> new TreeSet<>()).add(each.year()));
        return years.entrySet().stream()
                .map(entry -> entry.getKey() + " holds no holiday of " + words(entry.getValue())
                        + "; only weekends were left out "
                        + (entry.getValue().size() == 1 ? "that year" : "in those years"))
                .toList();
    }

    private String list() {
        return "the calendar '" + place + "'" + (place.equals(calendar) ? "" : " (taken in by '" + calendar + "')");
    }

    /** Neighbours as a stretch: {@code 2018, 2033 to 2040}. */
    private static String words(TreeSet<Integer> years) {
        return years.stream()
                .filter(year -> !years.contains(year - 1))
                .map(first -> {
                    int last = first;
                    while (years.contains(last + 1)) {
                        last++;
                    }
                    return first == last ? "" + first : first + " to " + last;
                })
                .collect(Collectors.joining(", "));
    }
}
