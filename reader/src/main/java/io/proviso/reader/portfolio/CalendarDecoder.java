package io.proviso.reader.portfolio;

import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Holiday;
import io.proviso.reader.yaml.Choices;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Text;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decodes calendars, of one place or of several taken together; a file that is named more than once is decoded once. */
public final class CalendarDecoder {
    private static final Choices<DayOfWeek> DAYS = Choices.of("day of the week", DayOfWeek.values());
    private static final List<String> KINDS = List.of("weekend", "all-of", "any-of");

    /** A combination of combinations asks each place anew: without a bound, thirty small files could ask a billion. */
    private static final int MOST_PLACES = 100;

    private static final String TWICE = "this calendar is listed twice";
    private static final String ONE_OF_TWO = "Remove one of the two.";

    private final Problems problems;
    private final Scalars scalars;
    private final Instants instants;
    private final CalendarFile.Finder finder;
    private final Map<String, @Nullable BusinessCalendar> decoded = new HashMap<>();
    private final List<String> underWay = new ArrayList<>();

    /** In that zone a holiday was recorded at 00:00 of its recording day. */
    public CalendarDecoder(Problems problems, ZoneId zone, CalendarFile.Finder finder) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.instants = new Instants(scalars, zone);
        this.finder = finder;
    }

    /** The calendar of that file; null, with a problem added, if it or one that it takes in is bad. */
    @Nullable
    public BusinessCalendar decode(CalendarFile calendar) {
        String file = calendar.file();
        if (!decoded.containsKey(file)) {
            underWay.addLast(file);
            decoded.put(file, decode(file, calendar.content()));
            underWay.removeLast();
        }
        return decoded.get(file);
    }

    private @Nullable BusinessCalendar decode(String file, Node document) {
        Mapping mapping = Mapping.of(document, Grammar.CALENDAR, "", problems);
        String name = mapping == null ? null : mapping.name("name");
        if (mapping == null || name == null) {
            return null;
        }
        problems.locate("calendars/" + name, mapping.place("name"));
        List<String> kinds = KINDS.stream().filter(mapping::has).toList();
        if (kinds.size() != 1 || mapping.has("holidays") != mapping.has("weekend")) {
            problems.add(
                    mapping.place("name"),
                    "a calendar has either weekend and holidays, or all-of, or any-of",
                    "Give a combination of places a file of its own.");
        }
        BusinessCalendar calendar = switch (kinds.isEmpty() ? "" : kinds.getFirst()) {
            case "all-of" -> allOf(mapping, name, file);
            case "any-of" -> anyOf(mapping, name, file);
            default -> place(mapping, name);
        };
        return calendar == null || isShut(calendar, mapping) ? null : calendar;
    }

    /** A calendar without a business day for a whole year, by which no time could be counted. */
    private boolean isShut(BusinessCalendar calendar, Mapping mapping) {
        LocalDate from = calendar.shutFrom();
        if (from != null) {
            problems.add(
                    mapping.place("name"),
                    "for a year from " + from + " on there is no business day",
                    "Weekends and holidays leave no day on which time could be counted: remove what is not closed.");
        }
        return from != null;
    }

    private @Nullable BusinessCalendar allOf(Mapping mapping, String name, String file) {
        List<BusinessCalendar> places = places(mapping, "all-of", file);
        BusinessCalendar all = places.isEmpty() ? null : BusinessCalendar.allOf(name, places);
        if (all != null && openDays(all).isEmpty()) {
            problems.addOfSense(
                    mapping.place("all-of"),
                    "there is no day of the week on which all of these are open",
                    "Leave one of them out, or write any-of.");
            return null;
        }
        return all;
    }

    private @Nullable BusinessCalendar anyOf(Mapping mapping, String name, String file) {
        List<BusinessCalendar> places = places(mapping, "any-of", file);
        return places.isEmpty() ? null : BusinessCalendar.anyOf(name, places);
    }

    /** Every one of them, or none and the reason among the problems. */
    private List<BusinessCalendar> places(Mapping mapping, String key, String file) {
        List<BusinessCalendar> places = new ArrayList<>();
        Set<String> written = new HashSet<>();
        Set<String> seen = new HashSet<>();
        boolean whole = true;
        for (Node item : mapping.someItems(key)) {
            CalendarFile found =
                    scalars.path(item) != null && item instanceof Text text ? finder.find(file, text) : null;
            if (item instanceof Text text && !written.add(text.value())) {
                problems.add(item.place(), TWICE, ONE_OF_TWO);
            } else if (found != null && !seen.add(found.file())) {
                problems.addOfSense(item.place(), TWICE, ONE_OF_TWO);
            }
            BusinessCalendar place = found == null || closesCircle(found, item) ? null : decode(found);
            whole &= place != null && places.add(place);
        }
        if (whole && places.stream().mapToInt(CalendarDecoder::size).sum() > MOST_PLACES) {
            problems.addOfSense(
                    mapping.place(key),
                    "more than " + MOST_PLACES + " places, counted as often as they are taken in",
                    "List the places themselves instead of combinations of them.");
            whole = false;
        }
        return whole ? places : List.of();
    }

    private boolean closesCircle(CalendarFile found, Node item) {
        int begin = underWay.indexOf(found.file());
        if (begin >= 0) {
            String circle = String.join(", ", underWay.subList(begin, underWay.size()));
            problems.addOfSense(
                    item.place(),
                    "a calendar cannot be part of itself",
                    "The circle runs through " + Problems.shown(circle, 200) + ".");
        } else if (underWay.size() > MOST_PLACES) {
            problems.addOfSense(item.place(), "combinations nested deeper than " + MOST_PLACES + " files", null);
            return true;
        }
        return begin >= 0;
    }

    private static int size(BusinessCalendar calendar) {
        return switch (calendar) {
            case BusinessCalendar.Place _ -> 1;
            case BusinessCalendar.AllOf(String _, List<BusinessCalendar> places) -> size(places);
            case BusinessCalendar.AnyOf(String _, List<BusinessCalendar> places) -> size(places);
        };
    }

    private static int size(List<BusinessCalendar> places) {
        return 1 + places.stream().mapToInt(CalendarDecoder::size).sum();
    }

    /** On which it is ever open, were there no holidays. */
    private static Set<DayOfWeek> openDays(BusinessCalendar calendar) {
        Set<DayOfWeek> open = EnumSet.allOf(DayOfWeek.class);
        switch (calendar) {
            case BusinessCalendar.Place place -> open.removeAll(place.weekend());
            case BusinessCalendar.AllOf all -> all.places().forEach(place -> open.retainAll(openDays(place)));
            case BusinessCalendar.AnyOf any ->
                open.removeIf(day ->
                        any.places().stream().noneMatch(place -> openDays(place).contains(day)));
        }
        return open;
    }

    private @Nullable BusinessCalendar place(Mapping file, String name) {
        Set<DayOfWeek> weekend = weekend(file);
        List<Holiday> holidays = holidays(file);
        return weekend.size() == DayOfWeek.values().length ? null : new BusinessCalendar.Place(name, weekend, holidays);
    }

    private Set<DayOfWeek> weekend(Mapping file) {
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        for (Node item : file.items("weekend")) {
            DayOfWeek day = scalars.word(item, DAYS);
            if (day != null && !weekend.add(day)) {
                problems.add(item.place(), "this day is listed twice", ONE_OF_TWO);
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
            Holiday holiday = holiday(entry);
            if (holiday != null && seen.add(holiday.date())) {
                holidays.add(holiday);
            } else if (holiday != null) {
                problems.addOfSense(
                        entry.place("date"), holiday.date() + " is listed twice", "Give each closed day one entry.");
            }
        }
        return holidays;
    }

    private @Nullable Holiday holiday(Mapping entry) {
        String name = entry.prose("name");
        LocalDate date = entry.get("date", scalars::date);
        Instant recorded = entry.get("recorded", instants::instant);
        Instant withdrawn = entry.get("withdrawn", instants::instant);
        String source = entry.prose("source");
        if (date == null || recorded == null || source == null) {
            return null;
        }
        try {
            return new Holiday(date, name, recorded, withdrawn, source);
        } catch (IllegalArgumentException refusal) {
            problems.add(entry.place("withdrawn"), refusal);
            return null;
        }
    }
}
