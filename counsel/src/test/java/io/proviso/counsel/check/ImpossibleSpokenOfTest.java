package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.anyOf;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Match;
import io.proviso.counsel.Deals;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vocabulary says that what runs in the east is no api. */
class ImpossibleSpokenOfTest {
    private static Deals deals(String act, Condition condition) {
        var words = Deals.vocabulary();
        return new Deals()
                .vocabulary(new Vocabulary(
                        words.acts(),
                        words.facets(),
                        List.of(is("provider", "east").and("product", anyOf("api")))))
                .agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", adds("ban", forbids("northern", act, condition)));
    }

    static Stream<Arguments> conditions() {
        var api = anyOf("api");
        return Stream.of(
                Arguments.of("host", Condition.ALWAYS, ""),
                Arguments.of("host", is("provider", "east"), ""),
                Arguments.of("host", is("product", "api"), ""),
                Arguments.of("host", is("provider", "south").and("product", api), ""),
                Arguments.of("host", is("provider", "south", "east").and("product", api), "product api, provider east"),
                Arguments.of("host", not("provider", "north").and("product", api), "product api, provider east"),
                Arguments.of(
                        "host",
                        is("provider", "east").and("product", anyOf("api", "other")),
                        "product api, provider east"),
                Arguments.of("host", not("provider", "east").and("product", api), ""),
                Arguments.of("host", is("provider", "east").and("product", anyOf("other")), ""),
                Arguments.of(
                        "host",
                        is("provider", "north", "east").and("product", new Match.NoneOf(List.of("other"))),
                        "product api, provider east"),
                Arguments.of("acquire", is("provider", "east"), ""));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void aClauseThatItselfSpeaksOfAnImpossiblePairIsFoundAndNoOther(String act, Condition condition, String said) {
        var found = Found.check(deals(act, condition)).stream()
                .filter(finding -> finding.check() == Check.IMPOSSIBLE_SPOKEN_OF)
                .toList();
        if (said.isEmpty()) {
            assertEquals(List.of(), found);
        } else {
            assertTrue(
                    Found.only(found).message().startsWith("ban speaks of " + said + ", which the vocabulary calls"),
                    found::toString);
        }
    }

    @Test
    void aClauseThatSpeaksOfNothingElseNeverHasEffectAndIsFoundAsThat() {
        assertEquals(
                List.of(Check.UNREACHABLE),
                Found.check(deals("host", is("provider", "east").and("product", anyOf("api")))).stream()
                        .map(Finding::check)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 30, 100})
    void howeverMuchIsFoundItFitsAScreenAndNothingIsLeftOutUnsaid(int clauses) {
        var changes = new ArrayList<Change>();
        for (int i = 0; i < clauses; i++) {
            changes.add(adds(
                    "ban-" + i,
                    forbids("northern", "host", is("provider", "south", "east").and("product", anyOf("api")))));
        }
        var words = Deals.vocabulary();
        var findings = Found.check(new Deals()
                .vocabulary(new Vocabulary(
                        words.acts(),
                        words.facets(),
                        List.of(is("provider", "east").and("product", anyOf("api")))))
                .agreement("supply", "lab", "northern:north")
                .paper("deed", "2025-01-01", changes.toArray(Change[]::new)));
        assertEquals(clauses, findings.size());
        var text = FindingsInBrief.of(findings, "test", ZoneOffset.UTC, null);
        assertTrue(text.lines().count() <= 24, text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
        assertEquals(clauses > 9, text.contains(" more findings\n"), text);
        assertTrue(text.startsWith(
                clauses == 0
                        ? "No finding in test."
                        : clauses == 1 ? "1 finding in test." : clauses + " findings in test."));
    }
}
