package io.proviso.counsel.due;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Asked;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.calendar.Window;
import io.proviso.counsel.Deals;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.Draft;
import io.proviso.counsel.explain.RulingInBrief;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendByTest {
    private static final Question SOUTH =
            new Question("acquire", Map.of("provider", new Asked.OneOf(List.of("south"))), Map.of());
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

    private static Deals right(String window) {
        return new Deals()
                .agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds("refusal", firstRefusal("northern", is("provider", "south"), window)));
    }

    private static Ruling ruled(Standpoint at, Instant asOf) {
        return at.compiled().rule(SOUTH, asOf, at.knownAt());
    }

    private static String sendBy(Standpoint from, String start) {
        return SendBy.of(
                        from.compiled(),
                        ruled(from, from.asOf()),
                        day(start),
                        SendBy.Purpose.START,
                        Disclosure.INTERNAL)
                .words();
    }

    /** Asked at the moment told, one may sign by the wanted day; asked a day later at the same hour, one may not. */
    @RepeatedTest(60)
    void whatIsSentAtTheMomentToldIsOverByTheWantedDayAndADayLaterItIsNot(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var unit = List.of("days", "business days", "hours").get(random.nextInt(3));
        var deals = right((2 + random.nextInt(40)) + " " + unit).closed("2025-03-17", "2025-05-26", "2025-07-04");
        var start = LocalDate.parse("2025-04-01").plusDays(random.nextInt(300));
        var from = deals.at("2025-01-02");
        var told = sendBy(from, start.toString());
        assertTrue(told.endsWith(" to start on " + start), told);
        var sent = ZonedDateTime.parse(told.substring(0, told.indexOf(" to start")), MOMENT)
                .toInstant();
        assertTrue(overBy(from, sent, start), told);
        var later = sent.atZone(from.portfolio().zone()).plusDays(1).toInstant();
        assertTrue(!overBy(from, later, start) || later.isAfter(day(start.toString())), told);
    }

    /** Two ways back: day by day through rulings, and through the window of the one right that there is. */
    @RepeatedTest(20)
    void whereOneRightIsAllThatBindsItIsTheLastReceiptOfItsWindow(RepetitionInfo seed) {
        var random = new Random(100 + seed.getCurrentRepetition());
        var unit = List.of("days", "business days", "hours").get(random.nextInt(3));
        var window = Window.parse((2 + random.nextInt(40)) + " " + unit);
        var from = right(window.toString()).closed("2025-03-17", "2025-05-26").at("2025-01-02");
        var start =
                day(LocalDate.parse("2025-04-01").plusDays(random.nextInt(200)).toString());
        var rule = from.compiled()
                .right(new ClauseName("first", "refusal"), from.asOf(), from.knownAt())
                .deadlines();
        var latest = rule.latestReceipt(start.minusSeconds(1), window);
        var told = SendBy.of(
                        from.compiled(), ruled(from, from.asOf()), start, SendBy.Purpose.START, Disclosure.INTERNAL)
                .latest();
        assertTrue(told != null && !told.isAfter(latest), told + " is after " + latest);
        // Hours run at any time of day, and an offer is told to be sent before the day closes.
        assertTrue(window instanceof Window.Hours || latest.equals(told), told + " is not " + latest);
    }

    private static boolean overBy(Standpoint from, Instant sent, LocalDate start) {
        var certain = ruled(from, sent).steps().getFirst().certainBy();
        return certain != null && !certain.isAfter(day(start.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "10 business days, 2025-01-02, 2025-01-06, too late to start on 2025-01-06",
        "40 days, 2025-01-02, 2025-02-01, too late to start on 2025-02-01",
        "1 day, 2025-01-02, 2025-01-03, too late to start on 2025-01-03"
    })
    void aWantedDayThatNoOfferReachesIsSaidToBeTooNear(String window, String from, String start, String told) {
        assertTrue(
                sendBy(right(window).at(from), start).startsWith(told),
                sendBy(right(window).at(from), start));
    }

    @Test
    void whereNothingHasToBeSentThatIsSaid() {
        assertEquals(
                "nothing has to be sent to start on 2025-03-01: it is PERMITTED then",
                sendBy(
                        new Deals()
                                .agreement("first", "lab", "northern:north")
                                .paper("deed", "2025-01-01")
                                .at("2025-01-02"),
                        "2025-03-01"));
    }

    @Test
    void whereNoOfferHelpsThatIsSaid() {
        assertEquals(
                "no day helps to start on 2025-03-01: it is FORBIDDEN then",
                sendBy(
                        new Deals()
                                .agreement("first", "lab", "northern:north")
                                .paper(
                                        "deed",
                                        "2025-01-01",
                                        adds("ban", forbids("northern", "acquire", is("provider", "south"))))
                                .at("2025-01-02"),
                        "2025-03-01"));
    }

    @Test
    void whereTheRightHasEndedByTheWantedDayAnOfferIsSaidToBeForStartingSooner() {
        var from = new Deals()
                .agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        Draft.clause("refusal", firstRefusal("northern", is("provider", "south"), "5 days"))
                                .untilDay("2025-06-01")
                                .adds())
                .at("2025-01-02");
        assertEquals(
                "nothing has to be sent to start on 2025-07-01: it is PERMITTED then; only to sign sooner must one ask"
                        + " first",
                sendBy(from, "2025-07-01"));
    }

    @Test
    void aWindowThatIsWithheldIsSaidToBeWithheldNotToHaveNoEnd() {
        var from = new Deals()
                .agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        Draft.clause("refusal", firstRefusal("northern", is("provider", "south"), "5 days"))
                                .internal()
                                .adds())
                .at("2025-01-02");
        var ruling = ruled(from, from.asOf());
        var told = SendBy.of(from.compiled(), ruling, day("2025-07-01"), SendBy.Purpose.START, Disclosure.PUBLIC);
        assertEquals(
                "no day is certain to start on 2025-07-01: how long an answer may take is withheld from this audience",
                told.words());
        var brief = RulingInBrief.of(ruling, List.of(), Disclosure.PUBLIC);
        assertTrue(
                brief.contains("\nDo       offer it to northern; how long it has is withheld from this audience\n"),
                brief);
        assertTrue(
                brief.replaceAll("\\s+", " ")
                        .contains(" Sign once each has answered; when at the latest is withheld from this audience "),
                brief);
    }
}
