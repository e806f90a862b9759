package io.proviso.replay.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.charts.scale.Unit;
import io.proviso.replay.report.RandomStudies;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page says what its words mean, and uses none of them for two numbers. */
class EachWordMeansOneThingTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(201, 240);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void unmetIsOneNumberOfAScenario(long seed) {
        var page = PageRead.of(RandomStudies.of(seed).page());
        var figures = page.table("unmet");
        var unmet = page.figures().stream()
                .filter(figure -> figure.id().equals("unmet"))
                .findFirst()
                .orElseThrow()
                .table();
        for (var scenario : figures.rows().keySet()) {
            double wanted = unmet.number(scenario, "wanted (GPU-hours)");
            var share = wanted == 0
                    ? "none wanted"
                    : Unit.share().label(unmet.number(scenario, "unmet (GPU-hours)") / wanted);
            assertEquals(share, figures.cell(scenario, "unmet"));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aColumnOfOneNameAndScenarioHasOneNumber(long seed) {
        Map<String, String> told = new HashMap<>();
        var page = PageRead.of(RandomStudies.of(seed).page());
        for (var figure : page.figures()) {
            for (var column : figure.table().columns()) {
                var word = column.replaceFirst(" \\(.*", "");
                if (Arrays.stream(Term.values()).anyMatch(term -> term.word().equals(word))) {
                    var place = figure.id().replaceFirst("-(mine|theirs|nobodys)$", "");
                    assertEquals(place, told.merge(word, place, (one, _) -> one), word + " is in two pictures");
                }
            }
        }
        assertEquals(Map.of("demand", "capacity", "wanted", "unmet", "unmet", "unmet", "not begun", "unmet"), told);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePicturesOfCapacityShowDemandAndNothingUnmet(long seed) {
        var page = RandomStudies.of(seed).page();
        var figures = Pattern.compile("<figure class=\"chart\" id=\"capacity-.*?</figure>", Pattern.DOTALL)
                .matcher(page);
        while (figures.find()) {
            assertFalse(figures.group().contains("unmet"), figures.group());
            assertTrue(figures.group().contains("demand above capacity"));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePageSaysOnceWhatEachWordMeans(long seed) {
        var page = PageRead.of(RandomStudies.of(seed).page());
        assertEquals(Arrays.stream(Term.values()).map(Term::word).toList(), page.texts("dt"));
        assertEquals(
                Arrays.stream(Term.values()).map(term -> term.meaning() + ".").toList(), page.texts("dd"));
        assertEquals(
                Term.values().length,
                new TreeSet<>(List.of(Term.values()))
                        .stream().map(Term::meaning).distinct().count());
    }
}
