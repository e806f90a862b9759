package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From needs to days, of a lab with two neoclouds. */
class OutlookTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("proviso.root", ".")).resolve("examples/two-neoclouds");

    @TempDir
    private Path directory;

    @Test
    void theOutlookOfTheExampleReadsAsSomebodyFoundGood() throws IOException {
        Golden.compare("outlook.txt", outlook(EXAMPLE).answer());
        Golden.compare(
                "outlook-weeks.csv", outlook(EXAMPLE, "-o", "csv", "--weeks").answer());
    }

    @ParameterizedTest
    @CsvSource({
        "spring-run,  delivery, kestrel, false",
        "summer-run,  delivery, plover,  true",
        "chat-quebec, paper,    plover,  false",
        "autumn-run,  delivery, plover,  true",
    })
    void eachNeedIsToldWithWhatBindsItAndWhoIsFirst(String need, String binds, String supplier, boolean onTime) {
        var line = need(outlook(EXAMPLE, "-o", "json"), need);
        assertEquals(binds, Yaml.mapping(line, "binds").get("kind"));
        assertEquals(supplier, line.get("supplier"));
        assertEquals(onTime, line.get("onTime"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Without a time of delivery it is the answer that is awaited; with a round of its own nothing has to
                // be sent.
                "summer-run | plover: {lead: 90 days, price: 2.10 USD}  | plover: {price: 2.30 USD}                  | answer",
                "autumn-run | plover: {lead: 90 days, price: 2.10 USD}  | plover: {price: 2.30 USD}                  | window",
                "autumn-run | plover: {lead: 90 days, price: 2.10 USD}  | plover: {price: 2.50 USD}                  | money",
                "autumn-run | plover: {lead: 90 days, price: 2.10 USD}  | plover: {up-to: 10}                        | money",
                "spring-run | quantity: 8000                            | quantity: 7000                             | covered",
                "chat-quebec| cloud: plover}                            | cloud: kestrel}                            | delivery",
            })
    void whatBindsFollowsFromWhatTheSuppliersSay(String need, String from, String to, String binds) throws IOException {
        var copy = copied().with("needs.yaml", from, to);
        var line = need(outlook(copy.directory(), "-o", "json"), need);
        assertEquals(binds, Yaml.mapping(line, "binds").get("kind"), line.toString());
    }

    @Test
    void aSupplierThatComesFirstForMoreThanItCanDeliverIsNamed() throws IOException {
        var copy = copied().with(
                        "needs.yaml",
                        "plover: {lead: 90 days, price: 2.10 USD}",
                        "plover: {lead: 90 days, price: 2.10 USD, up-to: 9000}");
        var told = outlook(copy.directory()).answer();
        assertTrue(
                told.contains("plover comes first for summer-run and chat-quebec and autumn-run, 16,500 GPUs, and can"
                        + " deliver at most 9,000 GPUs."),
                told);
        var enough =
                outlook(copy.with("needs.yaml", "up-to: 9000", "up-to: 16500").directory());
        assertFalse(enough.answer().contains("at most 16,500"), enough.out());
    }

    @Test
    void whereEverybodyIsForbiddenOrTooSmallNobodyIsLeftToAsk() throws IOException {
        var copy = copied().with("agreements/kestrel-supply.yaml", "    until: {through: 2026-09-30}\n", "")
                .with("needs.yaml", "plover: {lead: 90 days", "plover: {lead: 9 days");
        var line = need(outlook(copy.directory(), "-o", "json"), "chat-quebec");
        assertEquals("nobody-left", Yaml.mapping(line, "binds").get("kind"));
        assertFalse(line.containsKey("supplier"));
    }

    @ParameterizedTest
    @CsvSource({
        // Received at once on Monday 2 March, fifteen days end on 17 March at 17:00 EDT; a refusal lasts as long as its
        // clause.
        "consents, 2026-03-17T21:00:01Z",
        "refuses,  2026-10-01T04:00:00Z",
    })
    void whereSilenceConsentsOneMaySignOnceItHasLasted(String silence, String from) throws IOException {
        var copy = copied().with("agreements/kestrel-supply.yaml", "exclusivity:", "prohibition:")
                .with(
                        "agreements/kestrel-supply.yaml",
                        "cloud: {not: [kestrel]}}}",
                        "cloud: {not: [kestrel]}}, unless: {consent-of: kestrel, within: 15 days, silence: " + silence
                                + "}}");
        var line = need(outlook(copy.directory(), "-o", "json"), "chat-quebec");
        var plover = Yaml.list(line, "prospects").stream()
                .filter(each -> "plover".equals(each.get("supplier")))
                .findFirst()
                .orElseThrow();
        assertEquals(from, plover.get("signFrom"), line.toString());
    }

    @Test
    void whoNamesItsDeliveryIsPreferredToOneOfWhomNothingIsKnown() throws IOException {
        var copy = copied().with("needs.yaml", "plover: {lead: 90 days, price: 2.10 USD}", "plover: {price: 2.30 USD}")
                .with("needs.yaml", "price: 2.25 USD, up-to: 5000", "price: 2.25 USD");
        var line = need(outlook(copy.directory(), "-o", "json"), "summer-run");
        assertEquals("kestrel", line.get("supplier"));
        assertTrue(outlook(copy.directory())
                .answer()
                .replaceAll("\\s+", " ")
                .contains("plover may be signed from Wed 2026-03-11 17:00:01 EDT; nothing is known of its delivery"));
    }

    @Test
    void aNoticeReceivedAtTheMomentToldIsInTimeAndADayLaterItIsNot() {
        var line = need(outlook(EXAMPLE, "-o", "json"), "summer-run");
        var plover = Yaml.list(line, "prospects").stream()
                .filter(each -> "plover".equals(each.get("supplier")))
                .findFirst()
                .orElseThrow();
        // Ten business days from 18 March end on 1 April, and ninety days from the second are the first of July.
        assertEquals("2026-03-18T21:00:00Z", plover.get("receiveBy"));
    }

    @ParameterizedTest
    @CsvSource({
        // The round of the summer put 2.30: 2.10 is lower by more than five percent, and has to be put by itself.
        "summer-run, cloud=plover gpus=6000 price=2.10, 2026-03-16T21:00:01Z",
        "summer-run, cloud=kestrel gpus=6000 price=2.25, 2026-03-11T21:00:01Z",
        // Nor is the round of the summer waited for in the autumn.
        "autumn-run, cloud=plover gpus=9000 price=2.10, 2026-03-16T21:00:01Z",
    })
    void theOutlookPromisesTheDayThatAskPromises(String need, String facets, String day) throws IOException {
        var copy = copied().with("needs.yaml", "price: 2.25 USD, up-to: 5000", "price: 2.25 USD");
        var words = new ArrayList<>(List.of("ask", "act=rent", "work=training", "site=virginia"));
        Collections.addAll(words, facets.split(" ", -1));
        Collections.addAll(words, "--request", need, "--as-of", "2026-03-02", "-o", "json");
        Collections.addAll(words, "--portfolio", copy.directory().toString());
        assertEquals(day, proviso(words).json().get("signFrom"));
        var supplier = facets.substring(facets.indexOf('=') + 1, facets.indexOf(' '));
        var prospect = Yaml.list(need(outlook(copy.directory(), "-o", "json"), need), "prospects").stream()
                .filter(each -> supplier.equals(each.get("supplier")))
                .findFirst()
                .orElseThrow();
        assertEquals(day, prospect.get("signFrom"));
    }

    @Test
    void whereThePriceIsOpenAskSaysForWhichPriceOneWaitsAndForWhichOneOffers() {
        var told = proviso(
                        "ask",
                        "act=rent",
                        "cloud=plover",
                        "work=training",
                        "site=virginia",
                        "gpus=6000",
                        "--as-of",
                        "2026-03-02",
                        "--portfolio",
                        EXAMPLE.toString())
                .answer()
                .replaceAll("\\s+", " ");
        assertTrue(told.startsWith("CONDITIONAL: first wait for the answer of heron or offer it to heron."), told);
        assertTrue(told.contains("Do if price is 2.19 USD or more: wait for heron"), told);
        assertTrue(told.contains("Do if price is 0.01..2.18 USD: offer it to heron"), told);
        assertTrue(told.contains("Sign from Mon 2026-03-16 17:00:01 EDT unless heron accepts, if it is"), told);
    }

    @Test
    void everyRemedyIsARulingThatComesOutAsItSaysWhenItIsAsked() {
        var asked = new ArrayList<String>();
        for (var line : Yaml.list(outlook(EXAMPLE, "-o", "json").json(), "needs")) {
            for (var remedy : Yaml.list(line, "remedies")) {
                var told = remedy;
                if (!"holder".equals(told.get("kind"))) {
                    var words = new ArrayList<>(List.of("ask"));
                    Collections.addAll(words, String.valueOf(told.get("ask")).split(" ", -1));
                    Collections.addAll(words, "--portfolio", EXAMPLE.toString(), "-o", "json");
                    assertEquals(told.get("outcome"), proviso(words).json().get("outcome"), told.toString());
                    asked.add(String.valueOf(told.get("ask")));
                }
            }
        }
        assertEquals(2, asked.size(), "another site, and another supplier");
    }

    @Test
    void theMissingFiguresOfAWeekAreThoseOfItsNeeds() {
        for (var week : Yaml.list(outlook(EXAMPLE, "-o", "json").json(), "weeks")) {
            var told = week;
            long missing = 0;
            for (var need : Yaml.list(told, "needs")) {
                var one = need;
                long left = number(one, "wanted") - number(one, "reserved");
                assertEquals(Math.max(0, left), number(one, "missing"));
                missing += number(one, "missing");
            }
            assertEquals(missing, number(told, "missing"));
            assertEquals(number(told, "wanted"), number(told, "reserved") + missing);
        }
    }

    @Test
    void theOrderOfNeedsAndSuppliersChangesNothing() throws IOException {
        var text = Files.readString(EXAMPLE.resolve("needs.yaml"));
        int needs = text.indexOf("needs:\n");
        var blocks = new ArrayList<>(List.of(text.substring(needs + 7).split("(?m)^(?=- need:)", -1)));
        blocks.removeIf(String::isBlank);
        Collections.reverse(blocks);
        var suppliers = new ArrayList<>(
                text.substring(text.indexOf("suppliers:"), needs).lines().toList());
        var first = suppliers.removeFirst();
        Collections.reverse(suppliers);
        var copy = copied();
        Files.writeString(
                copy.directory().resolve("needs.yaml"),
                first + "\n" + String.join("\n", suppliers) + "\nneeds:\n" + String.join("", blocks));
        assertEquals(
                outlook(EXAMPLE, "-o", "json").answer(),
                outlook(copy.directory(), "-o", "json").answer());
    }

    @Test
    void whatIsKnownLaterIsNotKnownBefore() {
        var line = need(outlook(EXAMPLE, "-o", "json", "--known-at", "2026-02-15"), "spring-run");
        assertEquals(3000, number(line, "reserved"), "Kestrel was signed on 20 February");
    }

    @Test
    void thePictureIsDrawnWithItsFinding() throws IOException {
        var picture = directory.resolve("outlook.svg");
        outlook(EXAMPLE, "--picture", picture.toString()).answer();
        assertTrue(Files.readString(picture).contains("2 of 4 needs cannot be met on time"));
        var refused = outlook(
                        EXAMPLE, "--picture", directory.resolve("outlook.png").toString())
                .complaint();
        assertTrue(refused.contains("Name a file that ends in .svg."), refused);
    }

    @Test
    void allThatIsWrongWithAFileIsToldAtOnceWithItsPlace() throws IOException {
        var file = directory.resolve("needs.yaml");
        Files.writeString(file, """
                suppliers:
                  egret: {lead: soon}
                  plover: {price: 2.10 EUR}
                needs:
                - {need: a, quantity: 0, by: 2026-04-01, price: 2.00 USD}
                - {need: a, quantity: 5, by: 2026-04-01, until: 2026-03-01}
                - {need: b, quantity: 5, by: 2026-04-01, ask: {gpus: 5}}
                - {need: c, quantity: 5, by: 2026-04-01, ask: {site: texas}}
                """);
        Golden.compare(
                "mistaken-needs.txt",
                outlook(EXAMPLE, "--needs", file.toString()).complaint().replace(directory.toString(), "…"));
    }

    @Test
    void aPortfolioThatDoesNotSayWhatItCountsIsAskedTo() throws IOException {
        var copy = copied().with("portfolio.yaml", "quantity: gpus, ", "");
        var complaint = outlook(copy.directory()).complaint();
        assertTrue(complaint.contains("does not say under desk: what it calls quantity"), complaint);
    }

    private static Ran outlook(Path portfolio, String... more) {
        var args = new ArrayList<>(List.of("outlook", portfolio.toString(), "--as-of", "2026-03-02"));
        Collections.addAll(args, more);
        return proviso(args);
    }

    private static Map<?, ?> need(Ran ran, String name) {
        return Yaml.list(ran.json(), "needs").stream()
                .filter(each -> name.strip().equals(each.get("need")))
                .findFirst()
                .orElseThrow();
    }

    private static long number(Map<?, ?> of, String key) {
        return ((Number) Yaml.entry(of, key)).longValue();
    }

    /** A copy that a test may spoil. */
    private Example copied() throws IOException {
        return Example.copied(EXAMPLE, directory.resolve("copy"));
    }
}
