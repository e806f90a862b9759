package io.proviso.agreement.rules;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.consent;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.proviso.agreement.Instrument;
import io.proviso.agreement.Paper;
import io.proviso.agreement.Problem;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.agreement.ruling.RulingPropertiesTest;
import io.proviso.calendar.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of two papers of one instant either the order does not matter, or both are told of each other, in whatever order they stand. */
class PapersOfOneInstantTest {
    private static final String DAY = "2024-03-01";
    private static final ClauseBody NOWHERE = prohibition(on("host", any()));
    private static final ClauseBody ANYWHERE = permission(on("host", any()));
    private static final Permission REVOCABLE = new Permission(on("host", any()), null, new Window.Days(1), null);
    private static final String DEPENDS = "depends on which of them comes last";

    /** What stands before: two clauses, and a consent for each of them. */
    private static List<Paper> before() {
        return List.of(
                paper("p", "2024-01-01").adds(clause("x", NOWHERE), clause("y", NOWHERE)),
                consent("c", "2024-02-01")
                        .adds(
                                clause("for-x", REVOCABLE).overrides("x"),
                                clause("for-y", REVOCABLE).overrides("y")));
    }

    private static Paper one() {
        return paper("one", DAY);
    }

    private static Paper two() {
        return paper("two", DAY);
    }

    private static Paper reads(Paper paper, String clause, String name) {
        return paper.type(Instrument.Type.INTERPRETIVE).interprets(clause, reading(name, ANYWHERE));
    }

    private static Paper revokes(Paper paper, String consent) {
        return paper.type(Instrument.Type.NOTICE).by("microsoft").revokes(consent);
    }

    private static Paper gives(Paper paper, String consent, String pierced) {
        return paper.type(Instrument.Type.CONSENT)
                .by("microsoft")
                .adds(clause(consent, REVOCABLE).overrides(pierced));
    }

