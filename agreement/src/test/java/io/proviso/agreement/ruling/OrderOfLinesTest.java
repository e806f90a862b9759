package io.proviso.agreement.ruling;

import static io.proviso.agreement.ruling.Fixture.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.PlainConditions;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.rules.PortfolioRules;
import io.proviso.agreement.rules.RandomPortfolio;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** In which order lines stand in files, and files in a folder, decides nothing; each portfolio comes from a seed that a failure names. */
class OrderOfLinesTest {
    private static final int PORTFOLIOS = 60;
    /** Of two papers; of more each is named by the others. */
    private static final Pattern AT_ONE_INSTANT = Pattern.compile(
            "agreements/a/instruments/(?<paper>[^/]+)/.*: '(?<other>[^']+)' takes effect at the same instant, .*");

    @Test
    void aPortfolioInAnotherOrderGivesTheSameRulings() {
        for (int seed = 0; seed < PORTFOLIOS; seed++) {
            var source = new Random(seed);
            var random = new RandomPortfolio(source);
            var portfolio = random.write().build();
            var other = shuffled(portfolio, source);
            for (int i = 0; i < 6; i++) {
                var question = Fixture.question(portfolio, random.question(i % 2 == 0));
                var asOf = day(RandomPortfolio.date(source.nextInt(15)));
                int number = seed;
                assertEquals(
                        Rulings.of(portfolio).rule(question, asOf, portfolio.latestRecorded()),
                        Rulings.of(other).rule(question, asOf, portfolio.latestRecorded()),
                        () -> "seed " + number + ": " + question + " as of " + asOf);
            }
        }
    }

    @Test
    void theSlowInterpreterWhichTakesPapersAsTheyStandSaysTheSameInAnyOrder() {
        for (int seed = 0; seed < PORTFOLIOS; seed++) {
            var source = new Random(1_000 + seed);
            var random = new RandomPortfolio(source);
            var portfolio = random.write().build();
            var other = shuffled(portfolio, source);
            for (int i = 0; i < 4; i++) {
                var question = Fixture.question(portfolio, random.question(true));
                var asOf = day(RandomPortfolio.date(source.nextInt(15)));
                var knownAt = portfolio.latestRecorded();
                var naive = new Naive(
                        new PlainConditions(),
                        other,
                        "host",
                        question.supposed().keySet(),
                        asOf,
                        knownAt);
                var outcomes = EnumSet.noneOf(Outcome.class);
                new Completing(other, question, asOf, knownAt)
                        .all(naive)
                        .forEach(completed -> outcomes.addAll(naive.outcomes(completed)));
                var expected = outcomes.size() == 1 ? outcomes.iterator().next() : Outcome.UNDETERMINED;
                int number = seed;
                assertEquals(
                        expected,
                        Rulings.of(portfolio).rule(question, asOf, knownAt).outcome(),
                        () -> "seed " + number + ": " + question + " as of " + asOf);
            }
        }
    }

    @Test
    void whatIsRefusedInOneOrderIsRefusedInEveryOther() {
        int refused = 0;
        for (int seed = 0; seed < 4 * PORTFOLIOS; seed++) {
            var source = new Random(2_000 + seed);
            var deal = new RandomPortfolio(source).deal("a");
            var problems = problems(deal.agreement());
            refused += problems.isEmpty() ? 0 : 1;
            for (int i = 0; i < 3; i++) {
                assertEquals(problems, problems(shuffled(deal.agreement(), source)), "seed " + seed);
            }
        }
        assertTrue(refused > 10, "too few to tell: " + refused);
    }

    @Test
    void papersThatContradictNameEachOther() {
        int told = 0;
        for (int seed = 0; seed < 4 * PORTFOLIOS; seed++) {
            var problems = problems(
                    new RandomPortfolio(new Random(2_000 + seed)).deal("a").agreement());
            for (var problem : problems) {
                var words = AT_ONE_INSTANT.matcher(problem);
                if (words.matches()) {
                    told++;
                    var place = "agreements/a/instruments/" + words.group("other") + "/";
                    var named = "'" + words.group("paper") + "'";
                    assertTrue(
                            problems.stream().anyMatch(other -> other.startsWith(place) && other.contains(named)),
                            "seed " + seed + ": " + problem);
                }
            }
        }
        assertTrue(told > 10, "too few to tell: " + told);
    }

    private static List<String> problems(Agreement agreement) {
        return PortfolioRules.problems(
                        Fixture.vocabulary(),
                        Map.of(),
                        List.of(agreement),
                        Fixture.portfolio().build().calendars(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())
                .stream()
                .map(problem -> problem.path() + ": " + problem.message())
                .sorted()
                .collect(Collectors.toList());
    }

    private static Portfolio shuffled(Portfolio portfolio, Random random) {
        return new Portfolio(
                portfolio.name(),
                portfolio.digest(),
                portfolio.zone(),
                portfolio.vocabulary(),
                portfolio.silence(),
                shuffled(
                        portfolio.agreements().stream()
                                .map(agreement -> shuffled(agreement, random))
                                .toList(),
                        random),
                portfolio.calendars(),
                shuffled(portfolio.pins(), random),
                shuffled(portfolio.record(), random),
                shuffled(portfolio.draws(), random));
    }

    private static Agreement shuffled(Agreement agreement, Random random) {
        return RulingPropertiesTest.with(
                agreement,
                shuffled(
                        agreement.instruments().stream()
                                .map(paper -> shuffled(paper, random))
                                .toList(),
                        random));
    }

    /** Clauses that one paper adds may stand in any order; what it does first and last is given by its keys. */
    private static Instrument shuffled(Instrument paper, Random random) {
        return paper.doing(shuffled(paper.changes(), random));
    }

    private static <T> List<T> shuffled(List<T> some, Random random) {
        var others = new ArrayList<>(some);
        Collections.shuffle(others, random);
        return others;
    }
}
