package io.proviso.agreement.norms;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.not;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static io.proviso.agreement.ruling.Fixture.unlessConsentOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.PlainConditions;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.rules.RandomPortfolio;
import io.proviso.agreement.ruling.ClosedQuestions;
import io.proviso.agreement.ruling.Completing;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.agreement.ruling.Naive;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a compiled act says of closed questions, of regions and of points, against every closed question one by one. */
class CompiledActTest {
    private static final List<String> PROVIDERS = List.of("azure", "oracle", "aws", "own");
    private static final List<String> WORKLOADS = List.of("pre-training", "post-training", "inference");

    @Test
    void aClosedQuestionComesOutAsTheSlowInterpreterSays() {
        for (int seed = 0; seed < 25; seed++) {
            closedQuestionsComeOutAsTheSlowInterpreterSays(random(seed), seed);
        }
    }

    @Test
    void anActOfMoreThanSixtyFourNormsIsRuledOnLikeAnyOther() {
        var wide = wide();
        assertTrue(wide.act().norms() > 128, () -> wide.act().norms() + " norms");
        closedQuestionsComeOutAsTheSlowInterpreterSays(wide, 7);
        regionsAnswerEveryQuestionThatCanOccur(wide);
        pointsAreFoundWhereThereAreAny(wide, 7);
    }

    @Test
    void whatDecidesAClosedQuestionIsWhatItsRulingCites() {
        for (int seed = 0; seed < 25; seed++) {
            var questions = random(seed);
            var random = new Random(seed);
            for (int i = 0; i < 10; i++) {
                var cells = questions.one(random);
                if (questions.act().cannotOccur(cells)) {
                    continue;
                }
                var decided = questions.act().decide(cells);
                var ruling = questions.ruling(cells);
                assertEquals(ruling.outcome(), decided.outcome());
                var cited = Set.copyOf(decided.citations());
                if (ruling.outcome() == Outcome.UNDETERMINED) {
                    assertTrue(cited.containsAll(ruling.deciding()), () -> ruling.deciding() + " of " + cited);
                } else {
                    assertEquals(Set.copyOf(ruling.deciding()), cited);
                }
            }
        }
    }

    @Test
    void regionsAreApartAndAnswerEveryQuestionThatCanOccur() {
        for (int seed = 0; seed < 10; seed++) {
            regionsAnswerEveryQuestionThatCanOccur(random(seed));
        }
    }

    @Test
    void regionsOfSomeCellsStayWithinThem() {
        var questions = random(3);
        var some = new ArrayList<>(questions.open());
        int provider = questions.act().domain().indexOf("provider");
        some.set(provider, questions.act().domain().values(provider, List.of("aws", "oracle")));
        for (var region : questions.act().regions(some)) {
            assertTrue(Set.of(1, 2)
                    .containsAll(region.cells().get(provider).stream().boxed().toList()));
        }
    }

    @Test
    void aPointIsFoundExactlyWhereSomeClosedQuestionIsOne() {
        for (int seed = 0; seed < 10; seed++) {
            pointsAreFoundWhereThereAreAny(random(seed), seed);
        }
    }

    @Test
    void aPointTakesTheDefaultWhereAFacetMakesNoDifference() {
        var colour = Fixture.choice("colour", "green", "red", "green", "blue");
        var size = Fixture.choice("size", null, "small", "large");
        var words = Vocabulary.of(
                List.of(new Vocabulary.Act("host", "run", List.of("colour", "size"))),
                List.of(colour, size),
                List.of());
        var no = clause("no", prohibition(on("host", is("size", "large"))));
        var notGreen = clause("not-green", prohibition(on("host", not("colour", "green"))));
        var host = portfolio(deal("a", paper("p", "2024-01-01").adds(no, notGreen))
                        .noSilenceOn("acquire")
                        .noSilenceOn("use-ip")
                        .noSilenceOn("license"))
                .noSilence()
                .vocabulary(words);
        var act = ClosedQuestions.about("host", host.build(), day("2024-06-01")).act();
        assertEquals(new Point(List.of(1, 1), Map.of()), find(act, numbers(0), numbers()));
        assertEquals(new Point(List.of(0, 0), Map.of()), find(act, numbers(1), numbers(0)));
        assertEquals(1, act.domain().defaultCell(0));
        assertEquals(-1, act.domain().defaultCell(1));
    }

