package io.proviso.agreement.rules;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.at;
import static io.proviso.agreement.ruling.Fixture.milestone;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.proviso.agreement.Problem;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.ruling.Fixture;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What has ended when it begins was never in force, and nobody writes that on purpose. */
class ImpossibleIntervalsTest {
    private static final String BEGINS = "2024-06-01";
    private static final End OVER = at("2016-01-01");
    private static final End LATER = at("2025-01-01");
    private static final End AGI = milestone("agi", "verified");

    static Stream<Arguments> ends() {
        return Stream.of(
                arguments(OVER, true),
                arguments(at("2024-05-31"), true),
                arguments(at(BEGINS), true),
                arguments(at("2024-06-01T00:00:01Z"), false),
                arguments(at("2024-06-02"), false),
                arguments(new End.Never(), false),
                arguments(AGI, false),
                arguments(earlier(OVER, AGI), true),
                arguments(earlier(AGI, OVER), true),
                arguments(earlier(OVER, LATER), true),
                arguments(earlier(LATER, AGI), false),
                arguments(later(OVER, AGI), false),
                arguments(later(OVER, LATER), false),
                arguments(later(OVER, at(BEGINS)), true),
                arguments(later(OVER, earlier(at(BEGINS), AGI)), true),
                arguments(earlier(AGI, later(OVER, at("2024-01-01"))), true),
                arguments(earlier(AGI, later(OVER, LATER)), false),
                arguments(later(OVER, new End.Never()), false));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void aClauseThatHasEndedWhenItBeginsIsRefusedInBothPlaces(End until, boolean refused) {
        var paper = "agreements/a/instruments/p";
        var written = portfolio(deal("a", paper("p", BEGINS).adds(no().until(until))));
        assertEquals(refused ? List.of(paper + "/clauses/no/until", paper + "/effective") : List.of(), paths(written));
        var restated = portfolio(deal(
                "a", paper("first", "2015-01-01").adds(no()), paper("p", BEGINS).restates(no().until(until))));
        assertEquals(
                refused ? List.of(paper + "/restates/no/until", paper + "/effective") : List.of(), paths(restated));
    }

    @Test
    void aClauseIsRefusedByWhenItTakesEffectNotByWhenItCameOnRecord() {
        var known = paper("p", BEGINS).recorded("2030-01-01").adds(no().until(LATER));
        assertEquals(List.of(), paths(portfolio(deal("a", known))));
    }

    @Test
    void whatIsToldSaysBothInstants() {
        var fixture = portfolio(deal("a", paper("p", BEGINS).adds(no().until(OVER))));
        assertEquals(
                "'no' has ended by 2016-01-01T00:00:00Z, before it begins 2024-06-01T00:00:00Z",
                fixture.problems().getFirst().message());
        var same = portfolio(deal("a", paper("p", BEGINS).adds(no().until(at(BEGINS)))));
        assertEquals(
                "'no' has ended by 2024-06-01T00:00:00Z, the instant at which it begins",
                same.problems().getFirst().message());
    }

    static Stream<Arguments> terms() {
        return Stream.of(
                arguments("2020-01-01", "2024-01-01", true),
                arguments("2020-01-01", BEGINS, true),
                arguments("2020-01-01", "2024-06-02", false),
                arguments("2020-01-01", null, false),
                arguments("2024-06-01", "2030-01-01", false),
                arguments("2026-01-01", "2030-01-01", false));
    }

    @ParameterizedTest
    @MethodSource("terms")
    void aCommitmentWhoseTermIsOutWhenItBeginsIsRefused(String from, @Nullable String to, boolean refused) {
        var term = new Interval(Fixture.day(from), to == null ? null : Fixture.day(to));
        var promise = new Commitment(
                Fixture.party("openai"),
                Fixture.party("microsoft"),
                Stated.of(Money.of("1", "USD")),
                Commitment.Headline.COMMITTED,
                false,
                Stated.of(term));
        var fixture = portfolio(deal("a", paper("p", BEGINS).adds(clause("buys", promise))));
        assertEquals(
                refused
                        ? List.of(
                                "agreements/a/instruments/p/clauses/buys/commitment/term",
                                "agreements/a/instruments/p/effective")
                        : List.of(),
                paths(fixture));
    }

    private static Draft no() {
        return clause("no", prohibition(on("host", any())));
    }

    private static End earlier(End... ends) {
        return new End.EarlierOf(List.of(ends));
    }

    private static End later(End... ends) {
        return new End.LaterOf(List.of(ends));
    }

    private static List<String> paths(Fixture fixture) {
        return fixture.problems().stream().map(Problem::path).toList();
    }
}
