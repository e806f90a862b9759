package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.day;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.question.Outcome;
import io.proviso.counsel.Deals;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What the check finds by searching boxes, found again by asking every closed question. */
class BruteForceTest {
    @RepeatedTest(200)
    void aContradictionIsFoundExactlyWhereSomeClosedQuestionHasTwoAnswers(RepetitionInfo seed) {
        var portfolio = new Deals()
                .agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", clauses(new Random(seed.getCurrentRepetition())))
                .compile();
        var at = day("2025-01-01");
        boolean clashes = portfolio.portfolio().vocabulary().acts().keySet().stream()
                .map(act -> portfolio.act(act, at, at))
                .anyMatch(act ->
                        everyQuestion(act).stream().anyMatch(cells -> act.outcome(cells) == Outcome.UNDETERMINED));
        boolean found =
                PortfolioCheck.of(portfolio, null).stream().anyMatch(finding -> finding.check() == Check.CONTRADICTION);
        assertEquals(clashes, found);
    }

    /** Each may override only earlier ones, so that no circle comes about. */
    private static Change[] clauses(Random random) {
        var clauses = new ArrayList<Change>();
        int count = 2 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            var act = random.nextBoolean() ? "acquire" : "host";
            var condition = condition(random, act);
            var overrides = new ArrayList<String>();
            for (int other = 0; other < i; other++) {
                if (random.nextInt(3) == 0) {
                    overrides.add("clause-" + other);
                }
            }
            var body = random.nextBoolean() ? Deals.permits(act, condition) : Deals.forbids("northern", act, condition);
            clauses.add(adds("clause-" + i, body, overrides.toArray(String[]::new)));
        }
        return clauses.toArray(Change[]::new);
    }

    private static Condition condition(Random random, String act) {
        var condition = Condition.ALWAYS;
        if (random.nextBoolean()) {
            condition = condition.and("provider", some(random, "north", "south", "east"));
        }
        if (act.equals("host") && random.nextBoolean()) {
            condition = condition.and("product", some(random, "api", "other"));
        }
        if (act.equals("acquire") && random.nextBoolean()) {
            condition = condition.and("workload", some(random, "training", "inference"));
        }
        if (act.equals("acquire") && random.nextBoolean()) {
            long from = random.nextInt(3) * 1000L;
            condition = condition.and("gpus", new Match.Between(from, from + 1000));
        }
        return condition;
    }

    private static Match some(Random random, String... values) {
        var one = List.of(values[random.nextInt(values.length)]);
        return random.nextBoolean() ? new Match.AnyOf(one) : new Match.NoneOf(one);
    }

    private static List<int[]> everyQuestion(CompiledAct act) {
        var questions = new ArrayList<int[]>();
        everyQuestion(act, new int[act.domain().size()], 0, questions);
        return questions;
    }

    private static void everyQuestion(CompiledAct act, int[] cells, int facet, List<int[]> questions) {
        if (facet == cells.length) {
            questions.add(cells.clone());
            return;
        }
        for (int cell = 0; cell < act.domain().cells(facet); cell++) {
            cells[facet] = cell;
            everyQuestion(act, cells, facet + 1, questions);
        }
    }
}
