package io.proviso.agreement.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Deal;
import io.proviso.agreement.Facet;
import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.Paper;
import io.proviso.agreement.RandomRounds;
import io.proviso.agreement.Round;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.SlowClock;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.question.SlowRight;
import io.proviso.calendar.DayTerms;
import io.proviso.testkit.Choices;
import io.proviso.testkit.Property;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a right says by its rounds, beside {@link SlowRight}, over histories drawn at random. */
class OneRightOnRecordTest {
    private static final Instant LATE = Instant.parse("2026-12-01T00:00:00Z");
    private static final Set<LocalDate> CLOSED = Set.of(LocalDate.parse("2026-03-03"), LocalDate.parse("2026-03-16"));

    @Test
    void closedQuestionsComeToWhatTheDesignSays() {
        Property.tried(1500).holds(choices -> {
            var drawn = Drawn.by(choices);
            for (var asOf : drawn.instants(choices)) {
                var knownAt = choices.chance(50) ? LATE : choices.chance(50) ? asOf : asOf.minus(Duration.ofDays(3));
                var asked = new SlowRight.Bargain(
                        choices.oneOf(RandomRounds.PROVIDERS),
                        choices.oneOf(RandomRounds.WORKLOADS),
                        choices.between(1, RandomRounds.MOST + 2),
                        choices.between(1, RandomRounds.MOST));
                assertEquals(
                        drawn.slow.says(asked, asOf, knownAt),
                        drawn.engine.outcome(question(asked), asOf, knownAt),
                        () -> asked + " as of " + asOf + " known at " + knownAt + " of " + drawn.slow);
            }
        });
    }

    @Test
    void openQuestionsComeToWhatEachClosedOneInThemComesTo() {
        Property.tried(500).holds(choices -> {
            var drawn = Drawn.by(choices);
            var provider = choices.oneOf(RandomRounds.PROVIDERS);
            var workload = choices.oneOf(RandomRounds.WORKLOADS);
            var asOf = choices.oneOf(List.copyOf(drawn.instants(choices)));
            Long gpus = choices.chance(30) ? choices.between(1, RandomRounds.MOST + 2) : null;
            Long cents = gpus != null || choices.chance(50) ? null : choices.between(1, RandomRounds.MOST);
            var within = EnumSet.noneOf(Outcome.class);
            for (long count = gpus == null ? 1 : gpus;
                    count <= (gpus == null ? RandomRounds.MOST + 2 : gpus);
                    count++) {
                for (long price = cents == null ? 0 : cents;
                        price <= (cents == null ? 2 * RandomRounds.MOST : cents);
                        price++) {
                    within.add(drawn.slow.says(new SlowRight.Bargain(provider, workload, count, price), asOf, LATE));
                }
            }
            assertEquals(
                    within.size() == 1 ? within.iterator().next() : Outcome.UNDETERMINED,
                    drawn.engine.outcome(question(provider, workload, gpus, cents), asOf, LATE),
                    () -> gpus + " at " + cents + " for " + workload + " with " + provider + " as of " + asOf + " of "
                            + drawn.slow);
        });
    }

    private record Drawn(CompiledPortfolio engine, SlowRight slow) {
        static Drawn by(Choices choices) {
            var random = new RandomRounds(choices);
            var terms = random.right();
            var until = choices.chance(30) ? RandomRounds.BEGINS.plus(random.minutes(40)) : null;
            var rounds = random.rounds();
            if (until != null
                    && rounds.stream().anyMatch(round -> !round.notice().sent().isBefore(until))) {
                throw Choices.discard();
            }
            var zone = choices.oneOf("UTC", "America/New_York");
            try {
                return new Drawn(
                        new CompiledPortfolio(portfolio(terms, until, zone, rounds)),
                        new SlowRight(
                                terms, until, clock(zone, terms.answering().days()), rounds));
            } catch (InvalidPortfolio _) {
                throw Choices.discard();
            }
        }

        List<Instant> instants(Choices choices) {
            var turns = List.copyOf(slow.turns(LATE));
            var instants = new ArrayList<>(List.of(RandomRounds.BEGINS.plus(new RandomRounds(choices).minutes(90))));
            for (int i = 0; i < 4; i++) {
                var turn = choices.oneOf(turns);
                instants.addAll(List.of(turn.minusSeconds(1), turn, turn.plusSeconds(1)));
            }
            return instants;
        }
    }

    private static SlowClock clock(String zone, DayTerms.Written days) {
        var week = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        return new SlowClock(
                ZoneId.of(zone),
                days.receivedUntil() == null ? LocalTime.of(17, 0) : days.receivedUntil(),
                days.closedDay() == DayTerms.ClosedDay.THAT_DAY,
                days.dueAt() == null ? LocalTime.of(17, 0) : days.dueAt(),
                days.roll() == null ? DayTerms.Roll.NONE : days.roll(),
                day -> !week.contains(day.getDayOfWeek()) && !CLOSED.contains(day));
    }

    private static Portfolio portfolio(FirstRefusal terms, @Nullable Instant until, String zone, List<Round> rounds) {
        var draft = Draft.clause("first", terms);
        var paper = Paper.paper("p", "2025-01-01").adds(until == null ? draft : draft.until(new End.At(until)));
        var fixture = Fixture.portfolio(Deal.deal("a", paper).zone(zone)).vocabulary(vocabulary());
        CLOSED.forEach(day -> fixture.closed(day.toString(), "2025-01-01"));
        rounds.forEach(fixture::round);
        return fixture.build();
    }

    private static Vocabulary vocabulary() {
        var known = Fixture.vocabulary();
        var acts = known.acts().values().stream()
                .map(act -> act.name().equals("acquire")
                        ? new Vocabulary.Act(
                                "acquire", "rent", List.of("provider", "workload", "gpus", "price", "refusal"))
                        : act)
                .toList();
        var facets = Stream.concat(
                        known.facets().values().stream(), Stream.of(new Facet.Amount("price", RandomRounds.USD)))
                .toList();
        return Vocabulary.of(acts, facets, List.of());
    }

    private static Question question(SlowRight.Bargain asked) {
        return question(asked.provider(), asked.workload(), asked.gpus(), asked.cents());
    }

    private static Question question(String provider, String workload, @Nullable Long gpus, @Nullable Long cents) {
        var facets = new TreeMap<String, Asked>();
        facets.put("provider", new Asked.OneOf(List.of(provider)));
        facets.put("workload", new Asked.OneOf(List.of(workload)));
        if (gpus != null) {
            facets.put("gpus", new Asked.Exactly(gpus));
        }
        if (cents != null) {
            facets.put("price", new Asked.Exactly(cents, RandomRounds.USD));
        }
        return new Question("acquire", facets, Map.of());
    }
}
