package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.Default;
import io.proviso.reader.portfolio.PortfolioReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a right does not say is told as assumed; what it says is not, though it be the same. */
class DefaultsTest {
    private static final String SUPPLY = "agreements/supply.yaml";

    @TempDir
    private Path directory;

    /** The terms of a right beside holder and scope, and the defaults by which it then goes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    window: 10 business days, on-lapse: decline, partial: none | receipt/until receipt/closed-day deadline/hour counter tail open-offers on-failure
                    window: 10 days, on-lapse: decline, partial: any           | receipt/until receipt/closed-day deadline/hour deadline/roll counter tail open-offers below-gang on-failure
                    window: 72 hours, on-lapse: decline, partial: none         | counter tail open-offers on-failure
                    window: 72 hours, on-lapse: decline, partial: none, counter: declines, open-offers: moot, on-failure: this-need, tail: {for: 3 months} | ''
                    window: 1 month, on-lapse: decline, partial: any, cutoff: "17:00", counter: declines, open-offers: moot, on-failure: this-need, tail: undisclosed, below-gang: binds | receipt/closed-day deadline/roll
                    kind: negotiation, window: 72 hours, on-lapse: decline, partial: none | tail open-offers on-failure
                    kind: option                                               | ''
                    """)
    void aTermThatIsNotWrittenIsADefault(String terms, String expected) throws IOException {
        assertEquals(expected, defaults("first-refusal: {holder: northern, on: {act: acquire}, " + terms + "}"));
    }

    /** The time to answer a request for consent, and how the agreement is counted beside its calendar. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    within: 15 days, silence: consents         | ''             | receipt/until receipt/closed-day deadline/hour deadline/roll
                    within: 1 month, silence: refuses          | ''             | receipt/until receipt/closed-day deadline/hour deadline/roll
                    within: 10 business days, silence: consents | ''            | receipt/until receipt/closed-day deadline/hour
                    within: 15 days, silence: consents         | cutoff: 12:00  | receipt/closed-day deadline/roll
                    within: 72 hours, silence: consents        | ''             | ''
                    """)
    void aTimeToConsentIsCountedByDefaultsThatItHasNoWordsFor(String terms, String clock, String expected)
            throws IOException {
        var consent = "prohibition: {for: northern, on: {act: acquire}, unless: {consent-of: northern, " + terms + "}}";
        assertEquals(expected, defaults(consent, clock));
    }

    /** What a commitment leaves open that shapes its days or figures. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    renews: {for: 1 year, notice: 90 days, unless: {hall: ready}}   | receipt/until receipt/closed-day deadline/hour deadline/roll
                    renews: {for: 1 year, notice: 72 hours, unless: {hall: ready}}  | ''
                    delivery: {delay: {grace: 3 days, credits: {per-day: 1 %}}, tranches: [{tranche: one, due: 2026, delivered: {hall: ready}, accepted: {hall: ready}}]} | delivery/fees-from delivery/delay/credits/from
                    delivery: {fees-from: delivery, delay: {grace: 3 days, credits: {per-day: 1 %, from: grace}}, tranches: [{tranche: one, due: 2026, delivered: {hall: ready}, accepted: {hall: ready}}]} | ''
                    """)
    void aCommitmentGoesByDefaultsToo(String terms, String expected) throws IOException {
        assertEquals(
                expected,
                defaults("commitment: {by: lab, to: northern, amount: 1e6 USD, headline: committed, incremental: no, "
                        + terms + "}"));
    }

    private String defaults(String body, String... clock) throws IOException {
        PortfolioFixture.of("small")
                .replacing(SUPPLY, "exclusivity: {for: northern, on: {act: acquire, provider: {not: [north]}}}", body)
                .replacing(SUPPLY, "zone: UTC", "zone: UTC\ncalendar: us\n" + String.join("\n", clock))
                .replacing(
                        "vocabulary.yaml",
                        "facets:",
                        "facets:\n  hall: {values: [pending, ready], supplied-by: record, default: pending}\n  refusal: {values: [none, open, declined, lapsed, waived, accepted], supplied-by: desk,"
                                + " default: none}")
                .replacing("vocabulary.yaml", "takes: [", "takes: [refusal, ")
                .with("calendars/us.yaml", "name: us\nweekend: [saturday, sunday]\nholidays: []\n")
                .writeTo(directory);
        var defaults =
                PortfolioReader.read(directory).agreements().getFirst().instruments().getFirst().changes().stream()
                        .filter(change -> change instanceof Change.Adds adds
                                && adds.clause().name().equals("exclusive"))
                        .map(change ->
                                ((Change.Adds) change).clause().provenance().defaults())
                        .findFirst()
                        .orElse(Set.of());
        return new TreeSet<>(defaults).stream().map(Default::term).collect(Collectors.joining(" "));
    }
}
