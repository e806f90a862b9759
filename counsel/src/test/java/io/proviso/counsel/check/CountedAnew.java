package io.proviso.counsel.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Draw;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.calendar.BusinessCalendar;
import io.proviso.calendar.Window;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The figures of a finding counted again: days, shares and quantities. */
record CountedAnew(Recomputed of) {
    void slow() {
        var version = of.clause(0);
        var right = ReadAloud.bodies(version, FirstRefusal.class).getFirst();
        var window = Objects.requireNonNull(
                right.answering().window().asKnown(of.portfolio().portfolio().latestRecorded()));
        of.says(right.holder() + " has " + window + " to answer an offer, which can be longer than the lead time of "
                + of.leadTime());
        for (var witness : of.finding().witnesses()) {
            var deadlines = of.portfolio()
                    .right(
                            version.id(),
                            witness.asOf(),
                            of.portfolio().portfolio().latestRecorded())
                    .deadlines();
            assertTrue(
                    deadlines
                            .deadline(witness.asOf(), window)
                            .utc()
                            .isAfter(deadlines
                                    .deadline(witness.asOf(), Window.parse(of.leadTime()))
                                    .utc()),
                    of.told());
        }
    }

    void beyondCalendar() {
        var version = of.clause(0);
        var says = of.match(
                "nobody can know when (?:the notice of (.+) is over|the time of (.+) to answer an offer to (.+)"
                        + " ends): the calendar 'city' holds no holiday of ([^;]+); only weekends were left out .*");
        if (says.group(1) != null) {
            var revocation = Objects.requireNonNull(version.exercise().revocation());
            assertEquals(revocation.instrument(), says.group(1));
            assertTrue(
                    revocation.notices().values().stream()
                            .anyMatch(notice -> !notice.unlisted().isEmpty()),
                    of.told());
        } else {
            var right = ReadAloud.bodies(version, FirstRefusal.class).getFirst();
            assertEquals(
                    Stated.of(Window.parse(says.group(2))), right.answering().window());
            assertEquals(right.holder().name(), says.group(3));
            assertFalse(
                    of.portfolio()
                            .right(
                                    version.id(),
                                    of.finding().span().from(),
                                    of.portfolio().portfolio().latestRecorded())
                            .deadlines()
                            .deadline(of.finding().span().from(), Window.parse(says.group(2)))
                            .unlisted()
                            .isEmpty(),
                    of.told());
        }
        var city = (BusinessCalendar.Place)
                Objects.requireNonNull(of.portfolio().portfolio().calendars().get("city"));
        for (var year : says.group(4).split("\\D+", -1)) {
            assertTrue(
                    city.holidays().stream().noneMatch(closed -> closed.date().getYear() == Integer.parseInt(year)),
                    of.told());
        }
    }

    private RevenueShare share(int place) {
        return ReadAloud.bodies(of.clause(place), RevenueShare.class).getFirst();
    }

    void shares() {
        var payers = new LinkedHashSet<Party>();
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < of.finding().clauses().size(); i++) {
            payers.add(share(i).payer());
            sum = sum.add(Objects.requireNonNull(
                    share(i).rate().asKnown(of.portfolio().portfolio().latestRecorded())));
        }
        assertEquals(1, payers.size(), of.told());
        var percent = new BigDecimal(of.match(payers.iterator().next() + " owes (\\S+) % of its revenue in all")
                .group(1));
        assertEquals(0, percent.compareTo(sum.movePointRight(2)), of.told());
        assertTrue(percent.compareTo(new BigDecimal(100)) > 0, of.told());
    }

    void circle() {
        int count = of.finding().clauses().size();
        var parties = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            parties.add(share(i).payer().name());
            assertEquals(share(i).payee(), share((i + 1) % count).payer(), of.told());
        }
        parties.add(parties.getFirst());
        of.says("a share of revenue goes round: " + String.join(" pays ", parties));
    }

    void overdrawn() {
        var version = of.clause(0);
        var limit = Objects.requireNonNull(Objects.requireNonNull(
                        ReadAloud.bodies(version, Permission.class).getFirst().upTo())
                .number()
                .asKnown(of.portfolio().portfolio().latestRecorded()));
        long drawn = draws(version)
                .filter(draw -> !draw.at().isAfter(of.finding().span().from()))
                .mapToLong(draw -> draw.quantity().number())
                .sum();
        assertTrue(drawn > limit, of.told());
        of.says("%,d GPUs were drawn of the %,d that %s covers in all".formatted(drawn, limit, version.name()));
    }

    void notSpared() {
        var version = of.clause(0);
        assertTrue(
                ReadAloud.bodies(version, Permission.class).stream()
                        .anyMatch(permission -> permission.signed() != null),
                of.told());
        var end = version.clause().until().atTheLatest();
        var last = Objects.requireNonNull(end)
                .atZone(version.agreement().clock().zone())
                .toLocalDate()
                .minusDays(1);
        of.match(version.name()
                + " spares what was signed under it .* but not from its own end, which comes with the end" + " of "
                + last + ": .*");
    }

    private Stream<Draw> draws(ClauseVersion version) {
        return of.portfolio().portfolio().draws().stream()
                .filter(draw -> draw.clause().equals(version.id()));
    }

    void drawnOutside() {
        var place = (Finding.Place.OfClause) of.finding().clauses().getFirst();
        var says = of.match(
                "(\\S+) GPUs were drawn of (\\S+) when (?:(it was not in force)|it had been revoked and covered"
                        + " no new contract)");
        assertEquals(place.clause().clause(), says.group(2));
        assertTrue(
                of.portfolio().portfolio().draws().stream()
                        .anyMatch(draw -> draw.clause().equals(place.clause())
                                && draw.at().equals(of.finding().span().from())
                                && "%,d".formatted(draw.quantity().number()).equals(says.group(1))),
                of.told());
        var inForce = of.atStart().agreements().stream()
                .flatMap(agreement -> agreement.clauses().stream())
                .filter(version -> version.id().equals(place.clause()))
                .toList();
        if (says.group(3) != null) {
            assertEquals(List.of(), inForce, of.told());
        } else {
            var version = inForce.getFirst();
            for (var reading : version.live()) {
                var over = version.exercise().over(reading);
                assertNotNull(over, of.told());
                assertFalse(of.finding().span().from().isBefore(over), of.told());
            }
        }
    }
}
