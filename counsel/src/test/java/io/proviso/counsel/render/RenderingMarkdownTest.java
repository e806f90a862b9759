package io.proviso.counsel.render;

import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.english.Draft.clause;
import static io.proviso.counsel.render.RenderingPageTest.rich;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Source;
import io.proviso.counsel.Deals;
import org.junit.jupiter.api.Test;

class RenderingMarkdownTest {
    @Test
    void asMarkdownWordsStandBesideTheNormWithTheirMarks() {
        assertEquals("""
                # test

                What is in force as of 2025-03-01, as known at 2025-02-01. Not legal advice.

                ## supply

                ### In force

                lab (customer), northern (provider of north). Silence: acquire permitted, host permitted. Basis: made up

                | words | what Proviso makes of them |
                |---|---|
                | **ban, since 2025-01-01 (deed)**<br>“nothing \\| elsewhere”<br>Source: [The Daily \\*Harbour\\*](https://example.com/north?a=1&b=2) (press reports) | Forbidden, by promise to northern: to host where provider south.<br>It ends only by another instrument.<br>*assumed: for* |
                | **unclear, since 2025-01-01 (deed)**<br>words of unclear *(our paraphrase)*<br>Source: made up (primary text) | Read as 'some': Permitted: to host where product api. — “some of it”<br>~~Read as 'none': Nothing is left of the clause.~~<br>Pinned on 2025-02-01 by counsel to: some. it reads better<br>It ends only by another instrument. |

                ## third

                ### In force

                lab (customer). Silence: acquire permitted, host permitted. Basis: made up
                """, RenderingMarkdown.of(Rendering.inForce(rich().at("2025-03-01"), null, Disclosure.INTERNAL)));
    }

    @Test
    void anAddressEndsNeitherItsLinkNorItsCell() {
        var source = new Source("a page", "https://example.com/a_(b)|c", Confidence.PRIMARY);
        var deals = new Deals()
                .agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        clause("ban", forbids("northern", "host", is("provider", "south")))
                                .source(source)
                                .adds());
        var markdown = RenderingMarkdown.of(Rendering.inForce(deals.at("2025-03-01"), null, Disclosure.INTERNAL));
        assertTrue(markdown.contains("[a page](https://example.com/a_%28b%29%7Cc) (primary text)"), markdown);
    }

    @Test
    void theSourceOfAnInstrumentIsToldOnceAndARowsOwnOnlyWhereItDiffers() {
        var markdown = RenderingMarkdown.of(Rendering.chain(rich().at("2025-03-01"), "supply", Disclosure.INTERNAL));
        assertTrue(
                markdown.contains("amendment, in effect since 2025-01-01\n\nSource: made up (primary text)\n\n| words"),
                markdown);
        assertTrue(markdown.contains("“nothing \\| elsewhere”<br>Source: ["), markdown);
        assertTrue(markdown.contains("words of unclear *(our paraphrase)* |"), markdown);
        assertEquals(
                1, markdown.lines().filter(line -> line.equals("## supply")).count());
    }
}
