package io.proviso.cli;

import static io.proviso.cli.Ran.proviso;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RenderTest {
    @Test
    void theChainShowsEveryInstrumentWithItsWordsBesideTheNorm() throws IOException {
        Golden.compare("render-harbour.md", Harbour.on("render", "-o", "md").answer());
        Golden.compare(
                "render-example.md",
                proviso("render", "-o", "md", "--agreement", "microsoft-openai").answer());
    }

    @Test
    void aDayShowsWhatIsInForceWithThePinsThatChose() throws IOException {
        Golden.compare(
                "render-harbour-2025-04-01.md",
                Harbour.on("render", "-o", "md", "--as-of", "2025-04-01").answer());
    }

    @Test
    void thePageIsSelfContainedAndShowsWhatWasInForceWhen() throws IOException {
        var page = Harbour.on("render", "--as-of", "2025-04-01").answer();
        Golden.compare("render-harbour.html", page);
        assertTrue(
                page.contains("What was in force when: 7 clauses of supply, none with a time of open readings"), page);
        assertFalse(page.contains("<script"), "no script");
        assertFalse(page.contains("src=\"http") || page.contains("@import"), "nothing is fetched");
    }

    @Test
    void anAgreementOfManyShowsEveryPartyWithEachOfItsRoles() {
        var page = proviso("render", "-o", "md", "--agreement", "stargate", "--as-of", "2025-02-01")
                .answer();
        assertTrue(
                page.contains(
                        "arm (technology partner), mgx (financier), microsoft (technology partner), nvidia (technology"
                                + " partner), openai (financier, operator, technology partner), oracle (financier,"
                                + " provider of oracle, technology partner), softbank (financier)"),
                page);
    }

    @Test
    void wordsThatAreNotDisclosedStayHidden() {
        for (var form : new String[] {"md", "html"}) {
            var text = Harbour.on("render", "-o", form, "--audience", "public").answer();
            assertTrue(text.contains("secret-discount"), "that there is a clause is no secret");
            assertFalse(text.contains("a secret<") || text.contains("a secret *"), "its words are");
            assertFalse(text.contains("without the consent"), "its norm is");
        }
    }

    @Test
    void thePictureOfAnAudienceShowsNeitherTheDaysNorTheColourOfWhatItMayNotRead() {
        var all = Harbour.on("render").answer();
        var told = Harbour.on("render", "--audience", "public").answer();
        assertTrue(all.contains("secret-discount, first-amendment"), all);
        assertFalse(told.contains("secret-discount, first-amendment"), told);
        assertTrue(told.contains("secret-discount, withheld from this audience"), told);
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        var complaint = Harbour.on("render", "--agreement", "suply", "--as-of", "then", "--known-at", "never")
                .complaint();
        for (var problem : new String[] {"unknown agreement 'suply'", "--as-of: 'then'", "--known-at: 'never'"}) {
            assertTrue(complaint.contains(problem), complaint);
        }
    }

    @Test
    void anUnknownAgreementIsNamedWithTheNearest() {
        var complaint = Harbour.on("render", "--agreement", "suply").complaint();
        assertTrue(complaint.contains("unknown agreement 'suply'\nDid you mean 'supply'?"), complaint);
    }
}
