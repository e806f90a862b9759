package io.proviso.counsel.explain;

import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.RulingText;
import io.proviso.counsel.cure.Cure;
import io.proviso.counsel.english.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A ruling as part of a page: what {@link RulingText} says on a terminal, and what would permit it. */
public final class RulingPage {
    private RulingPage() {}

    /**
     * Everything but the outcome and the question, which stand above.
     *
     * @param heading how deep the page is there already
     */
    public static List<Page.Block> blocks(
            Ruling ruling, Disclosure audience, List<Cure> cures, Function<String, Page.Block> heading) {
        var parts = RulingText.parts(ruling, audience);
        var blocks = new ArrayList<Page.Block>();
        blocks.add(said(parts.asked()));
        for (var section : parts.sections()) {
            blocks.add(heading.apply(section.title()));
            blocks.add(new Page.Bullets(section.points().stream()
                    .map(point -> new Page.Bullet("", point.text(), point.under()))
                    .toList()));
        }
        blocks.add(said(parts.holds()));
        if (!cures.isEmpty()) {
            blocks.add(heading.apply("What would permit it"));
            blocks.add(new Page.Bullets(
                    cures.stream().map(cure -> new Page.Bullet(cure.note())).toList()));
        }
        return blocks;
    }

    private static Page.Block said(List<RulingText.Said> all) {
        return new Page.Bullets(all.stream()
                .map(said -> new Page.Bullet(said.label(), said.text(), List.of()))
                .toList());
    }
}