    @Test
    void noPointHasANormOfAReadingThatAPinExcludes() {
        var unclear = clause(
                "unclear",
                reading("strict", prohibition(on("host", any()))),
                reading("mild", permission(on("host", any()))));
        var pinned = portfolio(deal("a", paper("p", "2024-01-01").adds(unclear)))
                .pin("a", "unclear", "2024-02-01", "mild")
                .build();
        var act = ClosedQuestions.about("host", pinned, day("2024-06-01")).act();
        assertEquals(List.of(false, true), List.of(act.isLive(0), act.isLive(1)));
        assertNull(find(act, numbers(0), numbers()));
        assertNotNull(find(act, numbers(1), numbers(0)));
    }

    @Test
    void needsAreOrderedByKindAndThenByParty() {
        var offer = new Region.Need(Step.Kind.OFFER, Fixture.party("softbank"));
        var consent = new Region.Need(Step.Kind.CONSENT, Fixture.party("microsoft"));
        var other = new Region.Need(Step.Kind.CONSENT, Fixture.party("oracle"));
        var answer = new Region.Answer(Set.of(Outcome.CONDITIONAL), Set.of(other, consent, offer));
        assertEquals(List.of(offer, consent, other), List.copyOf(answer.needs()));
        assertEquals(Outcome.CONDITIONAL, answer.outcome());
        var both = new Region.Answer(Set.of(Outcome.PERMITTED, Outcome.FORBIDDEN), Set.of());
        assertEquals(Outcome.UNDETERMINED, both.outcome());
    }

    private static void closedQuestionsComeOutAsTheSlowInterpreterSays(ClosedQuestions questions, int seed) {
        var random = new Random(seed);
        var portfolio = questions.compiled().portfolio();
        var supposed = ClosedQuestions.takes(portfolio, "host");
        var naive = new Naive(new PlainConditions(), portfolio, "host", supposed, questions.at(), questions.knownAt());
        for (int i = 0; i < 40; i++) {
            var cells = questions.one(random);
            var question = questions.question(cells);
            var outcomes = EnumSet.noneOf(Outcome.class);
            for (var way : new Completing(portfolio, question, questions.at(), questions.knownAt()).all(naive)) {
                outcomes.addAll(naive.outcomes(way));
            }
            var expected = outcomes.size() == 1 ? outcomes.iterator().next() : Outcome.UNDETERMINED;
            assertEquals(expected, questions.act().outcome(cells), () -> "seed " + seed + ": " + question);
        }
    }

    private static void regionsAnswerEveryQuestionThatCanOccur(ClosedQuestions questions) {
        var act = questions.act();
        var regions = act.regions(questions.open());
        var deciding = new HashMap<Region, Set<ClauseName>>();
        for (var cells : questions.all()) {
            var around = regions.stream()
                    .filter(region -> ClosedQuestions.holds(new Box(new ArrayList<>(region.cells())), cells))
                    .toList();
            assertEquals(act.cannotOccur(cells) ? 0 : 1, around.size());
            if (!around.isEmpty()) {
                var region = around.getFirst();
                var decided = act.decide(cells);
                assertEquals(decided.outcome(), region.answer().outcome());
                var cited = decided.citations().stream()
                        .map(Citation::clause)
                        .collect(Collectors.toCollection(TreeSet::new));
                deciding.merge(region, cited, (one, other) -> {
                    one.retainAll(other);
                    return one;
                });
            }
        }
        deciding.forEach((region, cited) -> {
            if (region.answer().outcome() == Outcome.UNDETERMINED) {
                assertTrue(cited.containsAll(region.deciding()));
            } else {
                assertEquals(cited, region.deciding());
                assertEquals(needs(questions, region), region.answer().needs());
            }
        });
    }

