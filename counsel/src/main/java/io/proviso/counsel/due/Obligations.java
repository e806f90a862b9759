package io.proviso.counsel.due;

import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.Withheld;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.English;
import io.proviso.units.Interval;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days of a portfolio's agreements within an interval, what its commitments come to in each year of it and are worth at the start
 * of it, what is owed but cannot be counted, and what consents still cover.
 *
 * @param withheld how many entries of any kind the audience may not read, and are left out
 */
public record Obligations(
        Look look,
        List<Obligation> all,
        List<Exposure> exposures,
        List<Payment> payments,
        List<Uncounted> uncounted,
        List<Headroom> headrooms,
        int withheld) {
    /**
     * At what was looked, and when.
     *
     * @param since from when on it is told what was owed and is not done
     * @param zone in which its days are told
     * @param newest how old the newest paper is, in a sentence; null if it is from the day looked from, or later
     */
    public record Look(
            String portfolio,
            Instant since,
            Instant from,
            Instant to,
            ZoneId zone,
            Instant knownAt,
            @Nullable String newest) {
        /** The day, or the moment, at which commitments are counted. */
        String day() {
            return English.ofDays(zone, knownAt).moment(from);
        }
    }

    public Obligations {
        all = List.copyOf(all);
        exposures = Exposure.settled(exposures);
        payments = Payment.settled(payments);
        uncounted = List.copyOf(uncounted);
        headrooms = List.copyOf(headrooms);
    }

    /** How far back, where nobody says. */
    private static final Period LOOK_BACK = Period.ofYears(1);

    /** From the standpoint's as-of (included) to an instant (excluded), as known at the standpoint, with what was missed in the year before. */
    public static Obligations until(Standpoint from, Instant to) {
        var since = from.asOf().atZone(from.portfolio().zone()).minus(LOOK_BACK).toInstant();
        var diary = from.portfolio().diary();
        return of(from, since, to, each -> each.isMissed(diary));
    }

    /** The same with all that had its day since then, however it stands. */
    public static Obligations since(Instant since, Standpoint from, Instant to) {
        return of(from, since, to, _ -> true);
    }

    private static Obligations of(Standpoint from, Instant since, Instant to, Predicate<Obligation> past) {
        var docket = new Docket(from, to);
        var found = docket.find();
        var ids = found.stream().map(Obligation::id).collect(Collectors.toSet());
        if (since.isBefore(from.asOf())) {
            new Docket(from, new Interval(since, from.asOf()))
                    .find().stream()
                            .filter(each -> each.day() != null && !ids.contains(each.id()))
                            .filter(each -> past.test(each))
                            .forEach(found::add);
        }
        found.sort(Obligation.BY_DAY.thenComparing(Obligation::clause).thenComparing(Obligation::occurrence));
        return new Obligations(
                new Look(
                        from.portfolio().name(),
                        since,
                        from.asOf(),
                        to,
                        from.portfolio().zone(),
                        from.knownAt(),
                        from.newestPaper()),
                found,
                Exposure.at(from),
                docket.payments().stream()
                        .sorted(Comparator.comparing(Payment::from)
                                .thenComparing(Payment::through)
                                .thenComparing(Payment::clause))
                        .toList(),
                docket.uncounted().stream()
                        .sorted(Comparator.comparing(Uncounted::clause)
                                .thenComparing(
                                        each -> each.spell().from(), Comparator.nullsFirst(Comparator.naturalOrder()))
                                .thenComparing(Uncounted::what))
                        .toList(),
                Headroom.at(from),
                0);
    }

    /** Without what is of clauses that an audience may not read: a day is a term too. That an instrument takes effect is no secret. */
    public Obligations disclosedTo(Disclosure audience, Portfolio of) {
        var secret = Withheld.in(of.agreements(), audience);
        var may = all.stream()
                .filter(each -> each.kind() == Obligation.Kind.EFFECT || !secret.covers(each.clause()))
                .toList();
        var figures =
                exposures.stream().filter(each -> !secret.covers(each.clause())).toList();
        var due =
                payments.stream().filter(each -> !secret.covers(each.clause())).toList();
        var other =
                uncounted.stream().filter(each -> !secret.covers(each.clause())).toList();
        var room =
                headrooms.stream().filter(each -> !secret.covers(each.clause())).toList();
        // A commitment that cannot be counted is among the figures already.
        int shares = (int) uncounted.stream()
                .filter(each -> each.money()
                        && !other.contains(each)
                        && exposures.stream()
                                .noneMatch(figure -> figure.clause().equals(each.clause())))
                .count();
        int left =
                all.size() - may.size() + exposures.size() - figures.size() + headrooms.size() - room.size() + shares;
        return new Obligations(look, may, figures, due, other, room, withheld + left);
    }

    /** What each party has promised in each currency, of what does not overlap. */
    public List<Total> totals() {
        return Total.of(exposures);
    }

    /** What each party owes in each year, of what does not overlap. */
    public List<Year> years() {
        return Year.of(payments);
    }

    public String portfolio() {
        return look.portfolio();
    }
}
