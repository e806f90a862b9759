package io.proviso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A facet whose values are amounts of money, exact to the cent. */
class AmountsAskedTest {
    private static final Path TOWER =
            Path.of(System.getProperty("proviso.root")).resolve("cli/src/test/resources/io/proviso/cli/rent");

    @Test
    void anAmountIsOnOneSideOfABoundToTheCent() {
        assertEquals(
                "4 cases, all hold.\n",
                Ran.proviso("verify", TOWER.resolve("cases.yaml").toString()).answer());
    }

    @Test
    void leftOpenItIsSplitInAmounts() {
        var split = Yaml.list(ask("act=let", "-o", "json").json(), "split").toString();
        assertTrue(split.contains("0.00..56.99 USD"), split);
        assertTrue(split.contains("57.00 USD or more"), split);
    }

    @Test
    void anAmountIsToldWithItsCurrency() {
        var asked = Yaml.mapping(ask("act=let", "price=57", "-o", "json").json(), "question");
        assertEquals("57.00 USD", asked.get("price"));
        assertTrue(ask("act=let", "price=57", "-v").answer().contains("price=57.00"));
    }

    @Test
    void theWordsOfAClauseNameTheAmount() {
        var page = Ran.proviso("render", TOWER.toString(), "-o", "md", "--as-of", "2026-01-05");
        assertTrue(page.out().contains("price below 57.00 USD"), page.out());
    }

    @Test
    void theNearestAmountThatIsPermittedIsACure() {
        var refused = ask("act=let", "price=50.00", "-v").answer();
        assertTrue(refused.contains("price=57.00"), refused);
    }

    @ParameterizedTest
    @CsvSource({
        "57.005, 'USD has 2 decimals, and ''57.005'' has more'",
        "57.00 EUR, 'price is in USD, not in EUR'",
        "cheap, 'price takes an amount of USD, not ''cheap'''",
        "'57,00', 'price takes an amount of USD, not ''57,00'''"
    })
    void whatIsNoSuchAmountIsRefusedWithTheReason(String amount, String reason) {
        var complaint = ask("act=let", "price=" + amount).complaint();
        assertTrue(complaint.replaceAll("\\s+", " ").contains(reason), complaint);
        assertTrue(complaint.contains("price=57.00"), complaint);
    }

    private static Ran ask(String... words) {
        var args = new ArrayList<>(List.of("ask", "--portfolio", TOWER.toString(), "--as-of", "2026-01-05"));
        args.addAll(List.of(words));
        return Ran.proviso(args);
    }
}
