package io.proviso.agreement.ruling;

import static io.proviso.agreement.ruling.Fixture.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.CelConditions;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.PlainConditions;
import io.proviso.agreement.norms.Completions;
import io.proviso.agreement.portfolio.OnRecord;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.BadQuestion;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.rules.RandomPortfolio;
import io.proviso.testkit.Choices;
import io.proviso.testkit.Property;
import io.proviso.units.Interval;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Rulings on random portfolios, against {@link Naive}, which reads conditions itself or has dev.cel do it, and against what the design promises of all of them. */
@Execution(ExecutionMode.CONCURRENT)
public class RulingPropertiesTest {
    private static final CelConditions EXPRESSIONS = new CelConditions();

    private record Case(RandomPortfolio random, Fixture fixture, Portfolio portfolio, Instant asOf, Instant knownAt) {
        static Case of(Choices source) {
            var random = new RandomPortfolio(source);
            var fixture = random.write();
            var portfolio = fixture.build();
            var asOf = day(RandomPortfolio.date(source.nextInt(15)));
            if (source.nextBoolean()) {
                asOf = asOf.plus(source.nextInt(31), ChronoUnit.DAYS);
            }
            var recorded = portfolio.recorded().toList();
            var knownAt = recorded.isEmpty() || source.nextBoolean()
                    ? portfolio.latestRecorded()
                    : recorded.get(source.nextInt(recorded.size()));
            return new Case(random, fixture, portfolio, asOf, knownAt);
        }

        Question question(boolean closed) {
            return Fixture.question(portfolio, random.question(closed));
        }

        Ruling rule(Question question) {
            return Rulings.of(portfolio).rule(question, asOf, knownAt);
        }
    }

    @Test
    void theMasksAnswerClosedQuestionsAsTheNaiveInterpreterDoes() {
        over(100, choices -> {
            var a = Case.of(choices);
            var compiled = new CompiledPortfolio(a.portfolio);
            for (int i = 0; i < 20; i++) {
                var question = a.question(true);
                var cells = compiled.cells(question, a.asOf, a.knownAt);
                var outcome = compiled.act(question, a.asOf, a.knownAt).outcome(cells);
                assertEquals(naively(a, question), outcome, () -> question + " in " + a);
                assertEquals(outcome, a.rule(question).outcome());
            }
        });
    }

    @Test
    void theMasksAnswerClosedQuestionsAsExpressionsWrittenFromTheClausesDo() {
        over(200, choices -> {
            var a = Case.of(choices);
            var compiled = new CompiledPortfolio(a.portfolio);
            for (int i = 0; i < 20; i++) {
                var question = a.question(true);
                var outcome =
                        compiled.act(question, a.asOf, a.knownAt).outcome(compiled.cells(question, a.asOf, a.knownAt));
                assertEquals(naively(EXPRESSIONS, a, question), outcome, () -> question + " in " + a);
            }
        });
    }

    @Test
    void splittingComesToWhatAllCompletionsComeToAndItsBranchesPartThem() {
        over(100, choices -> {
            var a = Case.of(choices);
            var question = a.question(false);
            var ruling = a.rule(question);
            var completing = new Completing(a.portfolio, question, a.asOf, a.knownAt);
            if (ruling.outcome() != naively(a, question)) {
                // Which of its values a fact has where is not followed up: then it is left open, and never guessed.
                assertEquals(Outcome.UNDETERMINED, ruling.outcome(), () -> question + " in " + a);
                assertTrue(completing.isPartedByAScope(), () -> question + " in " + a);
            }
            var naive = new Naive(
                    new PlainConditions(),
                    a.portfolio,
                    "host",
                    question.supposed().keySet(),
                    a.asOf,
                    a.knownAt);
            for (var completed : completing.all(naive)) {
                var expected = List.copyOf(naive.outcomes(completed));
                var branches = ruling.split().isEmpty()
                        ? List.of(ruling.outcome())
                        : ruling.split().stream()
                                .filter(branch -> Completing.covers(branch, completed))
                                .map(Ruling.Branch::outcome)
                                .sorted()
                                .toList();
                assertEquals(
                        expected.stream().sorted().toList(),
                        branches,
                        () -> completed + " of " + question + " in " + a);
            }
        });
    }

    @Test
    void whatAPortfolioRemembersIsWhatAFreshOneFinds() {
        over(100, choices -> {
            var a = Case.of(choices);
            var used = Rulings.of(a.portfolio);
            var questions = List.of(a.question(true), a.question(false));
            for (int i = 0; i < 15; i++) {
                var asOf = day(RandomPortfolio.date(i)).plusSeconds(choices.nextInt(86_400));
                for (var question : questions) {
                    var fresh = Rulings.of(a.portfolio).rule(question, asOf, a.knownAt);
                    assertEquals(fresh, used.rule(question, asOf, a.knownAt));
                    assertEquals(fresh.verdict(), used.verdict(question, asOf, a.knownAt));
                }
            }
        });
    }

