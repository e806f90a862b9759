package io.proviso.replay.report;

import io.proviso.desk.Tail;
import io.proviso.replay.ReplayedRound;
import io.proviso.replay.RightsUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the rights did, in sentences that follow from the figures of {@link RightsTable}. */
final class RightsWords {
    private RightsWords() {}

    static String rounds(RightsUse use) {
        int rounds = use.rounds().size();
        int offers = use.offers().size();
        return Wording.count(rounds, "round")
                + (offers > rounds ? " with " + Wording.count(offers, "offer") : "")
                + lapsed(use.count(ReplayedRound.Ending.LAPSED), offers)
                + "; the holder took " + taken(use.gpusTaken());
    }

    private static String lapsed(long lapsed, int offers) {
        if (offers == 1) {
            return lapsed == 1 ? ", which lapsed" : ", which did not lapse";
        }
        return ", of which " + (lapsed == 0 ? "none" : lapsed == offers ? "all" : ReportFigures.whole(lapsed))
                + " lapsed";
    }

    private static String taken(long gpus) {
        return gpus == 0 ? "nothing" : Wording.count(gpus, "GPU");
    }

    /** How often the holder was asked again. */
    static String asked(String scenario, RightsUse use, long seed) {
        long again = use.offersAgain();
        long expired = use.tailsExpired();
        var why = new ArrayList<String>();
        if (again > 0) {
            why.add("the holder was asked again " + Wording.times(again)
                    + " because a bargain went beyond what it had refused");
        }
        if (expired > 0) {
            why.add("a refusal ran out " + Wording.times(expired) + " before anything was signed");
        }
        if (why.isEmpty()) {
            return "Under " + scenario
                    + (use.rounds().isEmpty()
                            ? " nothing had to be offered to a holder"
                            : " no refusal had to be asked for twice")
                    + " (seed " + seed + ").";
        }
        return "Under " + scenario + " " + Wording.joined(why) + "; that put off awards by "
                + RightsTable.days(use) + " in all, over "
                + Wording.count(use.rounds().size(), "round") + " (seed " + seed + ").";
    }

    /** In words, as in "price and start". */
    static String metrics(List<Tail.Metric> metrics) {
        return Wording.joined(metrics.stream()
                .map(metric -> metric.name().toLowerCase(Locale.ROOT))
                .toList());
    }
}