    static Stream<Arguments> contradicting() {
        return Stream.of(
                arguments(
                        "both restate a clause",
                        one().restates(clause("x", ANYWHERE)),
                        two().restates(clause("x", NOWHERE))),
                arguments(
                        "both restate it alike",
                        one().restates(clause("x", NOWHERE)),
                        two().restates(clause("x", NOWHERE))),
                arguments("one ends what the other restates", one().ends("x"), two().restates(clause("x", ANYWHERE))),
                arguments("both end a clause", one().ends("x"), two().ends("x")),
                arguments(
                        "one ends a clause, the other only in part",
                        one().ends("x"),
                        two().ends("x", reading("left", NOWHERE), reading("none", null))),
                arguments(
                        "both end it in part",
                        one().ends("x", reading("so", NOWHERE), reading("none", null)),
                        two().ends("x", reading("or-so", NOWHERE), reading("gone", null))),
                arguments(
                        "one restates a clause that the other reads in one more way",
                        one().restates(clause("x", NOWHERE)),
                        reads(two(), "x", "so")),
                arguments(
                        "one ends a clause that the other reads in one more way",
                        one().ends("x"),
                        reads(two(), "x", "so")),
                arguments(
                        "one ends in part what the other reads in one more way",
                        one().ends("x", reading("left", NOWHERE), reading("none", null)),
                        reads(two(), "x", "so")),
                arguments(
                        "one restates a consent that the other takes back",
                        one().restates(clause("for-x", REVOCABLE)),
                        revokes(two(), "for-x")),
                arguments("one ends a consent that the other takes back", one().ends("for-x"), revokes(two(), "for-x")),
                arguments("both take a consent back", revokes(one(), "for-x"), revokes(two(), "for-x")),
                arguments(
                        "both add a clause of one name",
                        one().adds(clause("z", ANYWHERE)),
                        two().adds(clause("z", NOWHERE))),
                arguments(
                        "one adds what the other restates",
                        one().adds(clause("z", ANYWHERE)),
                        two().restates(clause("z", NOWHERE))),
                arguments(
                        "one adds what the other reads in one more way",
                        one().adds(clause("z", NOWHERE)),
                        reads(two(), "z", "so")),
                arguments(
                        "one gives a consent for what the other restates",
                        one().restates(clause("x", NOWHERE)),
                        gives(two(), "new", "x")),
                arguments("one gives a consent for what the other ends", one().ends("x"), gives(two(), "new", "x")),
                arguments(
                        "one restates the clause, the other its consent",
                        one().restates(clause("x", NOWHERE)),
                        two().restates(clause("for-x", REVOCABLE))),
                arguments(
                        "one restates the clause, the other takes its consent back",
                        one().restates(clause("x", NOWHERE)),
                        revokes(two(), "for-x")),
                arguments(
                        "one ends the clause, the other reads its consent",
                        one().ends("x"),
                        reads(two(), "for-x", "so")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradicting")
    void whatDependsOnTheOrderIsRefusedInBothPlaces(String what, Paper one, Paper other) {
        for (var papers : List.of(List.of(one, other), List.of(other, one))) {
            var told = problems(papers).stream()
                    .filter(problem -> problem.message().contains(DEPENDS))
                    .map(problem -> problem.path().split("/", -1)[3])
                    .distinct()
                    .sorted()
                    .toList();
            assertEquals(List.of("one", "two"), told, what);
        }
    }

    static Stream<Arguments> agreeing() {
        return Stream.of(
                arguments(
                        "different clauses are restated",
                        one().restates(clause("x", ANYWHERE)),
                        two().restates(clause("y", ANYWHERE))),
                arguments("different clauses are ended", one().ends("x"), two().ends("y")),
                arguments(
                        "different clauses are added",
                        one().adds(clause("v", ANYWHERE)),
                        two().adds(clause("w", NOWHERE))),
                arguments("a clause is read in two more ways", reads(one(), "x", "so"), reads(two(), "x", "or-so")),
                arguments(
                        "a consent is read in one more way, and taken back",
                        reads(one(), "for-x", "so"),
                        revokes(two(), "for-x")),
                arguments("a clause is ended, and its consent too", one().ends("x"), two().ends("for-x")),
                arguments(
                        "a clause is restated and keeps a consent that is taken back",
                        one().restates(clause("x", NOWHERE), "for-x"),
                        revokes(two(), "for-x")),
                arguments(
                        "a clause is restated and keeps a consent given then",
                        one().restates(clause("x", NOWHERE), "new"),
                        gives(two(), "new", "x")),
                arguments(
                        "a consent is given for a clause added then",
                        one().adds(clause("z", NOWHERE)),
                        gives(two(), "new", "z")),
                arguments(
                        "a consent is given for a clause left in part",
                        one().ends("x", reading("left", NOWHERE), reading("none", null)),
                        gives(two(), "new", "x")),
                arguments(
                        "a consent is given for a clause read in one more way",
                        reads(one(), "x", "so"),
                        gives(two(), "new", "x")),
                arguments(
                        "one clause is ended, and the consent for another taken back",
                        one().ends("x"),
                        revokes(two(), "for-y")),
                arguments(
                        "a paper that binds nobody promises otherwise",
                        one().restates(clause("x", ANYWHERE)),
                        two().type(Instrument.Type.MOU).ends("x")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("agreeing")
    void whatDoesNotDependOnTheOrderComesToTheSameRulings(String what, Paper one, Paper other) {
        var first = fixture(List.of(one, other));
        var second = fixture(List.of(other, one));
        assertEquals(List.of(), first.problems(), what);
        for (var asOf : List.of("2024-02-15", DAY, "2024-03-15")) {
            for (var question : List.of("act=host", "act=host provider=aws", "act=host provider=aws product=api")) {
                assertEquals(first.ask(asOf, question), second.ask(asOf, question), what);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradicting")
    void whatTakesEffectLaterThanTheOtherContradictsNothing(String what, Paper one, Paper other) {
        var later = other.instrument();
        var next = new Instrument(
                later.name(),
                later.type(),
                later.effective().plusSeconds(1),
                later.recorded().plusSeconds(1),
                later.source(),
                later.by(),
                later.changes());
        var papers = new ArrayList<>(before().stream().map(Paper::instrument).toList());
        papers.addAll(List.of(next, one.instrument()));
        var agreement = RulingPropertiesTest.with(deal("a").agreement(), papers);
        var problems = PortfolioRules.problems(
                Fixture.vocabulary(),
                Map.of(),
                List.of(agreement),
                portfolio().build().calendars(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertTrue(problems.stream().noneMatch(problem -> problem.message().contains(DEPENDS)), what);
    }

    private static List<Problem> problems(List<Paper> papers) {
        return fixture(papers).problems();
    }

    private static Fixture fixture(List<Paper> papers) {
        return portfolio(
                deal("a", Stream.concat(before().stream(), papers.stream()).toArray(Paper[]::new)));
    }
}
