package io.proviso.cli.replay;

import io.proviso.cli.output.Json;
import io.proviso.replay.study.AcceptanceGrid;
import io.proviso.replay.study.Estimate;
import io.proviso.replay.study.SweepPoint;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a window costs with holders that accept more or less often, told to a person or a machine. */
record AcceptanceAnswer(AcceptanceGrid grid, Currency currency) {
    private static final int DECIMALS = 4;

    String text() {
        var costs = ReplayColumns.Costs.of(
                currency,
                grid.rows().stream()
                        .flatMap(List::stream)
                        .mapToDouble(cell -> cell.cost().mean()));
        return "The same for a holder that would accept so many of the offers (columns) with each window (rows): the mean wait,\n"
                + "what the capacity cost, and how many offers it did accept before they lapsed.\n\n"
                + table("WAIT h", cell -> number(cell.meanWait().mean() / 3600))
                + "\n"
                + table(
                        costs.heading() + " " + currency,
                        cell -> costs.text(cell.cost().mean()))
                + "\n"
                + table("ACCEPTED %", cell -> number(100 * cell.offers().accepted()));
    }

    private String table(String figure, Function<SweepPoint, String> value) {
        var text = new StringBuilder(String.format(Locale.ROOT, "%-16s", figure));
        for (double share : grid.sweep().accepts()) {
            text.append(String.format(Locale.ROOT, " %8s", percent(share) + " %"));
        }
        text.append(String.format(
                Locale.ROOT, "   (of offers that the holder would accept; %s, %s)%n", grid.scenario(), clause()));
        for (var row : grid.rows()) {
            text.append(String.format(Locale.ROOT, "%-16s", row.getFirst().window()));
            row.forEach(cell -> text.append(String.format(Locale.ROOT, " %8s", value.apply(cell))));
            text.append('\n');
        }
        return text.toString();
    }

    /** No share is accepted of no offer, and no mean is of no job. */
    private static String number(double value) {
        return Double.isNaN(value) ? "none" : String.format(Locale.ROOT, "%.2f", value);
    }

    void write(Json json) throws IOException {
        json.field("scenario", grid.scenario())
                .field("clause", clause())
                .field("seeds", grid.seeds())
                .field("currency", currency.getCurrencyCode())
                .objects(
                        "cells",
                        grid.rows().stream().flatMap(row -> row.stream()).toList(),
                        (each, cell) -> each.field("window", cell.window().toString())
                                .field("accepts", BigDecimal.valueOf(cell.accepts()))
                                .field("accepted", accepted(cell))
                                .object("meanWait", content -> ScenarioAnswer.write(content, cell.meanWait()))
                                .object("cost", content -> ScenarioAnswer.write(content, cell.cost())))
                .objects("lastLessFirst", grid.sweep().accepts(), (each, share) -> {
                    int column = grid.sweep().accepts().indexOf(share);
                    each.field("accepts", BigDecimal.valueOf(share))
                            .object("meanWait", content -> ScenarioAnswer.write(content, waits(column)))
                            .object("cost", content -> ScenarioAnswer.write(content, costs(column)));
                });
    }

    /** Of the offers made, over all seeds; null if none was. */
    private static @Nullable BigDecimal accepted(SweepPoint cell) {
        double accepted = cell.offers().accepted();
        return Double.isNaN(accepted) ? null : BigDecimal.valueOf(accepted).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private Estimate waits(int column) {
        return grid.lastLessFirst(column, SweepPoint::waits);
    }

    private Estimate costs(int column) {
        return grid.lastLessFirst(column, SweepPoint::costs);
    }

    private String clause() {
        var windows = grid.sweep().windows();
        return windows.right().toString();
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
