package io.proviso.counsel.check;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.addsUntil;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.firstRefusal;
import static io.proviso.counsel.Deals.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.clause.End;
import io.proviso.counsel.Deals;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts business days of a year that the calendar does not list is found, and nothing else. */
class BeyondCalendarTest {
    private final Deals deals = new Deals();

    /** The right begins on 6 January 2025 (or in 2030); the list ends before the year named. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        2025-01-06 | 2030-01-01 | 10 business days | 2040 | -            | -
        2025-01-06 | 2030-01-01 | 10 business days | 2030 | -            | -
        2025-01-06 | 2030-01-01 | 10 business days | 2029 | 2029         | 2029-01-01
        2025-01-06 | 2030-01-01 | 10 business days | 2027 | 2027 to 2029 | 2027-01-01
        2025-01-06 | 2030-01-01 | 10 business days | 2025 | 2025 to 2029 | 2025-01-06
        2025-01-06 | 2030-01-01 | 0 business days  | 2029 | 2029         | 2029-01-01
        2025-01-06 | 2030-01-01 | 30 days          | 2029 | 2029         | 2029-01-01
        2025-01-06 | 2030-01-01 | 72 hours         | 2020 | -            | -
        2025-01-06 | 2030-06-01 | 1 business day   | 2030 | 2030         | 2030-01-01
        2030-07-01 | 2031-01-01 | 1 business day   | 2030 | 2030         | 2030-07-01
        2030-07-01 | 2031-01-01 | 1 business day   | 2031 | -            | -
        2025-01-06 | -          | 10 business days | 2040 | -            | -
        2025-01-06 | -          | 10 business days | 2027 | -            | -
        2025-01-06 | -          | 10 business days | 2026 | 2026         | 2026-01-01
        2025-01-06 | -          | 3 days           | 2026 | 2026         | 2026-01-01
        2025-01-06 | -          | 72 hours         | 2026 | -            | -
        2025-01-06 | -          | 10 business days | 2025 | 2025 to 2026 | 2025-01-06
        2030-07-01 | -          | 10 business days | 2031 | 2031         | 2031-01-01
        """)
    void aRightWhoseTimeRunsBeyondTheListIsFoundFromItsFirstSuchDayOn(
            String begins,
            @Nullable String ends,
            String window,
            int listedBefore,
            @Nullable String years,
            @Nullable String from) {
        var right = firstRefusal("northern", is("provider", "south"), window);
        deals.listedBefore(listedBefore)
                .agreement("first", "lab", "northern:north")
                .paper(
                        "deed",
                        begins,
                        ends == null ? adds("refusal", right) : addsUntil("refusal", new End.At(day(ends)), right));
        var found = found();
        if (years == null || from == null) {
            assertEquals(List.of(), found);
            return;
        }
        assertEquals(1, found.size(), found.toString());
        var finding = found.getFirst();
        assertEquals("beyond-calendar first/refusal", finding.id());
        assertEquals(day(from), finding.span().from());
        assertEquals(
                "nobody can know when the time of " + window
                        + " to answer an offer to northern ends: the calendar 'city'"
                        + " holds no holiday of " + years + "; only weekends were left out "
                        + (years.contains("to") ? "in those years" : "that year"),
                finding.message());
    }

    private List<Finding> found() {
        return PortfolioCheck.of(deals.compile(), null).stream()
                .filter(finding -> finding.check() == Check.BEYOND_CALENDAR)
                .toList();
    }
}
