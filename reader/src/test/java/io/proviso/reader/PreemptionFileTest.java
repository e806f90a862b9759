package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.reader.yaml.BadFiles;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameters of a pre-emptive right, as agreement files write them. */
class PreemptionFileTest {
    private static final String FILE = "agreements/supply.yaml";
    private static final String LAST = "      rank: 2\n";

    private static Preemption read(PortfolioFixture portfolio) {
        return portfolio.read().agreements().stream()
                .flatMap(agreement -> agreement.instruments().stream())
                .flatMap(instrument -> instrument.changes().stream())
                .map(change -> change instanceof Change.Adds adds ? adds.clause() : null)
                .filter(clause -> clause != null && clause.name().equals("offer-first"))
                .map(clause -> ((FirstRefusal) Objects.requireNonNull(
                                clause.readings().getFirst().body()))
                        .preemption())
                .findFirst()
                .orElseThrow();
    }

    /** The clause with nothing but what it must have, and that. */
    private static PortfolioFixture with(String parameter) {
        var complete = PortfolioFixture.of("complete");
        var text = new String(complete.bytes(FILE), java.nio.charset.StandardCharsets.UTF_8);
        var from = text.indexOf("      kind: last-look");
        var to = text.indexOf(LAST) + LAST.length();
        return complete.with(FILE, text.substring(0, from) + "      " + parameter + "\n" + text.substring(to));
    }

    @Test
    void aRightThatSaysNoMoreIsOneOfferAndOneAnswer() {
        assertEquals(Preemption.PLAIN, read(with("kind: refusal")));
    }

    @Test
    void aTailMayBeUndisclosedOrOnRecordLater() {
        assertEquals(Stated.undisclosed(), read(with("tail: undisclosed")).tail());
        var later = read(with("tail: {value: {for: 60 days}, recorded: 2025-03-01}"))
                .tail();
        assertNotNull(later);
        assertEquals(
                new Window.Days(60),
                ((Stated.Known<Preemption.Tail>) later).value().length());
    }

    @Test
    void aThresholdMayBeUndisclosed() {
        var aggregation = read(with("aggregation: {days: 90, threshold: {gpus: undisclosed}, by: project}"))
                .reach()
                .aggregation();
        assertNotNull(aggregation);
        assertEquals(new Limit("gpus", Stated.undisclosed()), aggregation.threshold());
    }

    @ParameterizedTest
    @CsvSource({"refusal, LOWER", "option, LOWER", "offer, HIGHER", "negotiation, HIGHER"})
    void whichPriceGoesBeyondARefusalDependsOnWhoProposesFirst(String kind, Preemption.Direction direction) {
        var tail = read(with("kind: " + kind
                        + "\n      tail: {for: 1 days, no-more-favourable: {price: 5 %, start: 72 hours}}"))
                .tail();
        var floor = ((Stated.Known<Preemption.Tail>) Objects.requireNonNull(tail))
                .value()
                .floor();
        assertEquals(new Preemption.Tolerance(new BigDecimal("0.05"), direction), floor.price());
        assertEquals(Duration.ofDays(3), floor.start());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tail: {for: 0 days}                                              | '0 days' is not a window",
                "tail: {for: 9 days, no-more-favourable: {start: 3 business days}}    | does not slip by business days",
                "tail: {for: 9 days, no-more-favourable: {prize: 5 %}}                | prize",
                "kind: first-look                                                 | first-look",
                "notice: [price, price]                                           | listed twice",
                "emergency: {days: 14, up-to: {gpus: some}}                             | not a whole number"
            })
    void aSlipIsFoundWhereItStands(String parameter, String problem) {
        var bad = assertThrows(BadFiles.class, () -> with(parameter).read());
        assertTrue(
                bad.diagnostics().stream().anyMatch(one -> one.toString().contains(problem)),
                bad.diagnostics().toString());
    }

    @ParameterizedTest
    @CsvSource({"declines, true", "extends, true", "negotiates, false"})
    void whatACounterIsWorthInANegotiationIsNotForTheClauseToSay(String worth, boolean refused) {
        var files = with("kind: negotiation\n      counter: " + worth);
        if (refused) {
            var told = assertThrows(BadFiles.class, files::read).diagnostics().toString();
            assertTrue(told.contains("in a negotiation a counter-offer is what the talks are about"), told);
        } else {
            assertEquals(Preemption.Counter.NEGOTIATES, read(files).counter());
        }
    }

    @Test
    void aRightThatComesBeforeAnyThirdPartyIsNotTriggeredByOne() {
        var bad = assertThrows(
                BadFiles.class,
                () -> with("kind: offer\n      trigger: third-party-offer").read());
        assertTrue(
                bad.diagnostics().toString().contains("before any third party's offer"),
                bad.diagnostics().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{exercise: undisclosed, from: receipt} | the exercise of the right opens talks, and here is no time",
                "{exercise: 9 days}, {propose: 9 days}  | to exercise the right in, here are 2",
                "{exercise: 9 days, from: proposal}     | proposal",
                "{exercise: soon}                       | soon"
            })
    void aRightWhoseExerciseOpensTalksSaysHowLongEachStageIs(String stages, String problem) {
        var bad = assertThrows(
                BadFiles.class,
                () -> PortfolioFixture.of("complete")
                        .replacing(FILE, "{exercise: undisclosed, from: receipt}, {negotiate: undisclosed}", stages)
                        .read());
        assertTrue(
                bad.diagnostics().stream().anyMatch(one -> one.toString().contains(problem)),
                bad.diagnostics().toString());
    }
}
