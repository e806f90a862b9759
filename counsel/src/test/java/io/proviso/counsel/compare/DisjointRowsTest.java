package io.proviso.counsel.compare;

import static io.proviso.counsel.Deals.addsUnclear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Region;
import io.proviso.counsel.Deals;
import io.proviso.counsel.Era;
import io.proviso.counsel.Standpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The rows of a comparison against every closed question of random portfolios, asked one by one. */
public class DisjointRowsTest {
    /** A clause before it is written, so that it can be written into any file. */
    record Sketch(String agreement, String paper, String name, String act, Condition condition, int kind) {
        Change change() {
            return switch (kind) {
                case 0 -> Deals.adds(name, Deals.permits(act, condition));
                case 1 -> Deals.adds(name, Deals.firstRefusal("northern", condition, "5 days"));
                case 2 -> addsUnclear(name, Deals.forbids("northern", act, condition), null);
                default -> Deals.adds(name, Deals.forbids("northern", act, condition));
            };
        }
    }

    @RepeatedTest(120)
    void eachQuestionWhoseAnswerDiffersFallsIntoOneRowAndNoOtherIntoAny(RepetitionInfo seed) {
        var deals = deals(sketches(seed.getCurrentRepetition()));
        var before = deals.at("2025-01-15");
        var after = deals.at("2025-02-15");
        var comparison = PortfolioDiff.of(before, after);
        for (var act : before.portfolio().vocabulary().acts().keySet()) {
            everyQuestion(before, after, act, (question, differs) -> {
                assertEquals(differs ? 1 : 0, holding(comparison.answers(), act, question), question::toString);
                if ("none".equals(question.get("refusal")) || "none".equals(question.get("agi"))) {
                    assertEquals(differs ? 1 : 0, holding(comparison.asked(), act, question), question::toString);
                }
            });
        }
    }

