package io.proviso.cli.questions;

import io.proviso.cli.files.Supposed;
import io.proviso.cli.output.Json;
import io.proviso.counsel.outlook.Binds;
import io.proviso.counsel.outlook.Outlook;
import io.proviso.counsel.outlook.OutlookText;
import io.proviso.counsel.outlook.Prospect;
import io.proviso.units.EnumWord;
import java.io.IOException;
import java.time.ZoneId;

/** An outlook as JSON; the names are part of the interface. */
public final class OutlookJson {
    private OutlookJson() {}

    public static String of(Outlook outlook, Supposed supposed) {
        return Json.object(json -> {
            supposed.write(json);
            json.field("portfolio", outlook.portfolio())
                    .field("asOf", outlook.asOf())
                    .field("knownAt", outlook.knownAt())
                    .field("unit", outlook.unit())
                    .objects("needs", outlook.lines(), (each, line) -> line(each, line, outlook.zone()))
                    .objects(
                            "oversold",
                            outlook.oversold(),
                            (each, one) -> each.field("supplier", one.supplier().name())
                                    .field("needs", one.needs())
                                    .field("named", one.named())
                                    .field("upTo", one.supplier().upTo()))
                    .objects(
                            "weeks",
                            outlook.weeks(),
                            (each, week) -> each.field("week", week.begins().toString())
                                    .field("wanted", week.wanted())
                                    .field("reserved", week.reserved())
                                    .field("missing", week.missing())
                                    .objects(
                                            "needs",
                                            week.needs(),
                                            (one, need) -> one.field("need", need.need())
                                                    .field("wanted", need.wanted())
                                                    .field("reserved", need.reserved())
                                                    .field("missing", need.missing())))
                    .objects(
                            "reservations",
                            outlook.reservations(),
                            (each, one) -> each.field("round", one.round())
                                    .field("request", one.request())
                                    .field("with", one.with())
                                    .field("quantity", one.quantity())
                                    .field("from", one.from())
                                    .field("to", one.to()));
        });
    }

    private static void line(Json json, Outlook.Line line, ZoneId zone) throws IOException {
        var need = line.need();
        json.field("need", need.name())
                .field("product", need.product())
                .field("quantity", need.quantity())
                .field("by", need.by())
                .field("until", need.until())
                .field("reserved", line.reserved())
                .field("toAcquire", line.open())
                .field("onTime", line.isOnTime())
                .object(
                        "binds",
                        each -> each.field("kind", kind(line.binds()))
                                .field("says", OutlookText.words(line.binds(), zone)));
        if (line.best() != null) {
            json.field("supplier", line.best().supplier().name());
        }
        json.objects("prospects", line.prospects(), OutlookJson::prospect)
                .objects(
                        "remedies",
                        line.remedies(),
                        (each, remedy) -> each.field("kind", EnumWord.of(remedy.kind()))
                                .field("says", remedy.words())
                                .field("outcome", remedy.outcome().name())
                                .field("ask", remedy.ask())
                                .field("ready", remedy.ready()))
                .field("moreRemedies", line.moreRemedies());
    }

    private static void prospect(Json json, Prospect prospect) throws IOException {
        json.field("supplier", prospect.supplier().name())
                .field("outcome", prospect.ruling().outcome().name())
                .field("ruling", prospect.ruling().id());
        switch (prospect) {
            case Prospect.Lawful lawful -> lawful(json.field("prospect", "lawful"), lawful);
            case Prospect.Dear(Prospect.Lawful but) -> {
                json.field("prospect", "too-dear")
                        .field("price", String.valueOf(but.supplier().price()));
                lawful(json, but);
            }
            case Prospect.Small small -> json.field("prospect", "too-small").field("has", small.has());
            case Prospect.Unsure unsure -> json.field("prospect", "unsure").field("because", unsure.why());
            case Prospect.Barred barred -> json.field("prospect", "barred").field("through", barred.through());
        }
    }

    private static void lawful(Json json, Prospect.Lawful lawful) throws IOException {
        json.field("signFrom", lawful.sign()).field("ready", lawful.ready());
        if (lawful.sendBy() != null) {
            json.field("receiveBy", lawful.sendBy().latest())
                    .field("receiveBySays", lawful.sendBy().words());
        }
    }

    private static String kind(Binds binds) {
        return switch (binds) {
            case Binds.Nothing _ -> "nothing";
            case Binds.Covered _ -> "covered";
            case Binds.ForWindow _ -> "window";
            case Binds.ForAnswer _ -> "answer";
            case Binds.ForDelivery _ -> "delivery";
            case Binds.ForPaper _ -> "paper";
            case Binds.ForMoney _ -> "money";
            case Binds.ForUnknown _ -> "unknown";
            case Binds.NobodyLeft _ -> "nobody-left";
        };
    }
}
