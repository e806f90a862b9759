package io.proviso.agreement.ruling;

import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.on;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Deal;
import io.proviso.agreement.Paper;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.clause.Draft;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.question.Outcome;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two rights on the same act, each with a round that frees it for something else; asked on 4 March 2024. */
class SeveralRightsOnRecordTest {
    private static final Happening LEFT = new Happening.Declined();
    private static final Happening TAKEN = new Happening.Accepted(null);
    private static final FirstRefusal TERMS = Fixture.firstRefusal(on("host", any()), "5 days");

    private Fixture fixture = fixture(TERMS);

    private static Fixture fixture(FirstRefusal terms) {
        return Fixture.portfolio(Deal.deal(
                "a", Paper.paper("p", "2024-01-01").adds(Draft.clause("first", terms), Draft.clause("second", terms))));
    }

    /** Rights by which a refusal frees for at most 5 % less than was put. */
    private SeveralRightsOnRecordTest narrow() {
        var slack = new Preemption.Tolerance(new BigDecimal("0.05"), Preemption.Direction.LOWER);
        fixture = fixture(TERMS.with(Preemption.PLAIN.with(
                Stated.of(new Preemption.Tail(60, new Preemption.Floor(null, slack, null, null, false))))));
        return this;
    }

    private SeveralRightsOnRecordTest round(String clause, Happening answer, Term... put) {
        var told = new LinkedHashMap<String, Term>();
        for (var term : put) {
            told.put(term instanceof Term.Amount ? "gpus" : "provider", term);
        }
        fixture.answered(clause, answer, told, "2024-03-04");
        return this;
    }

    private static Term gpus(long number) {
        return new Term.Amount(number);
    }

    private static Term provider(String... names) {
        return new Term.Values(List.of(names));
    }

    private Outcome outcome(String words) {
        return fixture.ask("2024-03-04", "act=host" + words).outcome();
    }

    private List<String> split(String words) {
        return fixture.ask("2024-03-04", "act=host" + words).split().stream()
                .map(branch -> branch.outcome()
                        + branch.given().entrySet().stream()
                                .map(given -> given.getKey().holds(given.getValue()))
                                .reduce(" if ", (one, other) -> one + (one.equals(" if ") ? "" : " and ") + other))
                .toList();
    }

    @Test
    void oneIsFreeOnlyOfWhatAllHoldersLeft() {
        round("first", LEFT, gpus(1000)).round("second", LEFT, gpus(600));
        assertEquals(Outcome.PERMITTED, outcome(" provider=aws gpus=600"));
        assertEquals(Outcome.CONDITIONAL, outcome(" provider=aws gpus=601"));
        assertEquals(
                List.of("PERMITTED if gpus is 1..600", "CONDITIONAL if gpus is 601 or more"), split(" provider=aws"));
    }

    @Test
    void whereHoldersLeftDifferentThingsSomebodyHasToBeAsked() {
        round("first", LEFT, provider("aws")).round("second", LEFT, provider("oracle"));
        assertEquals(Outcome.CONDITIONAL, outcome(" provider=aws"));
        assertEquals(Outcome.CONDITIONAL, outcome(" provider=oracle"));
        assertEquals(Outcome.CONDITIONAL, outcome(""));
    }

    @Test
    void whatOneHolderTookIsForbiddenWhateverTheOtherLeft() {
        round("first", TAKEN, provider("oracle")).round("second", LEFT, gpus(600));
        assertEquals(Outcome.FORBIDDEN, outcome(" provider=oracle gpus=600"));
        assertEquals(Outcome.CONDITIONAL, outcome(" provider=aws gpus=600"));
        assertEquals(
                List.of(
                        "CONDITIONAL if gpus is 1..600",
                        "CONDITIONAL if gpus is 601 or more",
                        "FORBIDDEN if what is on record of first is an acceptance"),
                split(""));
    }

    @Test
    void whatBothHoldersTookIsForbiddenAndAllElseIsToldWithACondition() {
        round("first", TAKEN, provider("oracle")).round("second", TAKEN, provider("oracle", "aws"));
        assertEquals(Outcome.FORBIDDEN, outcome(" provider=aws"));
        assertEquals(Outcome.CONDITIONAL, outcome(" provider=own"));
        assertEquals(
                List.of(
                        "CONDITIONAL if what is on record of first, second is no obstacle",
                        "FORBIDDEN if what is on record of first, second is an acceptance"),
                split(""));
    }

    @Test
    void aRightBetweenWhatIsFreeAndWhatIsTakenIsStillAsked() {
        round("first", new Happening.Accepted(400L), gpus(1000)).round("second", LEFT, gpus(300));
        assertEquals(Outcome.PERMITTED, outcome(" gpus=300"));
        assertEquals(Outcome.CONDITIONAL, outcome(" gpus=600"));
        assertEquals(Outcome.FORBIDDEN, outcome(" gpus=601"));
        assertEquals(
                List.of(
                        "PERMITTED if gpus is 1..300",
                        "CONDITIONAL if gpus is 301 or more",
                        "FORBIDDEN if what is on record of first is an acceptance"),
                split(""));
    }

    @Test
    void whereWhatHoldersLeftLiesApartNothingIsForbiddenThatOneMayStillAskFor() {
        narrow().round("first", new Happening.Accepted(400L), gpus(1000))
                .round("second", new Happening.Accepted(1000L), gpus(5000));
        assertEquals(Outcome.CONDITIONAL, outcome(" gpus=600"));
        assertEquals(Outcome.FORBIDDEN, outcome(" gpus=601"));
        assertEquals(Outcome.UNDETERMINED, outcome(""));
        assertEquals(
                List.of(
                        "CONDITIONAL if what is on record of first, second is otherwise",
                        "FORBIDDEN if what is on record of first, second is an acceptance"),
                split(""));
    }
}
