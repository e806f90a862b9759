package io.proviso.counsel.render;

import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static io.proviso.counsel.Deals.permits;
import static io.proviso.counsel.english.Draft.clause;
import static io.proviso.counsel.english.Draft.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Source;
import io.proviso.counsel.Deals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderingPageTest {
    private static final Source PRESS =
            new Source("The Daily *Harbour*", "https://example.com/north?a=1&b=2", Confidence.REPORTED);

    @Test
    void asAPageWordsStandBesideTheNormAndAPictureAboveItsAgreement() {
        var from = rich().at("2025-03-01");
        var agreement = from.portfolio().agreements().getFirst();
        var picture = ClauseTimeline.of(from, agreement, Disclosure.INTERNAL);
        assertNotNull(picture);
        var page = RenderingPage.of(
                Rendering.inForce(from, null, Disclosure.INTERNAL), Map.of("supply", picture), List.of());
        assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"), page);
        assertTrue(page.contains("<title>test</title>\n<style>"), page);
        assertTrue(page.contains(".mark{"), page);
        assertTrue(
                page.contains(
                        "<h2>supply</h2>\n" + picture.figure(1140) + "<p class=\"about\">One row for each clause."),
                page);
        assertTrue(
                page.contains(
                        "<h1>test</h1>\n<p class=\"about\">What is in force as of 2025-03-01, as known at 2025-02-01. Not legal advice.</p>"),
                page);
        assertEquals("""
                <section>
                <h3>In force</h3>
                <p class="about">lab (customer), northern (provider of north). Silence: acquire permitted, host permitted. Basis: made up</p>
                <div class="row head"><div class="column">The words</div>
                <div class="column">What Proviso makes of them</div>
                </div>
                <article class="row">
                <h4>ban, since 2025-01-01 (deed)</h4>
                <div>
                <blockquote>“nothing | elsewhere”</blockquote>
                <p class="source">Source: <a href="https://example.com/north?a=1&amp;b=2">The Daily *Harbour*</a> (press reports)</p>
                </div>
                <div class="norm">
                <p>Forbidden, by promise to northern: to host where provider south.</p>
                <p>It ends only by another instrument.</p>
                <p><span class="mark">assumed: for</span>
                </p>
                </div>
                </article>
                <article class="row">
                <h4>unclear, since 2025-01-01 (deed)</h4>
                <div>
                <p>words of unclear <span class="source">(our paraphrase)</span></p>
                <p class="source">Source: made up (primary text)</p>
                </div>
                <div class="norm">
                <p>Read as &#39;some&#39;: Permitted: to host where product api.</p>
                <p class="reading">“some of it”</p>
                <p class="out">Read as &#39;none&#39;: Nothing is left of the clause.</p>
                <p>Pinned on 2025-02-01 by counsel to: some. it reads better</p>
                <p>It ends only by another instrument.</p>
                </div>
                </article>
                </section>
                <h2>third</h2>
                <section>
                <h3>In force</h3>
                <p class="about">lab (customer). Silence: acquire permitted, host permitted. Basis: made up</p>
                </section>
                </main>
                </body>
                </html>
                """, page.substring(page.indexOf("<section>")));
    }

    @Test
    void onAPageAnInstrumentWithoutChangesHasNoTable() {
        var deals = new Deals().agreement("supply", "lab", "northern:north").paper("deed", "2025-01-01");
        var page = RenderingPage.of(
                Rendering.chain(deals.at("2025-03-01"), null, Disclosure.INTERNAL), Map.of(), List.of());
        assertTrue(page.endsWith("""
                <h2>supply</h2>
                <section>
                <h3>deed</h3>
                <p class="about">amendment, in effect since 2025-01-01</p>
                <p class="source">Source: made up (primary text)</p>
                </section>
                </main>
                </body>
                </html>
                """), page);
    }

    /** Two agreements, one with a quote from the press and a pinned clause, the other without clauses. */
    static Deals rich() {
        return new Deals()
                .agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        clause("ban", forbids("northern", "host", is("provider", "south")))
                                .quote("nothing | elsewhere")
                                .source(PRESS)
                                .assumed("for")
                                .adds(),
                        clause(
                                        "unclear",
                                        reading("some", "some of it", permits("host", is("product", "api"))),
                                        reading("none", null))
                                .adds())
                .pin("supply", "unclear", "2025-02-01", "some")
                .agreement("third", "lab")
                .paper("deed", "2025-01-01");
    }
}
