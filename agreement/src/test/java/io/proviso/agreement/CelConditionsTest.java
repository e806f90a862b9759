package io.proviso.agreement;

import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Completed;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.ruling.Fixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second opinion reads a clause right, or its agreement with the masks would mean little. */
class CelConditionsTest {
    private static final Vocabulary VOCABULARY = Fixture.portfolio().build().vocabulary();

    @Test
    void aConditionIsWrittenTermByTermWithGroupsSpeltOut() {
        var condition = not("provider", "azure", "own")
                .and("workload", new Match.AnyOf(List.of("training", "inference")))
                .and("gpus", new Match.Between(100, 300));
        assertEquals(
                "!(facet[\"provider\"] in [\"azure\", \"own\"])"
                        + " && facet[\"workload\"] in [\"pre-training\", \"post-training\", \"inference\"]"
                        + " && number[\"gpus\"] >= 100 && number[\"gpus\"] < 300",
                CelConditions.expression(VOCABULARY, condition));
        assertEquals("true", CelConditions.expression(VOCABULARY, Condition.ALWAYS));
    }

    @Test
    void devCelTellsTheEndsOfARangeApart() {
        var range = new Condition(Map.of("gpus", new Match.Between(100, 300)));
        assertFalse(holds(range, "gpus", "99"));
        assertTrue(holds(range, "gpus", "100"));
        assertTrue(holds(range, "gpus", "299"));
        assertFalse(holds(range, "gpus", "300"));
    }

    @Test
    void anUndisclosedTermIsCoveredOrNotAsThisClausesCompletionSays() {
        var undisclosed = is("provider", "azure").and("workload", new Match.Undisclosed());
        var values = Map.of("provider", "azure", "workload", "inference");
        var cel = new CelConditions();
        var covered = new Completed(values, Map.of("undisclosed workload of a/c1", "covered"));
        assertTrue(cel.hold(VOCABULARY, "a/c1", undisclosed, covered));
        assertFalse(cel.hold(VOCABULARY, "a/c2", undisclosed, covered));
    }

    private static boolean holds(Condition condition, String facet, String value) {
        return new CelConditions().hold(VOCABULARY, "a/c1", condition, new Completed(Map.of(facet, value), Map.of()));
    }
}
