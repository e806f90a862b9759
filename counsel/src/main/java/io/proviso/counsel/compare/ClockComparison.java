package io.proviso.counsel.compare;

import io.proviso.agreement.clause.ContractClock;
import io.proviso.agreement.portfolio.AgreementInForce;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.DayTerms;
import io.proviso.calendar.Holiday;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.English;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** By what notices are counted where both standpoints count them: zones, hours, and the days on which a calendar is closed. */
final class ClockComparison {
    /** Days that are told one by one. */
    private static final int TOLD = 3;

    private final Standpoint before;
    private final Standpoint after;
    private final Remarks remarks;

    ClockComparison(Standpoint before, Standpoint after, Remarks remarks) {
        this.before = before;
        this.after = after;
        this.remarks = remarks;
    }

    void compare() {
        for (var old : before.agreements()) {
            after.agreements().stream()
                    .map(AgreementInForce::agreement)
                    .filter(now -> now.name().equals(old.agreement().name()))
                    .forEach(now -> clock(now.name(), old.agreement().clock(), now.clock()));
        }
        before.portfolio().calendars().forEach((name, calendar) -> {
            var other = after.portfolio().calendars().get(name);
            if (other != null) {
                calendar(calendar.asKnown(before.knownAt()), other.asKnown(after.knownAt()));
            }
        });
    }

    private void clock(String agreement, ContractClock old, ContractClock now) {
        remarks.differ("zone of " + agreement, old.zone().getId(), now.zone().getId());
        remarks.differ("calendar of " + agreement, old.calendar(), now.calendar());
        days(agreement, old.days(), now.days());
    }

    private void days(String agreement, DayTerms old, DayTerms now) {
        remarks.differ(
                "until when notices of " + agreement + " count as received on their day",
                old.receivedUntil().toString(),
                now.receivedUntil().toString());
        remarks.differ(
                "when notices of " + agreement + " on a closed day count as received",
                English.lower(old.closedDay()),
                English.lower(now.closedDay()));
        remarks.differ(
                "hour of deadlines of " + agreement,
                old.dueAt().toString(),
                now.dueAt().toString());
        remarks.differ(
                "roll of last days of " + agreement + " that are closed",
                English.lower(old.roll()),
                English.lower(now.roll()));
    }

    private void calendar(BusinessCalendar old, BusinessCalendar now) {
        remarks.differ("calendar " + now.name(), made(old), made(now));
        if (old instanceof BusinessCalendar.Place was && now instanceof BusinessCalendar.Place is) {
            days("calendar " + now.name() + ", now open: ", was, is);
            days("calendar " + now.name() + ", now closed: ", is, was);
        }
    }

    /** How a calendar comes about, apart from its holidays; the places of a combination are calendars of their own. */
    private static String made(BusinessCalendar calendar) {
        return switch (calendar) {
            case BusinessCalendar.Place place ->
                "weekend of "
                        + new TreeSet<>(place.weekend())
                                .stream().map(ClockComparison::word).collect(Collectors.joining(" and "));
            case BusinessCalendar.AllOf all -> "all of " + names(all.places());
            case BusinessCalendar.AnyOf any -> "any of " + names(any.places());
        };
    }

    private static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static String names(List<BusinessCalendar> places) {
        return places.stream().map(BusinessCalendar::name).collect(Collectors.joining(" and "));
    }

    private void days(String what, BusinessCalendar.Place one, BusinessCalendar.Place other) {
        var days = closed(one);
        days.removeAll(closed(other));
        if (!days.isEmpty()) {
            remarks.add(what
                    + days.stream().limit(TOLD).map(LocalDate::toString).collect(Collectors.joining(", "))
                    + (days.size() > TOLD ? " and " + (days.size() - TOLD) + " more" : ""));
        }
    }

    private static Set<LocalDate> closed(BusinessCalendar.Place place) {
        return place.holidays().stream()
                .filter(holiday -> holiday.withdrawn() == null)
                .map(Holiday::date)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
