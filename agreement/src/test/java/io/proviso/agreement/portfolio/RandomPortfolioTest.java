package io.proviso.agreement.portfolio;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Change;
import io.proviso.agreement.Draw;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.PlainConditions;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.rules.RandomPortfolio;
import io.proviso.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rare things that rulings once went wrong about are really among what is drawn: counted over portfolios of so many seeds. */
class RandomPortfolioTest {
    private static final int SEEDS = 300;
    private static final List<Portfolio> DRAWN = IntStream.range(0, SEEDS)
            .mapToObj(seed -> new RandomPortfolio(new Random(seed)).write().build())
            .toList();

    @Test
    void papersOfOneInstant() {
        among(
                40,
                portfolio -> portfolio.agreements().stream()
                        .anyMatch(agreement -> isTwice(binding(agreement), Instrument::effective)));
    }

    @Test
    void papersOfOneInstantThatSpeakOfOneClause() {
        among(
                3,
                portfolio -> portfolio.agreements().stream()
                        .flatMap(
                                agreement -> binding(agreement).stream()
                                        .collect(Collectors.groupingBy(Instrument::effective))
                                        .values()
                                        .stream())
                        .anyMatch(papers -> isTwice(
                                papers.stream()
                                        .flatMap(paper -> paper.changes().stream()
                                                .map(Change::about)
                                                .distinct())
                                        .toList(),
                                about -> about)));
    }

    @Test
    void pinsAndFactsOfOneInstant() {
        among(10, portfolio -> isTwice(portfolio.record(), entry -> List.of(entry.facet(), entry.at())));
        among(1, portfolio -> isTwice(portfolio.pins(), pin -> List.of(pin.clause(), pin.made())));
    }

    @Test
    void emptyLists() {
        among(3, portfolio -> portfolio.agreements().isEmpty());
        among(
                20,
                portfolio -> changes(portfolio).anyMatch(change -> {
                    var written = change.written();
                    return written != null && List.of().equals(written.statedOverrides());
                }));
        among(5, portfolio -> restated(portfolio).anyMatch(clause -> List.of().equals(clause.statedOverrides())));
        among(
                20,
                portfolio -> portfolio.agreements().stream()
                        .flatMap(agreement -> agreement.instruments().stream())
                        .anyMatch(paper -> paper.changes().isEmpty()));
    }

    @Test
    void consentsThatAreRestatedWithoutNamingTheirClauseAgain() {
        among(
                3,
                portfolio -> portfolio.agreements().stream()
                        .anyMatch(agreement -> agreement.instruments().stream()
                                .filter(paper -> !paper.isGrant())
                                .flatMap(paper -> paper.changes().stream())
                                .anyMatch(change -> change instanceof Change.Restates(Clause clause, List<String> _)
                                        && clause.name().startsWith("consent"))));
    }

    @Test
    void papersThatContradict() {
        long refused = IntStream.range(0, SEEDS)
                .parallel()
                .filter(seed -> new RandomPortfolio(new Random(seed))
                        .draft().problems().stream()
                                .anyMatch(problem -> problem.message().contains("takes effect at the same instant")))
                .count();
        assertTrue(refused >= 20, "among " + SEEDS + " only " + refused);
    }

    @Test
    void calendarsThatEndBeforeANoticeDoes() {
        among(40, portfolio -> !closed(portfolio).isEmpty());
        among(40, portfolio -> closed(portfolio).isEmpty());
        among(5, portfolio -> {
            var years = closed(portfolio).stream().map(LocalDate::getYear).collect(Collectors.toSet());
            return !years.isEmpty() && notices(portfolio).anyMatch(year -> !years.contains(year));
        });
    }

    @Test
    void manyDraws() {
        among(
                10,
                portfolio -> portfolio.draws().stream().collect(Collectors.groupingBy(Draw::clause)).values().stream()
                        .anyMatch(draws -> draws.size() > 5));
    }

    @Test
    void undisclosedTwiceInOneClause() {
        among(
                20,
                portfolio -> changes(portfolio)
                        .flatMap(RandomPortfolioTest::readings)
                        .anyMatch(reading -> PlainConditions.all(reading.body()).stream()
                                        .filter(one -> one.condition().facets().containsValue(new Match.Undisclosed()))
                                        .count()
                                > 1));
    }

    private static void among(int least, Predicate<Portfolio> occurs) {
        long found = DRAWN.stream().filter(occurs).count();
        assertTrue(found >= least, "among " + SEEDS + " only " + found);
    }

    private static <T> boolean isTwice(Collection<T> all, Function<T, Object> key) {
        var seen = new HashSet<Object>();
        return all.stream().map(key).anyMatch(one -> !seen.add(one));
    }

    private static List<Instrument> binding(Agreement agreement) {
        return agreement.instruments().stream()
                .filter(paper -> paper.type() != Instrument.Type.MOU)
                .toList();
    }

    private static Stream<Change> changes(Portfolio portfolio) {
        return portfolio.agreements().stream()
                .flatMap(agreement -> agreement.instruments().stream())
                .flatMap(paper -> paper.changes().stream());
    }

    private static Stream<Clause> restated(Portfolio portfolio) {
        return changes(portfolio)
                .flatMap(change -> change instanceof Change.Restates(Clause clause, List<String> _)
                        ? Stream.of(clause)
                        : Stream.empty());
    }

    private static Stream<Reading> readings(Change change) {
        return switch (change) {
            case Change.Adds(Clause clause) -> clause.readings().stream();
            case Change.Restates(Clause clause, List<String> _) -> clause.readings().stream();
            case Change.Ends(String _, List<Reading> readings) -> readings.stream();
            case Change.Interprets(String _, Reading reading) -> Stream.of(reading);
            case Change.Revokes _, Change.Terminates _ -> Stream.empty();
        };
    }

    private static List<LocalDate> closed(Portfolio portfolio) {
        return portfolio.calendars().values().stream()
                .flatMap(calendar -> calendar instanceof BusinessCalendar.Place place
                        ? place.holidays().stream().map(holiday -> holiday.date())
                        : Stream.empty())
                .toList();
    }

    /** The years in which a consent that is taken back is over. */
    private static Stream<Integer> notices(Portfolio portfolio) {
        Map<String, List<Reading>> given = changes(portfolio)
                .flatMap(change -> Stream.ofNullable(change.written()))
                .collect(Collectors.toMap(Clause::name, Clause::readings, (_, later) -> later));
        var closed = new HashSet<>(closed(portfolio));
        return portfolio.agreements().stream()
                .flatMap(agreement -> agreement.instruments().stream())
                .flatMap(paper -> paper.changes().stream()
                        .flatMap(change -> change instanceof Change.Revokes(String consent)
                                ? given.getOrDefault(consent, List.of()).stream()
                                : Stream.empty())
                        .flatMap(reading ->
                                reading.body() instanceof Permission permission && permission.revocable() != null
                                        ? Stream.of(permission.revocable())
                                        : Stream.empty())
                        .map(notice -> DayByDay.lastOfNotice(paper.effective(), notice, closed)
                                .atOffset(ZoneOffset.UTC)
                                .getYear()));
    }
}
