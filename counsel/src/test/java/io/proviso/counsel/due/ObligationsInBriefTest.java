package io.proviso.counsel.due;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.commitment;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.Deals.share;
import static io.proviso.counsel.due.Promises.deals;
import static io.proviso.counsel.due.Promises.lasting;
import static io.proviso.counsel.due.Promises.owed;
import static io.proviso.counsel.due.Promises.promise;
import static io.proviso.counsel.english.Draft.clause;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is owed, on a screen. */
class ObligationsInBriefTest {
    @ParameterizedTest
    @CsvSource({"2025-01-01, ''", "2025-01-02, 1 day", "2025-01-03, 2 days", "2025-07-22, 202 days", "2024-12-31, ''"})
    void howOldTheNewestPaperIsIsSaidWhereTheQuestionIsOfLater(String asOf, String age) {
        var newest = deals().paper("deed", "2025-01-01").at(asOf).newestPaper();
        if (age.isEmpty()) {
            assertNull(newest);
        } else {
            assertEquals("The newest paper on record is " + age + " old.", newest);
        }
    }

    @Test
    void aPaperThatWasNotKnownYetIsNotTheNewest() {
        var deals = deals().paper("deed", "2025-01-01").paper("change", "2025-02-01", "2025-03-01");
        assertEquals(
                "The newest paper on record is 41 days old.",
                deals.at("2025-02-11", "2025-02-11").newestPaper());
        assertNull(deals.at("2025-02-11", "2025-03-01").newestPaper());
    }

    @Test
    void nothingOwedIsSaidInFewWords() {
        assertEquals("""
            No day falls into this time.

            The newest paper on record is 365 days old.
            More: -v has every day and figure, and why
            """, ObligationsText.brief(owed(deals().paper("deed", "2025-01-01"), "2026-01-01", "2027-01-01")));
    }

    @RepeatedTest(40)
    void howeverMuchIsOwedItFitsAScreen(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var changes = new ArrayList<Change>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            var name = "clause-number-" + i;
            changes.add(
                    switch (random.nextInt(4)) {
                        case 0 -> adds(name, share("lab", "northern", "0.01"));
                        case 1 ->
                            clause(name, promise("northern", "1000000", true))
                                    .assumed("term", "amount")
                                    .adds();
                        case 2 ->
                            clause(name, permits("host", is("product", "api")))
                                    .untilDay("2025-0" + (1 + random.nextInt(9)) + "-02")
                                    .adds();
                        default ->
                            adds(
                                    name,
                                    promise(
                                            "southern",
                                            new BigDecimal(random.nextInt(1000) + 1).toString(),
                                            random.nextBoolean()));
                    });
        }
        var text = ObligationsText.brief(
                owed(deals().paper("deed", "2025-01-01", changes.toArray(Change[]::new)), "2025-01-01", "2027-01-01"));
        assertTrue(text.lines().count() <= 24, text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    }

    private static String brief(String from, String to, Change... changes) {
        var text = ObligationsText.brief(owed(deals().paper("deed", "2025-01-01", changes), from, to));
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void ofManyYearsTheSumIsToldFirstThenEachYear() {
        var text = brief(
                "2025-01-01",
                "2030-01-01",
                adds("small", lasting("northern", "5000000000", "2025-01-01", "2030-01-01")),
                adds("large", lasting("southern", "300000000000", "2027-01-01", "2030-01-01")));
        var year = "[0-9.]+ [bm]illion in ";
        assertLinesMatch(
                List.of(".* 2025-01-01 to 2029-12-31: lab owes about 305 billion USD if it stays, about 300 billion"
                        + " USD for supply/large, about 5 billion USD for supply/small lab, if it stays, in USD: "
                        + IntStream.rangeClosed(2025, 2029)
                                .mapToObj(each -> year + each)
                                .collect(Collectors.joining(", "))
                        + " .*"),
                List.of(text));
    }

    @Test
    void ofMoreYearsThanFitTheLargestAreTold() {
        var text = brief(
                "2025-01-01",
                "2045-01-01",
                adds("small", lasting("northern", "20000000000", "2025-01-01", "2045-01-01")),
                adds("large", lasting("southern", "300000000000", "2041-01-01", "2042-01-01")));
        assertTrue(text.contains("lab, if it stays, in USD: 301 billion in 2041, "), text);
        assertTrue(text.contains(", and at most as much in each of 17 other years"), text);
    }

    @Test
    void aCommitmentCountsFromTheDayOfItsPaperOnAndThatIsSaid() {
        var owed = owed(
                deals().paper(
                                "deed",
                                "2025-01-01",
                                adds("large", lasting("southern", "300000000000", "2027-01-01", "2030-01-01"))),
                "2025-06-01",
                "2026-01-01");
        assertTrue(
                ObligationsText.brief(owed)
                        .startsWith("lab, by commitments in force on 2025-06-01 (term begun or not), paid or not:"),
                ObligationsText.brief(owed));
        var all = ObligationsText.of(owed).replaceAll("\\s+", " ");
        assertTrue(
                all.contains("A commitment is in force from the day of its paper on, also before its term begins."),
                all);
    }

    @Test
    void whatIsInNoneOfTheSumsIsCountedWhereItHasMoreNamesThanFit() {
        var large = adds("large", lasting("southern", "300000000000", "2025-01-01", "2030-01-01"));
        assertTrue(brief("2025-01-01", "2026-01-01", large, adds("share", share("lab", "northern", "0.01")))
                .contains("no figure, by revenue: supply/share"));
        assertTrue(brief(
                        "2025-01-01",
                        "2026-01-01",
                        large,
                        adds("first", share("lab", "northern", "0.01")),
                        adds("second", share("lab", "northern", "0.02")),
                        adds("open", commitment("lab", "northern")))
                .contains("in no sum: 2 by revenue, 1 undisclosed"));
    }
}