    private static Set<Region.Need> needs(ClosedQuestions questions, Region region) {
        var cells =
                region.cells().stream().mapToInt(facet -> facet.nextSetBit(0)).toArray();
        return questions.ruling(cells).steps().stream()
                .map(step -> new Region.Need(step.kind(), step.to()))
                .collect(Collectors.toSet());
    }

    private static void pointsAreFoundWhereThereAreAny(ClosedQuestions questions, int seed) {
        var act = questions.act();
        var random = new Random(seed);
        var all = questions.all();
        for (int i = 0; i < 8 && act.norms() > 0; i++) {
            var standing = numbers(random.nextInt(act.norms()));
            var absent = new BitSet();
            for (int other = 0; other < random.nextInt(3); other++) {
                absent.set(random.nextInt(act.norms()));
            }
            var box = Box.everything(act.domain().size());
            if (random.nextBoolean()) {
                int facet = random.nextInt(act.domain().size());
                box = box.and(facet, numbers(random.nextInt(act.domain().cells(facet))));
            }
            var within = box;
            var found = act.find(within, standing, absent);
            boolean exists = all.stream()
                    .filter(cells -> ClosedQuestions.holds(within, cells))
                    .anyMatch(cells -> questions.settled(questions.applicable(cells), Map.of()).stream()
                            .anyMatch(way -> !act.cannotOccur(cells) && sought(act, way, standing, absent)));
            assertEquals(exists, found != null, () -> "seed " + seed + ": " + standing + " without " + absent);
            if (found != null) {
                var cells = found.cells().stream().mapToInt(Integer::intValue).toArray();
                assertTrue(ClosedQuestions.holds(within, cells));
                for (var way : questions.settled(questions.applicable(cells), found.given())) {
                    assertTrue(sought(act, way, standing, absent), () -> "seed " + seed + ": " + found);
                }
            }
        }
    }

    private static boolean sought(CompiledAct act, NormSet applicable, BitSet standing, BitSet absent) {
        var stand = act.precedence().standing(applicable);
        return standing.stream().allMatch(stand::has) && absent.stream().noneMatch(stand::has);
    }

    private static @Nullable Point find(CompiledAct act, BitSet standing, BitSet absent) {
        return act.find(Box.everything(act.domain().size()), standing, absent);
    }

    private static BitSet numbers(int... numbers) {
        var set = new BitSet();
        for (int number : numbers) {
            set.set(number);
        }
        return set;
    }

    /** Own capacity is never used for the API, which cuts the impossible out of each of them. */
    private static ClosedQuestions random(int seed) {
        var source = new Random(seed * 0x9E3779B97F4A7C15L);
        var random = new RandomPortfolio(source);
        var fixture = random.write();
        if (seed % 2 == 0) {
            fixture.impossible(is("provider", "own").and("product", new Match.AnyOf(List.of("api"))));
        }
        return ClosedQuestions.about("host", fixture.build(), day(RandomPortfolio.date(4 + source.nextInt(8))));
    }

    /** One agreement of many narrow clauses, some of which have readings and some of which override earlier ones. */
    private static ClosedQuestions wide() {
        var random = new Random(64);
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < 150; i++) {
            var scope = on(
                    "host",
                    is("provider", PROVIDERS.get(random.nextInt(4)))
                            .and("workload", new Match.AnyOf(List.of(WORKLOADS.get(random.nextInt(3)))))
                            .and("gpus", new Match.Between(100L * (i % 8), 100L * (i % 8) + 150)));
            var body = switch (random.nextInt(4)) {
                case 0, 1 -> permission(scope);
                case 2 -> prohibition(scope);
                default -> unlessConsentOf("softbank", scope);
            };
            var draft = i % 40 == 39
                    ? clause("c" + i, reading("much", body), reading("nothing", null))
                    : clause("c" + i, body);
            var overrides = new LinkedHashSet<String>();
            while (overrides.size() < i / 10) {
                overrides.add("c" + random.nextInt(i));
            }
            drafts.add(draft.overrides(overrides.toArray(String[]::new)));
        }
        var papers = paper("p", "2024-01-01").adds(drafts.toArray(Draft[]::new));
        return ClosedQuestions.about("host", portfolio(deal("a", papers)).build(), day("2024-06-01"));
    }
}
