package io.proviso.agreement.ruling;

import static io.proviso.agreement.Deal.deal;
import static io.proviso.agreement.Paper.paper;
import static io.proviso.agreement.clause.Draft.clause;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.day;
import static io.proviso.agreement.ruling.Fixture.firstRefusal;
import static io.proviso.agreement.ruling.Fixture.on;
import static io.proviso.agreement.ruling.Fixture.portfolio;
import static io.proviso.agreement.ruling.Fixture.prohibition;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Paper;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.Question;
import io.proviso.calendar.Window;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long an answer holds and how long its reasons do; what the look ahead costs is counted in compiled stretches, never in time. */
class LookaheadTest {
    private static final String AWS = "act=host provider=aws";
    private static final int MONTHS = 40;

    /** From April on the second clause is all that is left; both are about the same act. */
    @ParameterizedTest
    @CsvSource({
        // what the first paper says, what the second says, what was supposed, until when the answer holds, and its
        // reasons
        "no, no, , , 2024-04-01",
        "no, may, , 2024-04-01, 2024-04-01",
        "may, no, , 2024-04-01, 2024-04-01",
        "may, may, , , 2024-04-01",
        "ask, ask, , , 2024-04-01",
        "ask, other, , 2024-04-01, 2024-04-01",
        "ask, no, , 2024-04-01, 2024-04-01",
        "ask, may, , 2024-04-01, 2024-04-01",
        "ask, offer5, , 2024-04-01, 2024-04-01",
        "offer5, offer5, , , 2024-04-01",
        "offer5, offer7, , 2024-04-01, 2024-04-01",
        "offer7, offer5, , 2024-04-01, 2024-04-01",
        "offer5, accept5, , 2024-04-01, 2024-04-01",
        "accept5, accept5, , , 2024-04-01",
        "offer5, secret, , 2024-04-01, 2024-04-01",
        "secret, secret, , , 2024-04-01",
        "offer5, offer5, declined, ,",
        "offer5, offer7, declined, ,",
        "offer7, offer5, waived, ,",
        "offer5, offer7, accepted, , 2024-04-01",
        "offer5, accept5, declined, ,",
        "offer5, accept5, lapsed, 2024-04-01, 2024-04-01",
        "offer5, no, accepted, , 2024-04-01",
        "offer5, may, declined, , 2024-04-01",
        "no, nothing, , 2024-04-01, 2024-04-01",
        "may, nothing, , , 2024-04-01",
    })
    void anAnswerHoldsUntilAReaderWouldReadAnother(
            String first, String second, @Nullable String refusal, @Nullable String answer, @Nullable String reasons) {
        var later = paper("q", "2024-04-01").ends("one");
        var fixture = portfolio(deal(
                "a",
                paper("p", "2024-01-01").adds(clause("one", body(first))),
                "nothing".equals(second) ? later : later.adds(clause("two", body(second)))));
        var ruling = fixture.ask("2024-02-01", AWS + (refusal == null ? "" : " fact:refusal=" + refusal));
        assertEquals(answer, date(ruling.validUntil()));
        assertEquals(reasons, date(ruling.reasonsUntil()));
    }

    @Test
    void aVerdictLooksAtNoOtherStretch() {
        var rulings = new CompiledPortfolio(monthly());
        var known = rulings.portfolio().latestRecorded();
        rulings.verdict(question(rulings), day("2024-06-15"), known);
        assertEquals(1, rulings.compiled(known));
    }

    @Test
    void aFirstRulingCompilesNoStretchBeforeItAndNoneAfterTheFirstOtherAnswer() {
        var rulings = new CompiledPortfolio(monthly());
        var known = rulings.portfolio().latestRecorded();
        var ruling = rulings.rule(question(rulings), day("2026-01-15"), known);
        assertEquals(day("2026-02-01"), ruling.validUntil());
        assertEquals(2, rulings.compiled(known));
    }

    @Test
    void whatWasCompiledForOneQuestionIsNotCompiledForTheNext() {
        var rulings = new CompiledPortfolio(monthly());
        var known = rulings.portfolio().latestRecorded();
        rulings.rule(question(rulings), day("2026-01-15"), known);
        rulings.rule(Fixture.question(rulings.portfolio(), "act=host provider=own"), day("2026-01-16"), known);
        rulings.verdict(question(rulings), day("2026-01-17"), known);
        assertEquals(2, rulings.compiled(known));
    }

    /** A prohibition that is given and ended by turns, each month another paper. */
    private static Portfolio monthly() {
        var papers = new Paper[MONTHS];
        var month = LocalDate.parse("2024-01-01");
        for (int i = 0; i < MONTHS; i++) {
            var paper = paper("p" + i, month.plusMonths(i).toString());
            papers[i] = i % 2 == 0 ? paper.adds(clause("no", body("no"))) : paper.ends("no");
        }
        return portfolio(deal("a", papers)).build();
    }

    private static Question question(CompiledPortfolio rulings) {
        return Fixture.question(rulings.portfolio(), AWS);
    }

    private static ClauseBody body(String what) {
        var all = on("host", any());
        return switch (what) {
            case "no" -> prohibition(all);
            case "may" -> Fixture.permission(all);
            case "ask" -> Fixture.unlessConsentOf("softbank", all);
            case "other" -> Fixture.unlessConsentOf("microsoft", all);
            case "offer5" -> firstRefusal(all, "5 business days");
            case "offer7" -> firstRefusal(all, "7 days");
            case "accept5" ->
                firstRefusal(all, Stated.of(Window.parse("5 business days")), FirstRefusal.OnLapse.ACCEPT);
            case "secret" -> firstRefusal(all, Stated.undisclosed(), FirstRefusal.OnLapse.DECLINE);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static @Nullable String date(@Nullable Instant instant) {
        return instant == null ? null : instant.toString().substring(0, 10);
    }
}