    @RepeatedTest(60)
    void theRowsAreTheSameInWhateverOrderAgreementsAndClausesAreRead(RepetitionInfo seed) {
        var sketches = new ArrayList<>(sketches(seed.getCurrentRepetition()));
        var told = told(deals(sketches));
        var random = new Random(seed.getCurrentRepetition());
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(sketches, random);
            assertEquals(told, told(deals(sketches)));
        }
    }

    @RepeatedTest(40)
    void theLargestRowComesFirstAndNoRowIsLargerThanTheAct(RepetitionInfo seed) {
        var deals = deals(sketches(seed.getCurrentRepetition()));
        var comparison = PortfolioDiff.of(deals.at("2025-01-15"), deals.at("2025-02-15"));
        for (var rows : List.of(comparison.answers(), comparison.asked())) {
            double last = 1;
            var sums = new HashMap<String, Double>();
            for (var row : rows) {
                assertTrue(row.share() <= last && row.share() > 0, rows::toString);
                last = row.share();
                sums.merge(row.act(), row.share(), Double::sum);
            }
            assertTrue(sums.values().stream().allMatch(sum -> sum < 1 + 1e-9), sums::toString);
        }
    }

    private static List<String> told(Deals deals) {
        var comparison = PortfolioDiff.of(deals.at("2025-01-15"), deals.at("2025-02-15"));
        var told = new ArrayList<>(
                comparison.answers().stream().map(AnswerChange::toString).toList());
        comparison.asked().forEach(row -> told.add(row.toString()));
        told.add(ComparisonText.headline(comparison));
        return told;
    }

    private interface Looked {
        void at(Map<String, String> question, boolean differs);
    }

    private static void everyQuestion(Standpoint before, Standpoint after, String act, Looked looked) {
        var contrast = Contrast.free(before.supposing(act), after.supposing(act));
        var space = contrast.space();
        var total = space.axes().stream().mapToInt(CommonSpace.Axis::size).reduce(1, (one, other) -> one * other);
        for (int number = 0; number < total; number++) {
            var question = new LinkedHashMap<String, String>();
            int rest = number;
            for (var axis : space.axes()) {
                int cell = rest % axis.size();
                rest /= axis.size();
                question.put(
                        axis.name(),
                        axis.labels().isEmpty()
                                ? Long.toString(axis.first(cell))
                                : axis.labels().get(cell));
            }
            if (!isImpossible(question)) {
                looked.at(
                        question,
                        !answer(before.supposing(act), question).equals(answer(after.supposing(act), question)));
            }
        }
    }

    /** What the words of a row say, read as a person would. */
    private static long holding(List<AnswerChange> rows, String act, Map<String, String> question) {
        return rows.stream()
                .filter(row -> row.act().equals(act))
                .filter(row -> row.where().stream().allMatch(limit -> holds(limit, question)))
                .filter(row ->
                        row.except().isEmpty() || !row.except().stream().allMatch(limit -> holds(limit, question)))
                .count();
    }

    private static boolean holds(AnswerChange.Limit limit, Map<String, String> question) {
        var value = question.getOrDefault(limit.facet(), "");
        return limit.values().stream().anyMatch(told -> {
            if (told.endsWith(" or more")) {
                return Long.parseLong(value) >= Long.parseLong(told.substring(0, told.indexOf(' ')));
            }
            if (told.contains("..")) {
                var ends = told.split("\\.\\.", -1);
                return Long.parseLong(value) >= Long.parseLong(ends[0])
                        && Long.parseLong(value) <= Long.parseLong(ends[1]);
            }
            return told.equals(value);
        });
    }

    /** The outcome and the steps of one closed question, by the engine that rules. */
    private static Region.Answer answer(CompiledAct act, Map<String, String> question) {
        var cells = new int[act.domain().size()];
        for (int i = 0; i < cells.length; i++) {
            var value = question.getOrDefault(act.domain().facet(i).name(), "");
            if (act.domain().facet(i) instanceof Facet.Count) {
                cells[i] = act.domain().cellOf(i, Long.parseLong(value));
            } else {
                for (int cell = 0; cell < act.domain().cells(i); cell++) {
                    cells[i] = act.domain().label(i, cell).equals(value) ? cell : cells[i];
                }
            }
        }
        var answer = act.regions(IntStream.of(cells).mapToObj(Era::only).toList())
                .getFirst()
                .answer();
        assertEquals(act.outcome(cells), answer.outcome());
        return answer;
    }

    private static boolean isImpossible(Map<String, String> question) {
        return "east".equals(question.get("provider")) && "other".equals(question.get("product"));
    }

    public static List<Sketch> sketches(int seed) {
        var random = new Random(seed);
        var sketches = new ArrayList<Sketch>();
        int count = 3 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            var act = random.nextBoolean() ? "acquire" : "host";
            int kind = random.nextInt(5);
            sketches.add(new Sketch(
                    random.nextBoolean() ? "lease" : "supply",
                    random.nextInt(3) == 0 ? "deed" : "change",
                    "clause-" + i,
                    kind == 1 ? "acquire" : act,
                    condition(random, kind == 1 ? "acquire" : act),
                    kind));
        }
        return sketches;
    }

    /** Papers and agreements in the order in which the sketches first name them. */
    public static Deals deals(List<Sketch> sketches) {
        var words = Deals.vocabulary();
        var deals = new Deals()
                .vocabulary(new Vocabulary(
                        words.acts(),
                        words.facets(),
                        List.of(Deals.is("provider", "east").and("product", Deals.anyOf("other")))));
        var agreements = new ArrayList<>(
                sketches.stream().map(Sketch::agreement).distinct().toList());
        for (var agreement : agreements) {
            deals.agreement(agreement, "lab", "northern:north");
            for (var paper : new TreeSet<>(List.of("deed", "change")).descendingSet()) {
                deals.paper(
                        paper + " of " + agreement,
                        paper.equals("deed") ? "2025-01-01" : "2025-02-01",
                        sketches.stream()
                                .filter(sketch -> sketch.agreement().equals(agreement)
                                        && sketch.paper().equals(paper))
                                .map(Sketch::change)
                                .toArray(Change[]::new));
            }
        }
        return deals;
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
}