    @Test
    void anAmendmentThatMentionsNothingChangesNothing() {
        over(100, choices -> {
            var a = Case.of(choices);
            var grown = new ArrayList<Agreement>();
            for (var agreement : a.portfolio.agreements()) {
                var papers = new ArrayList<>(agreement.instruments());
                var first = papers.getFirst().effective();
                if (papers.stream().anyMatch(Instrument::terminates)) {
                    // Nothing may follow, and what is empty is no exception.
                    grown.add(agreement);
                    continue;
                }
                papers.add(new Instrument(
                        "empty",
                        Instrument.Type.AMENDMENT,
                        first.plusSeconds(choices.nextInt(30_000_000)),
                        first,
                        Fixture.SOURCE,
                        null,
                        List.of()));
                grown.add(with(agreement, papers));
            }
            var question = a.question(false);
            var ruling = Rulings.of(with(a.portfolio, grown)).rule(question, a.asOf, a.knownAt);
            assertEquals(a.rule(question), ruling);
        });
    }

    @Test
    void aRulingUnderKnownAtIsTheRulingThatWasGivenThen() {
        over(100, choices -> {
            var a = Case.of(choices);
            Portfolio then;
            try {
                then = OnRecord.by(a.knownAt, a.portfolio);
            } catch (InvalidPortfolio _) {
                // A paper came on record before the one that it changes: nobody could have written the portfolio of
                // that
                // day.
                throw Choices.discard();
            }
            var question = a.question(false);
            assertEquals(a.rule(question), Rulings.of(then).rule(question, a.asOf, a.knownAt));
        });
    }

    @Test
    void anotherAgreementNeverLiftsWhatOneInForceForbids() {
        over(100, choices -> {
            var a = Case.of(choices);
            var grown = new ArrayList<>(a.portfolio.agreements());
            grown.add(a.random.deal("d").agreement());
            Rulings more;
            try {
                more = Rulings.of(with(a.portfolio, grown));
            } catch (InvalidPortfolio _) {
                // Papers of one instant that contradict each other.
                throw Choices.discard();
            }
            for (int i = 0; i < 10; i++) {
                var question = a.question(i % 2 == 0);
                var before = a.rule(question);
                boolean byThePortfolio = before.silent().stream().anyMatch(silent -> silent.agreement() == null);
                if (before.outcome() == Outcome.FORBIDDEN && !byThePortfolio) {
                    assertEquals(
                            Outcome.FORBIDDEN,
                            more.rule(question, a.asOf, a.knownAt).outcome());
                }
            }
        });
    }

    @Test
    void twoEnginesGiveEqualRulings() {
        over(100, choices -> {
            var a = Case.of(choices);
            var question = a.question(false);
            assertEquals(a.rule(question), a.rule(question));
        });
    }

    @Test
    void anAnswerHoldsUntilValidUntilAndNotAtIt() {
        over(100, choices -> {
            var a = Case.of(choices);
            var question = a.question(false);
            var ruling = a.rule(question);
            holds(a, question, ruling.validUntil(), RulingPropertiesTest::answer);
        });
    }

    @Test
    void itsReasonsHoldUntilReasonsUntilAndNotAtIt() {
        over(100, choices -> {
            var a = Case.of(choices);
            var question = a.question(false);
            var ruling = a.rule(question);
            holds(a, question, ruling.reasonsUntil(), RulingPropertiesTest::substance);
            if (ruling.validUntil() != null) {
                var reasons = Objects.requireNonNull(ruling.reasonsUntil());
                assertFalse(reasons.isAfter(ruling.validUntil()));
            }
        });
    }

    @Test
    void lookingAheadFindsWhatRulingAtEveryChangeFinds() {
        over(60, choices -> {
            var a = Case.of(choices);
            var question = a.question(false);
            var ruling = a.rule(question);
            assertEquals(first(a, question, RulingPropertiesTest::answer), ruling.validUntil());
            assertEquals(first(a, question, RulingPropertiesTest::substance), ruling.reasonsUntil());
        });
    }

