package io.proviso.cli;

import io.proviso.replay.AcceptanceGrid;
import io.proviso.replay.Estimate;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a window costs with holders that accept more or less often, told to a person or a machine. */
record AcceptanceAnswer(AcceptanceGrid grid, Currency currency) {

    String text() {
        return table("WAIT h", cell -> cell.meanWait().mean() / 3600)
                + "\n"
                + table("COST M " + currency, cell -> cell.cost().mean() / 1e6);
    }

    private String table(String figure, ToDoubleFunction<AcceptanceGrid.Cell> value) {
        var text = new StringBuilder(String.format(Locale.ROOT, "%-16s", figure));
        for (double share : grid.sweep().accepts()) {
            text.append(String.format(Locale.ROOT, " %8s", percent(share) + " %"));
        }
        text.append(String.format(Locale.ROOT, "   (of offers accepted; %s, %s)%n", grid.scenario(), clause()));
        for (var row : grid.rows()) {
            text.append(String.format(Locale.ROOT, "%-16s", row.getFirst().window()));
            row.forEach(cell -> text.append(String.format(Locale.ROOT, " %8.2f", value.applyAsDouble(cell))));
            text.append('\n');
        }
        return text.toString();
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
                                .object("meanWait", content -> ScenarioAnswer.write(content, cell.meanWait()))
                                .object("cost", content -> ScenarioAnswer.write(content, cell.cost())))
                .objects("lastLessFirst", grid.sweep().accepts(), (each, share) -> {
                    int column = grid.sweep().accepts().indexOf(share);
                    each.field("accepts", BigDecimal.valueOf(share))
                            .object("meanWait", content -> ScenarioAnswer.write(content, waits(column)))
                            .object("cost", content -> ScenarioAnswer.write(content, costs(column)));
                });
    }

    private Estimate waits(int column) {
        return grid.lastLessFirst(column, AcceptanceGrid.Cell::waits);
    }

    private Estimate costs(int column) {
        return grid.lastLessFirst(column, AcceptanceGrid.Cell::costs);
    }

    private String clause() {
        var windows = grid.sweep().windows();
        return windows.agreement() + "/" + windows.clause();
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
