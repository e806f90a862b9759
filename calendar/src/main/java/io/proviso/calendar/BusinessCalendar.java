package io.proviso.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which days count, in one place or in several taken together; a plain value, so that an old question finds the calendar
 * of its day. "Federal holiday", "bank day" and "court day" are three calendars, never one.
 */
public sealed interface BusinessCalendar {
    /** By which an agreement refers to it ({@code us-federal}). */
    String name();

    boolean isBusinessDay(LocalDate day);

    /** The holidays, each of its place, that close the day; none on a business day, nor where a weekend closes it anyway. */
    List<Holiday> closing(LocalDate day);

    /** The same of all days from one through another, in their order. */
    default List<Holiday> closing(LocalDate from, LocalDate through) {
        return from.isAfter(through)
                ? List.of()
                : from.datesUntil(through.plusDays(1))
                        .flatMap(day -> closing(day).stream())
                        .toList();
    }

    /** This calendar as it stood on record at that instant: a closure recorded later is not there yet. */
    BusinessCalendar asKnown(Instant knownAt);

    /** Whether every place lists a holiday in that year; if not, the list has most likely not been kept up that far. */
    boolean covers(int year);

    /**
     * What would have to be listed before anybody could know that this day is open; nothing if it is certain. A closed day is
     * certain, because a list only closes days: only one that counts as open may owe it to a list that ends sooner.
     */
    List<UnlistedYear> doubts(LocalDate day);

    /**
     * The first day of a year or more without a business day, by all closures that ever were on record; null if there is none.
     * Across such a stretch no time can be counted.
     */
    default @Nullable LocalDate shutFrom() {
        return ShutStretches.first(this);
    }

    /** The first business day strictly after that day; an error if a whole year has none. */
    default LocalDate nextBusinessDay(LocalDate day) {
        LocalDate yearLater = day.plusYears(1);
        for (LocalDate next = day.plusDays(1); !next.isAfter(yearLater); next = next.plusDays(1)) {
            if (isBusinessDay(next)) {
                return next;
            }
        }
        throw new IllegalStateException("calendar " + name() + ": no business day from " + day + " to " + yearLater
                + ".\nCheck the weekends and holidays of its places.");
    }

    /** The n-th business day after that day, which itself is not counted; that day itself for 0, in O(n log holidays). */
    default LocalDate businessDaysAfter(LocalDate day, int n) {
        if (n < 0) {
            throw new IllegalArgumentException(
                    "calendar " + name() + ": " + n + " business days cannot be counted.\n" + "Count forward, from 0.");
        }
        LocalDate reached = day;
        for (int counted = 0; counted < n; counted++) {
            reached = nextBusinessDay(reached);
        }
        return reached;
    }

    /** A business day is one in every one of these places. */
    static BusinessCalendar allOf(String name, List<? extends BusinessCalendar> places) {
        return new AllOf(name, List.copyOf(places));
    }

    /** A business day is one in at least one of these places. */
    static BusinessCalendar anyOf(String name, List<? extends BusinessCalendar> places) {
        return new AnyOf(name, List.copyOf(places));
    }

    /** The calendar of one place; its holidays are kept in order of date, so that a look-up is a binary search. */
    record Place(String name, Set<DayOfWeek> weekend, List<Holiday> holidays) implements BusinessCalendar {
        public Place {
            requireName(name);
            weekend = Set.copyOf(weekend);
            holidays = holidays.stream()
                    .sorted(Comparator.comparing(Holiday::date))
                    .toList();
            List<String> problems = new ArrayList<>();
            if (weekend.size() == DayOfWeek.values().length) {
                problems.add("the weekend takes all seven days");
            }
            repeated(holidays).forEach(date -> problems.add(date + " is listed twice"));
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("calendar " + name + ": " + String.join("; ", problems) + ".\n"
                        + "Leave at least one working day a week, and give each closed day one entry.");
            }
        }

        @Override
        public boolean isBusinessDay(LocalDate day) {
            return !weekend.contains(day.getDayOfWeek()) && !isHoliday(firstOnOrAfter(day), day);
        }

        @Override
        public List<Holiday> closing(LocalDate day) {
            int index = firstOnOrAfter(day);
            return isHoliday(index, day) && !weekend.contains(day.getDayOfWeek())
                    ? List.of(holidays.get(index))
                    : List.of();
        }

