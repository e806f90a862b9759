package io.proviso.counsel.render;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUnclear;
import static io.proviso.counsel.Deals.addsUntil;
import static io.proviso.counsel.Deals.commitment;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.exclusive;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.permits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.End;
import io.proviso.charts.Timeline;
import io.proviso.counsel.Deals;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.Draft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClauseTimelineTest {
    private final Deals deals = new Deals().agreement("supply", "lab", "northern:north");

    @Test
    void aBarRunsUntilAPaperRewritesOrEndsTheClauseOrItsOwnTermIsOver() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        adds("rewritten", forbids("northern", "host", is("provider", "south"))),
                        adds("ended", permits("host", is("product", "api"))),
                        addsUntil(
                                "term",
                                new End.At(day("2025-04-01")),
                                firstRefusal("northern", is("provider", "south"), "5 days")),
                        adds("money", commitment("lab", "northern")))
                .paper(
                        "change",
                        "2025-03-01",
                        Draft.clause("rewritten", exclusive("northern", "host", is("provider", "east")))
                                .restates(),
                        new Change.Ends("ended", List.of()));
        var picture = picture(deals.at("2025-02-01"));
        assertEquals(
                List.of(
                        "ended: 2025-01-01 2025-03-01 deed GREEN",
                        "money: 2025-01-01 2026-04-01+1s deed GREY",
                        "rewritten: 2025-01-01 2025-03-01 deed ORANGE",
                        "rewritten: 2025-03-01 2026-04-01+1s change ORANGE",
                        "term: 2025-01-01 2025-04-01 deed BLUE"),
                bars(picture));
        assertEquals(day("2025-01-01"), picture.span().start());
        assertEquals(day("2026-04-01"), picture.span().end());
        assertEquals(List.of(new Timeline.Mark(day("2025-02-01"), "as of")), picture.marks());
        assertEquals("in-force-supply", picture.caption().id());
        assertEquals(
                "What was in force when: 4 clauses of supply, none with a time of open readings",
                picture.caption().finding());
    }

    @Test
    void aBarIsHatchedWhileSeveralReadingsAreOpen() {
        deals.paper("deed", "2025-01-01", addsUnclear("unclear", permits("host", Condition.ALWAYS), null))
                .pin("supply", "unclear", "2025-03-01", "narrow");
        var open = picture(deals.at("2025-02-01", "2025-02-01"));
        assertEquals(List.of("unclear: 2025-01-01 2026-01-01+1s deed GREEN open"), bars(open));
        assertEquals(
                "What was in force when: 1 clause of supply, 1 with a time of open readings",
                open.caption().finding());
        assertEquals(
                List.of("unclear: 2025-01-01 2026-01-01+1s deed GREEN"),
                bars(picture(deals.at("2025-02-01", "2025-03-01"))));
    }

    @Test
    void aClauseOfWhichNothingIsLeftHasNoBar() {
        deals.paper(
                        "deed",
                        "2025-01-01",
                        addsUnclear("unclear", permits("host", Condition.ALWAYS), null),
                        adds("any", permits("host", Condition.ALWAYS)))
                .pin("supply", "unclear", "2025-03-01", "wide");
        assertEquals(
                List.of("any: 2025-01-01 2026-01-01+1s deed GREEN"),
                bars(picture(deals.at("2025-02-01", "2025-03-01"))));
    }

    @Test
    void whatOtherAgreementsDoDoesNotMakeThePictureLonger() {
        deals.paper("deed", "2025-01-01", adds("any", permits("host", Condition.ALWAYS)))
                .agreement("third", "lab")
                .paper("deed", "2026-01-01", adds("other", permits("host", Condition.ALWAYS)));
        assertEquals(List.of("any: 2025-01-01 2026-01-01+1s deed GREEN"), bars(picture(deals.at("2025-02-01"))));
    }

    @Test
    void theDayLookedFromIsMarkedOnlyWithinThePicture() {
        deals.paper("deed", "2025-01-01", adds("any", permits("host", Condition.ALWAYS)));
        assertEquals(List.of(), picture(deals.at("2025-01-01")).marks());
        assertEquals(1, picture(deals.at("2025-12-31")).marks().size());
        assertEquals(List.of(), picture(deals.at("2026-01-01")).marks());
    }

    @Test
    void anAgreementThatIsNotOnRecordOrHasNoClausesHasNoPicture() {
        deals.mou("letter", "2024-01-01")
                .paper("deed", "2025-01-01", "2025-02-01", adds("any", permits("host", Condition.ALWAYS)));
        assertNull(of(deals.at("2025-01-15", "2025-01-31")));
        assertEquals(
                day("2025-01-01"),
                picture(deals.at("2025-01-15", "2025-02-01")).span().start());
        assertNull(of(new Deals()
                .agreement("supply", "lab")
                .paper("deed", "2025-01-01")
                .at("2025-02-01")));
    }

    @Test
    void thePictureBeginsWithTheFirstPaperThatIsOnRecord() {
        deals.paper("deed", "2025-01-01", adds("any", permits("host", Condition.ALWAYS)))
                .paper("earlier", "2024-06-01", "2025-06-01");
        assertEquals(
                day("2025-01-01"),
                picture(deals.at("2025-02-01", "2025-05-31")).span().start());
        assertEquals(
                day("2024-06-01"),
                picture(deals.at("2025-02-01", "2025-06-01")).span().start());
    }

    @Test
    void aClauseThatTheAudienceMayNotReadIsAGreyRowWithoutItsDays() {
        deals.paper("deed", "2025-01-01", adds("ban", forbids("northern", "host", is("provider", "south"))))
                .paper(
                        "change",
                        "2025-03-01",
                        Draft.clause(
                                        "secret",
                                        Draft.reading("narrow", permits("host", is("product", "api"))),
                                        Draft.reading("none", null))
                                .untilDay("2025-05-01")
                                .internal()
                                .adds());
        var picture = of(deals.at("2025-02-01"), Disclosure.PUBLIC);
        assertNotNull(picture);
        assertEquals(
                List.of(
                        "ban: 2025-01-01 2026-01-01+1s deed ORANGE",
                        "secret: 2025-01-01 2026-01-01+1s withheld from this audience GREY"),
                bars(picture));
        assertTrue(picture.caption().finding().endsWith("none with a time of open readings"));
    }

    private static @Nullable Timeline of(Standpoint from) {
        return of(from, Disclosure.INTERNAL);
    }

    private static @Nullable Timeline of(Standpoint from, Disclosure audience) {
        return ClauseTimeline.of(from, from.portfolio().agreements().getFirst(), audience);
    }

    private static Timeline picture(Standpoint from) {
        var picture = of(from);
        assertNotNull(picture);
        return picture;
    }

    private static List<String> bars(Timeline picture) {
        return picture.rows().stream()
                .flatMap(row -> row.bars().stream()
                        .map(bar -> row.name() + ": " + when(bar.start()) + " " + when(bar.end()) + " " + bar.text()
                                + " " + bar.look().hue() + (bar.look().open() ? " open" : "")))
                .toList();
    }

    /** A bar that goes on ends a second after the picture does, which draws it as an arrow. */
    private static String when(Instant instant) {
        return instant.toString().replace("T00:00:00Z", "").replace("T00:00:01Z", "+1s");
    }
}
