package io.proviso.agreement.question;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.between;
import static io.proviso.agreement.ruling.Fixture.is;
import static io.proviso.agreement.ruling.Fixture.not;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.permission;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static io.proviso.agreement.ruling.Fixture.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.proviso.agreement.Problem;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.ruling.Fixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two pins, or two entries of the record, of one instant that contradict are refused in both places; corrections and repetitions are not. */
class PinsAndFactsOfOneInstantTest {
    private static final String MADE = "2024-06-01";

    @ParameterizedTest
    @CsvSource({
        // One reading against another of the version, then the same choice in other words, then readings of other
        // versions.
        "one, two, true",
        "two, one, true",
        "one two, one, true",
        "one two, two three, true",
        "one two three, three, true",
        "left, none, true",
        "one left, one none, true",
        "one left, two left, true",
        "one, one, false",
        "one two, two one, false",
        "one left, one, false",
        "one, left, false",
        "one two, left, false",
        "one left, one left, false"
    })
    void pinsOfOneInstantThatChooseDifferentlyAreRefused(String first, String second, boolean refused) {
        var fixture = unclear()
                .pin("a", "c", MADE, first.split(" ", -1))
                .pin("a", "other", MADE, "so")
                .pin("a", "c", MADE, second.split(" ", -1));
        assertEquals(refused ? List.of("pins/0", "pins/2") : List.of(), paths(fixture));
    }

    @ParameterizedTest
    @CsvSource({"2024-06-01, 2024-06-02", "2024-06-02, 2024-06-01", "2024-06-01T00:00:00Z, 2024-06-01T00:00:01Z"})
    void aPinMadeLaterMayChooseOtherwise(String first, String second) {
        assertEquals(List.of(), paths(unclear().pin("a", "c", first, "one").pin("a", "c", second, "two")));
    }

    @Test
    void aPinOnAnotherClauseMayChooseOtherwise() {
        assertEquals(List.of(), paths(unclear().pin("a", "c", MADE, "one").pin("a", "other", MADE, "or-so")));
    }

    static Stream<Arguments> scopes() {
        return Stream.of(
                arguments(any(), any(), true),
                arguments(any(), is("provider", "aws"), true),
                arguments(is("provider", "aws"), is("provider", "aws", "oracle"), true),
                arguments(is("provider", "aws"), not("provider", "oracle"), true),
                arguments(is("provider", "aws"), is("product", "api"), true),
                arguments(is("workload", "training"), is("workload", "pre-training"), true),
                arguments(between("gpus", 0, 100), between("gpus", 99, 200), true),
                arguments(between("gpus", 5, 6), is("provider", "aws"), true),
                arguments(is("provider", "aws"), is("provider", "oracle"), false),
                arguments(is("provider", "aws"), not("provider", "aws"), false),
                arguments(is("workload", "training"), is("workload", "inference"), false),
                arguments(
                        is("provider", "aws").and("product", only("api")),
                        is("provider", "aws").and("product", only("other")),
                        false),
                arguments(between("gpus", 0, 100), between("gpus", 100, 200), false),
                arguments(is("licensee", "amazon"), is("provider", "aws"), false));
    }

    private static Match only(String value) {
        return new Match.AnyOf(List.of(value));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void entriesThatCameOnRecordTogetherAndMeetAreRefusedWhereTheirValuesDiffer(
            Condition one, Condition other, boolean meet) {
        var refused = meet ? List.of("record/0", "record/1") : List.of();
        assertEquals(refused, paths(attested("declared", "2024-05-01", one, "rejected", "2024-05-01", other)));
        assertEquals(refused, paths(attested("declared", "2024-05-01", other, "rejected", "2024-05-01", one)));
        assertEquals(List.of(), paths(attested("declared", "2024-05-01", one, "declared", "2024-05-01", other)));
        assertEquals(List.of(), paths(attested("declared", "2024-05-01", one, "rejected", "2024-05-02", other)));
        assertEquals(List.of(), paths(attested("declared", "2024-05-02", one, "rejected", "2024-05-01", other)));
    }

    @Test
    void aCorrectionCountsFromWhenItCameOnRecordInWhateverOrder() {
        for (var corrected : List.of(
                attested("verified", "2024-05-01", any(), "rejected", "2024-06-01", any()),
                attested("rejected", "2024-06-01", any(), "verified", "2024-05-01", any()))) {
            var question = "act=host provider=aws";
            assertEquals(
                    Outcome.PERMITTED,
                    corrected.ask("2024-07-01", "2024-05-31", question).outcome());
            assertEquals(
                    Outcome.FORBIDDEN,
                    corrected.ask("2024-07-01", "2024-06-01", question).outcome());
        }
    }

    private static Fixture attested(
            String first, String recorded, Condition one, String second, String later, Condition other) {
        var no = clause("no", prohibition(on("host", any()))).until(Fixture.milestone("agi", "verified"));
        return portfolio(deal("a", paper("p", "2024-01-01").adds(no)))
                .attested("agi", first, "2024-05-01", recorded, one)
                .attested("agi", second, "2024-05-01", later, other);
    }

    private static Fixture unclear() {
        var may = permission(on("host", any()));
        return portfolio(deal(
                "a",
                paper("p", "2024-01-01")
                        .adds(
                                clause("c", reading("one", may), reading("two", null), reading("three", may)),
                                clause("other", reading("so", may), reading("or-so", null))),
                paper("q", "2024-03-01").ends("c", reading("left", may), reading("none", null))));
    }

    private static List<String> paths(Fixture fixture) {
        return fixture.problems().stream().map(Problem::path).toList();
    }
}