        @Override
        public BusinessCalendar asKnown(Instant knownAt) {
            List<Holiday> known = holidays.stream()
                    .map(holiday -> holiday.asKnown(knownAt))
                    .filter(Objects::nonNull)
                    .toList();
            return known.equals(holidays) ? this : new Place(name, weekend, known);
        }

        @Override
        public boolean covers(int year) {
            int first = firstOnOrAfter(LocalDate.ofYearDay(year, 1));
            return first < holidays.size() && holidays.get(first).date().getYear() == year;
        }

        @Override
        public List<UnlistedYear> doubts(LocalDate day) {
            return covers(day.getYear()) || !isBusinessDay(day)
                    ? List.of()
                    : List.of(new UnlistedYear(name, name, day.getYear()));
        }

        private boolean isHoliday(int index, LocalDate day) {
            return index < holidays.size()
                    && holidays.get(index).date().equals(day)
                    && holidays.get(index).withdrawn() == null;
        }

        private int firstOnOrAfter(LocalDate day) {
            int low = 0;
            int high = holidays.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (holidays.get(middle).date().isBefore(day)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private static Set<LocalDate> repeated(List<Holiday> holidays) {
            Set<LocalDate> seen = new HashSet<>();
            Set<LocalDate> repeated = new TreeSet<>();
            for (Holiday holiday : holidays) {
                if (!seen.add(holiday.date())) {
                    repeated.add(holiday.date());
                }
            }
            return repeated;
        }
    }

    /** Several places, all of which must be open. */
    record AllOf(String name, List<BusinessCalendar> places) implements BusinessCalendar {
        public AllOf {
            requireName(name);
            places = requirePlaces(name, places);
        }

        @Override
        public boolean isBusinessDay(LocalDate day) {
            for (BusinessCalendar place : places) {
                if (!place.isBusinessDay(day)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public List<Holiday> closing(LocalDate day) {
            return isBusinessDay(day) ? List.of() : BusinessCalendar.closing(places, day);
        }

        @Override
        public BusinessCalendar asKnown(Instant knownAt) {
            return new AllOf(name, placesAsKnown(places, knownAt));
        }

        @Override
        public boolean covers(int year) {
            return places.stream().allMatch(place -> place.covers(year));
        }

        @Override
        public List<UnlistedYear> doubts(LocalDate day) {
            return isBusinessDay(day) ? UnlistedYear.of(name, places, day) : List.of();
        }
    }

    /** Several places, one of which must be open. */
    record AnyOf(String name, List<BusinessCalendar> places) implements BusinessCalendar {
        public AnyOf {
            requireName(name);
            places = requirePlaces(name, places);
        }

        @Override
        public boolean isBusinessDay(LocalDate day) {
            for (BusinessCalendar place : places) {
                if (place.isBusinessDay(day)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public List<Holiday> closing(LocalDate day) {
            return isBusinessDay(day) ? List.of() : BusinessCalendar.closing(places, day);
        }

        @Override
        public BusinessCalendar asKnown(Instant knownAt) {
            return new AnyOf(name, placesAsKnown(places, knownAt));
        }

        @Override
        public boolean covers(int year) {
            return places.stream().allMatch(place -> place.covers(year));
        }

        /** One place that is certainly open is enough. */
        @Override
        public List<UnlistedYear> doubts(LocalDate day) {
            List<BusinessCalendar> open =
                    places.stream().filter(place -> place.isBusinessDay(day)).toList();
            boolean certain = open.stream().anyMatch(place -> place.doubts(day).isEmpty());
            return certain ? List.of() : UnlistedYear.of(name, open, day);
        }
    }

    private static List<Holiday> closing(List<BusinessCalendar> places, LocalDate day) {
        return places.stream()
                .flatMap(place -> place.closing(day).stream())
                .distinct()
                .toList();
    }

    private static List<BusinessCalendar> placesAsKnown(List<BusinessCalendar> places, Instant knownAt) {
        return places.stream().map(place -> place.asKnown(knownAt)).toList();
    }

    private static void requireName(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("calendar: the name must not be blank");
        }
    }

    /** In an order of their own: in which one they are listed says nothing. */
    private static List<BusinessCalendar> requirePlaces(String name, List<BusinessCalendar> places) {
        if (places.isEmpty()) {
            throw new IllegalArgumentException("calendar " + name + ": a combination needs at least one place.\n"
                    + "List the calendars that it combines.");
        }
        return places.stream()
                .sorted(Comparator.comparing(BusinessCalendar::name))
                .toList();
    }
}