    @Test
    void segmentsOfAnIntervalNeverRepeatTheAnswerOfTheirNeighbourAndLoseNoReason() {
        over(60, choices -> {
            var a = Case.of(choices);
            var question = a.question(false);
            var segments = Rulings.of(a.portfolio).rule(question, new Interval(a.asOf, day("2035-01-01")), a.knownAt);
            for (int i = 0; i < segments.size(); i++) {
                var reasons = segments.get(i).reasons();
                if (i > 0) {
                    assertNotEquals(
                            answer(segments.get(i - 1).ruling()),
                            answer(segments.get(i).ruling()));
                    assertEquals(segments.get(i - 1).to(), segments.get(i).from());
                }
                for (int j = 0; j < reasons.size(); j++) {
                    var here = reasons.get(j);
                    assertEquals(Rulings.of(a.portfolio).rule(question, here.from(), a.knownAt), here.ruling());
                    assertEquals(answer(reasons.getFirst().ruling()), answer(here.ruling()));
                    if (j > 0) {
                        assertEquals(reasons.get(j - 1).to(), here.from());
                        assertNotEquals(substance(reasons.get(j - 1).ruling()), substance(here.ruling()));
                    }
                }
            }
        });
    }

    private static void holds(Case a, Question question, @Nullable Instant until, Function<Ruling, List<Object>> seen) {
        var rulings = Rulings.of(a.portfolio);
        var now = seen.apply(rulings.rule(question, a.asOf, a.knownAt));
        var last = until == null ? day("2035-01-01") : until.minusNanos(1);
        assertEquals(now, seen.apply(rulings.rule(question, last, a.knownAt)));
        if (until != null) {
            assertTrue(until.isAfter(a.asOf));
            assertNotEquals(now, seen.apply(rulings.rule(question, until, a.knownAt)));
        }
    }

    /** Rules at every change of the portfolio, one after the other, each time with nothing remembered. */
    private static @Nullable Instant first(Case a, Question question, Function<Ruling, List<Object>> seen) {
        var changes = new CompiledPortfolio(a.portfolio);
        var now = seen.apply(a.rule(question));
        for (var next = changes.nextChange(a.asOf, a.knownAt);
                next != null;
                next = changes.nextChange(next, a.knownAt)) {
            if (!now.equals(seen.apply(Rulings.of(a.portfolio).rule(question, next, a.knownAt)))) {
                return next;
            }
        }
        return null;
    }

    /** What a reader is told to do and may do, without the dates that go by the day of asking, and without why. */
    private static List<Object> answer(Ruling ruling) {
        return List.of(
                ruling.outcome(),
                ruling.steps().stream()
                        .map(step -> List.of(step.kind(), step.to(), "" + step.window(), step.given()))
                        .collect(Collectors.toSet()),
                Set.copyOf(ruling.split()));
    }

    private static void over(int tries, Property.Law law) {
        Property.tried(tries).holds(answered(law));
    }

    /** What leaves more open than is ever looked at has no ruling of which a law could hold. */
    static Property.Law answered(Property.Law law) {
        return choices -> {
            try {
                law.check(choices);
            } catch (BadQuestion bad) {
                if (String.valueOf(bad.getMessage()).contains(Completions.TOO_MANY)) {
                    throw Choices.discard();
                }
                throw bad;
            }
        };
    }

    private static List<Object> substance(Ruling ruling) {
        return List.of(
                ruling.outcome(),
                ruling.deciding().stream()
                        .map(cited -> List.of(
                                cited.clause().agreement(),
                                cited.clause().clause(),
                                cited.instrument(),
                                cited.effect(),
                                "" + cited.reading()))
                        .toList(),
                ruling.steps().stream()
                        .map(step -> List.of(
                                step.kind(),
                                step.to(),
                                step.clause().agreement(),
                                step.clause().clause(),
                                step.given()))
                        .collect(Collectors.toSet()),
                ruling.split(),
                ruling.silent().stream().map(silent -> "" + silent.agreement()).toList());
    }

    private static Outcome naively(Case a, Question question) {
        return naively(new PlainConditions(), a, question);
    }

    private static Outcome naively(Naive.Conditions conditions, Case a, Question question) {
        var naive =
                new Naive(conditions, a.portfolio, "host", question.supposed().keySet(), a.asOf, a.knownAt);
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (var completed : new Completing(a.portfolio, question, a.asOf, a.knownAt).all(naive)) {
            outcomes.addAll(naive.outcomes(completed));
        }
        return outcomes.size() == 1 ? outcomes.iterator().next() : Outcome.UNDETERMINED;
    }

    public static Agreement with(Agreement agreement, List<Instrument> instruments) {
        return new Agreement(
                agreement.name(),
                agreement.basis(),
                agreement.clock(),
                agreement.parties(),
                agreement.silence(),
                instruments);
    }

    private static Portfolio with(Portfolio portfolio, List<Agreement> agreements) {
        return portfolio.supposing(agreements);
    }
}
