package io.proviso.counsel.due;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.exclusive;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.counsel.Deals;
import io.proviso.counsel.english.Draft;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What consents and waivers with a limit still cover, and until when. */
class HeadroomTest {
    private static final Permission LIMITED = south(Stated.of(5_000L), null);

    private static Permission south(@Nullable Stated<Long> upTo, @Nullable Window notice) {
        return new Permission(
                Scope.of("acquire", is("provider", "south")),
                upTo == null ? null : new Limit("gpus", upTo),
                notice,
                null);
    }

    private static Deals deals() {
        return new Deals()
                .agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("exclusive", exclusive("northern", "acquire", not("provider", "north"))));
    }

    private static List<String> left(Deals deals, String asOf) {
        return at(deals, asOf).headrooms().stream()
                .map(each -> each.clause().clause() + ": " + each.words())
                .toList();
    }

    private static Obligations at(Deals deals, String asOf) {
        return Obligations.until(deals.at(asOf), day("2027-01-01"));
    }

    @ParameterizedTest
    @CsvSource({
        // drawn on 1 March and 1 May, asked on a day, end of the clause, revoked on a day with ten days' notice
        "0, 0, 2025-02-01, '', '', '5,000 of 5,000 GPUs left, no end known'",
        "1, 0, 2025-02-28, '', '', '5,000 of 5,000 GPUs left, no end known'",
        "1, 0, 2025-03-01, '', '', '4,999 of 5,000 GPUs left, no end known'",
        "1000, 0, 2025-04-01, '', '', '4,000 of 5,000 GPUs left, no end known'",
        "1000, 2000, 2025-04-30, '', '', '4,000 of 5,000 GPUs left, no end known'",
        "1000, 2000, 2025-05-01, '', '', '2,000 of 5,000 GPUs left, no end known'",
        "5000, 0, 2025-04-01, '', '', '0 of 5,000 GPUs left, no end known'",
        "4999, 1, 2025-06-01, '', '', '0 of 5,000 GPUs left, no end known'",
        "4999, 2, 2025-06-01, '', '', '0 of 5,000 GPUs left, no end known'",
        "9000, 9000, 2025-06-01, '', '', '0 of 5,000 GPUs left, no end known'",
        "0, 0, 2025-02-01, 2025-08-01, '', '5,000 of 5,000 GPUs left until 2025-07-31'",
        "1000, 0, 2025-07-31, 2025-08-01, '', '4,000 of 5,000 GPUs left until 2025-07-31'",
        "1000, 0, 2025-08-01, 2025-08-01, '', ''",
        "0, 0, 2025-01-31, '', '', ''",
        "0, 0, 2025-02-01, '', 2025-06-02, '5,000 of 5,000 GPUs left until 2025-06-12'",
        "1000, 2000, 2025-05-31, '', 2025-06-02, '2,000 of 5,000 GPUs left until 2025-06-12'",
        "1000, 2000, 2025-06-12, '', 2025-06-02, '2,000 of 5,000 GPUs left until 2025-06-12'",
        "1000, 2000, 2025-06-13, '', 2025-06-02, ''",
        "1000, 2000, 2025-05-31, 2025-06-05, 2025-06-02, '2,000 of 5,000 GPUs left until 2025-06-04'",
        "1000, 2000, 2025-05-31, 2025-08-01, 2025-06-02, '2,000 of 5,000 GPUs left until 2025-06-12'"
    })
    void whatIsLeftIsTheLimitLessWhatWasDrawnByThenUntilTheFirstEndOnRecord(
            long first, long second, String asOf, String until, String revoked, String told) {
        var clause = Draft.clause("leave", south(Stated.of(5_000L), new Window.Days(10)))
                .overrides("exclusive");
        var deals = deals().consent(
                        "letter", "2025-02-01", "northern", (until.isEmpty() ? clause : clause.untilDay(until)).adds());
        if (!revoked.isEmpty()) {
            deals.revocation("taken-back", revoked, "northern", "leave");
        }
        if (first > 0) {
            deals.drawn("supply", "leave", first, "2025-03-01");
        }
        if (second > 0) {
            deals.drawn("supply", "leave", second, "2025-05-01");
        }
        assertEquals(told.isEmpty() ? List.of() : List.of("leave: " + told), left(deals, asOf));
    }

    @Test
    void aLimitThatNobodyDisclosedLeavesNobodyKnowsHowMany() {
        var deals = deals().consent(
                        "letter",
                        "2025-02-01",
                        "northern",
                        adds("leave", south(Stated.undisclosed(), null), "exclusive"))
                .drawn("supply", "leave", 7, "2025-03-01");
        assertEquals(
                List.of("leave: unknown how many of an undisclosed number of GPUs left, no end known"),
                left(deals, "2025-04-01"));
        assertEquals(7, at(deals, "2025-04-01").headrooms().getFirst().drawn());
    }

    @Test
    void aConsentWithoutALimitIsNotInTheTable() {
        assertEquals(
                List.of(),
                left(
                        deals().consent(
                                        "letter",
                                        "2025-02-01",
                                        "northern",
                                        adds("leave", south(null, null), "exclusive")),
                        "2025-04-01"));
    }

    @Test
    void eachReadingThatIsOpenHasItsOwnLimit() {
        var deals = deals().consent(
                        "letter",
                        "2025-02-01",
                        "northern",
                        Draft.clause(
                                        "leave",
                                        Draft.reading("few", south(Stated.of(10L), null)),
                                        Draft.reading("many", south(Stated.of(1_000L), null)))
                                .overrides("exclusive")
                                .adds())
                .drawn("supply", "leave", 4, "2025-03-01");
        assertEquals(
                List.of(
                        "leave: 6 of 10 GPUs left, no end known, read as 'few'",
                        "leave: 996 of 1,000 GPUs left, no end known, read as 'many'"),
                left(deals, "2025-04-01"));
    }

    @Test
    void whatIsLeftOfAConsentForOtherEyesIsLeftOutAndCounted() {
        var deals = deals().consent(
                        "letter",
                        "2025-02-01",
                        "northern",
                        Draft.clause("leave", LIMITED)
                                .overrides("exclusive")
                                .internal()
                                .adds());
        var told = at(deals, "2025-04-01");
        var to = told.disclosedTo(Disclosure.PUBLIC, deals.portfolio());
        assertEquals(1, told.headrooms().size());
        assertEquals(List.of(), to.headrooms());
        assertEquals(told.withheld() + 1, to.withheld());
    }

    @Test
    void theTableStandsInColumnsWithTheDayOnWhichItWasMade() {
        var deals = deals().consent("letter", "2025-02-01", "northern", adds("leave", LIMITED, "exclusive"))
                .drawn("supply", "leave", 1_200, "2025-03-01");
        var text = ObligationsText.of(at(deals, "2025-04-01"));
        assertTrue(text.contains("""
            What consents and waivers with a limit still cover, of those in force on 2025-04-01
                  granted        drawn         left  until
                    5,000        1,200        3,800  no end known
                  supply/leave, in GPUs, given by northern
            """), text);
        assertTrue(ObligationsText.brief(at(deals, "2025-04-01"))
                .startsWith("supply/leave: 3,800 of 5,000 GPUs left, no end known\n"));
    }

    @RepeatedTest(30)
    void whatIsLeftFollowsFromTheFiguresBesideItInARow(RepetitionInfo seed) {
        var random = new java.util.Random(seed.getCurrentRepetition());
        var deals = deals().consent("letter", "2025-02-01", "northern", adds("leave", LIMITED, "exclusive"));
        for (int i = 0; i < random.nextInt(5); i++) {
            deals.drawn("supply", "leave", 1 + random.nextInt(2_500), "2025-0" + (3 + random.nextInt(6)) + "-01");
        }
        for (int month = 2; month < 10; month++) {
            for (var each : at(deals, "2025-0" + month + "-15").headrooms()) {
                assertEquals(Math.max(0, Objects.requireNonNull(each.granted()) - each.drawn()), each.left());
            }
        }
    }
}
