package io.proviso.cli.questions;

import io.proviso.cli.output.Json;
import io.proviso.desk.Tail;
import io.proviso.replay.ReplayedRound;
import io.proviso.replay.RightsUse;
import io.proviso.replay.Undelivered;
import io.proviso.replay.report.RightsTable;
import io.proviso.replay.study.ScenarioComparison;
import io.proviso.replay.study.ScenarioComparison.Compared;
import io.proviso.units.EnumWord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** What the rights of a scenario did, and what came late, told to a person or a machine. */
public record RightsAnswer(Compared one) {
    private static final double SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();
    private static final int DECIMALS = 2;

    /** The table of all scenarios, with an empty line before it; empty if nothing of it could happen in any. */
    public static String text(ScenarioComparison comparison) {
        var rows = new RightsTable(comparison).rows();
        if (rows.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("\nHow often each right was used, and what came of the offers made for it:\n\n");
        text.append(String.format(Locale.ROOT, "%-52s", "WHAT THE RIGHTS DID"));
        comparison.compared().forEach(one -> text.append(String.format(Locale.ROOT, " %16s", one.name())));
        text.append('\n');
        for (var row : rows) {
            text.append(String.format(Locale.ROOT, "%-52s", row.what()));
            row.cells().forEach(cell -> text.append(String.format(Locale.ROOT, " %16s", cell)));
            text.append('\n');
        }
        return text.append("none: it could have happened; ")
                .append(RightsTable.CANNOT)
                .append(": it cannot happen in that scenario\n")
                .toString();
    }

    public void write(Json json) throws IOException {
        var use = one.result().rightsUse();
        json.field("offers", use.offers().size()).field("gpusTaken", use.gpusTaken());
        for (var ending : ReplayedRound.Ending.values()) {
            json.field(ending.name().toLowerCase(Locale.ROOT), use.count(ending));
        }
        json.field("offersAgain", use.offersAgain()).object("offersAgainBecauseOf", metrics -> {
            for (var metric : Tail.Metric.values()) {
                metrics.field(EnumWord.of(metric), use.offersAgain(metric));
            }
        });
        json.field("tailsExpired", use.tailsExpired())
                .field("daysAdded", decimal(use.reopened().toSeconds() / SECONDS_OF_A_DAY))
                .field("bargainsShown", use.shown())
                .field("matched", use.matched())
                .field("matchedBelowList", use.matched() == 0 ? null : decimal(use.matchedBelowList()))
                .object("late", late -> late(late, use))
                .object("undelivered", undelivered -> undelivered(undelivered, use));
    }

    private static void undelivered(Json json, RightsUse use) throws IOException {
        json.field("reservations", use.undelivered().size())
                .field("givenUpByProvider", use.count(Undelivered.Why.GIVEN_UP_BY_ITS_PROVIDER))
                .field("endedAfterGrace", use.count(Undelivered.Why.ENDED_AFTER_THE_GRACE))
                .field("ofHolders", use.count(Undelivered.Promise.ACCEPTED_BY_A_HOLDER))
                .field("gpus", use.gpusUndelivered());
    }

    private static void late(Json json, RightsUse use) throws IOException {
        var abatement = use.abatement();
        json.field("reservations", use.late().size())
                .field("days", decimal(use.daysLate()))
                .field("gpuDaysLost", decimal(use.gpuDaysLost()))
                .field(
                        "abatement",
                        abatement == null
                                ? BigDecimal.ZERO
                                : abatement.rounded().amount());
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
