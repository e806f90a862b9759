package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.question.Outcome;
import io.proviso.units.Party;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is open is known by where it stands: clause, facet and place within the clause. */
class UnknownsTest {
    private static final Condition HIDDEN = hidden("provider");

    private static Condition hidden(String facet) {
        return Condition.ALWAYS.and(facet, new Match.Undisclosed());
    }

    private static Scope scope(Condition... conditions) {
        return new Scope(List.of(conditions).stream()
                .map(condition -> new Scope.Case(List.of("host"), condition))
                .toList());
    }

    private static FirstAvailability first(Scope on, Condition... lifted) {
        return new FirstAvailability(new Party("microsoft"), on, List.of(lifted));
    }

    private static Ruling ruling(ClauseBody body) {
        return portfolio(deal("a", paper("p", "2024-01-01").adds(clause("c", body))))
                .ask("2024-06-01", "act=host provider=aws workload=inference");
    }

    private static Set<String> open(Ruling ruling) {
        var open = new TreeSet<String>();
        ruling.split().forEach(branch -> branch.given().keySet().forEach(given -> open.add(given.words())));
        return open;
    }

    @Test
    void twoUndisclosedTermsOfOneClauseOnOneFacetAreTwoUnknowns() {
        var ruling = ruling(first(scope(HIDDEN), HIDDEN));
        assertEquals(Outcome.UNDETERMINED, ruling.outcome());
        assertEquals(
                Set.of("undisclosed provider (on) of a/c", "undisclosed provider (lifted-when) of a/c"), open(ruling));
    }

    @Test
    void aTermThatIsTheOnlyOneOnItsFacetNeedsNoPlace() {
        var ruling = ruling(first(scope(HIDDEN), hidden("workload")));
        assertEquals(Set.of("undisclosed provider of a/c", "undisclosed workload of a/c"), open(ruling));
    }

    @ParameterizedTest
    @CsvSource({"1,0", "1,1", "1,2", "1,3", "2,0", "2,1", "2,2", "3,0", "3,1", "3,2", "4,1", "1,4"})
    void aFirstAvailabilityIsUndeterminedHoweverManyTermsAreHidden(int on, int lifted) {
        var ruling = ruling(first(
                scope(Collections.nCopies(on, HIDDEN).toArray(Condition[]::new)),
                Collections.nCopies(lifted, HIDDEN).toArray(Condition[]::new)));
        assertEquals(Outcome.UNDETERMINED, ruling.outcome());
        assertEquals(on + lifted, open(ruling).size());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,3", "4,4", "5,5"})
    void eachCaseOfAScopeHasAnUnknownOfItsOwn(int cases, int unknowns) {
        var forbids = ruling(new Prohibition(
                new Party("openai"), scope(Collections.nCopies(cases, HIDDEN).toArray(Condition[]::new)), null));
        assertEquals(Outcome.UNDETERMINED, forbids.outcome());
        assertEquals(unknowns, open(forbids).size());
    }

    @Test
    void oneCaseThatSpeaksOfTwoActsHasOneUnknown() {
        var both = new Scope(List.of(new Scope.Case(List.of("host", "acquire"), HIDDEN)));
        assertEquals(
                Set.of("undisclosed provider of a/c"), open(ruling(new Prohibition(new Party("openai"), both, null))));
    }
}
