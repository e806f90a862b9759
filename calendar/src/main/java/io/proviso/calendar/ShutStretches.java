package io.proviso.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a year without a business day. Such a stretch begins with a listed closure, or none is needed because the weekends
 * alone take all days; from each closure on, days are looked at only up to the first that is open.
 */
final class ShutStretches {
    private static final int WEEK = 7;

    private ShutStretches() {}

    static @Nullable LocalDate first(BusinessCalendar calendar) {
        BusinessCalendar worst = withoutWithdrawals(calendar);
        TreeSet<LocalDate> begins = new TreeSet<>();
        listed(calendar).forEach(holiday -> begins.add(holiday.date()));
        begins.add(begins.isEmpty() ? LocalDate.EPOCH : begins.first().minusDays(WEEK));
        begins.add(begins.last().plusDays(1));
        LocalDate seen = LocalDate.MIN;
        for (LocalDate begin : begins) {
            LocalDate open = begin.isBefore(seen) ? seen : begin;
            LocalDate yearLater = open.plusYears(1);
            while (!worst.isBusinessDay(open)) {
                if (!open.isBefore(yearLater)) {
                    return begin;
                }
                open = open.plusDays(1);
            }
            seen = open;
        }
        return null;
    }

    /** By somebody's knowledge each listed day was closed, and no question may come to a year without an open one. */
    private static BusinessCalendar withoutWithdrawals(BusinessCalendar calendar) {
        return switch (calendar) {
            case BusinessCalendar.Place place ->
                new BusinessCalendar.Place(
                        place.name(),
                        place.weekend(),
                        place.holidays().stream().map(Holiday::standing).toList());
            case BusinessCalendar.AllOf(String name, List<BusinessCalendar> places) ->
                BusinessCalendar.allOf(name, withoutWithdrawals(places));
            case BusinessCalendar.AnyOf(String name, List<BusinessCalendar> places) ->
                BusinessCalendar.anyOf(name, withoutWithdrawals(places));
        };
    }

    private static List<BusinessCalendar> withoutWithdrawals(List<BusinessCalendar> places) {
        return places.stream().map(ShutStretches::withoutWithdrawals).toList();
    }

    private static Stream<Holiday> listed(BusinessCalendar calendar) {
        return switch (calendar) {
            case BusinessCalendar.Place place -> place.holidays().stream();
            case BusinessCalendar.AllOf all -> all.places().stream().flatMap(ShutStretches::listed);
            case BusinessCalendar.AnyOf any -> any.places().stream().flatMap(ShutStretches::listed);
        };
    }
}
