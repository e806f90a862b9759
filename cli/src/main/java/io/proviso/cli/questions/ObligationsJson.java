package io.proviso.cli.questions;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Source;
import io.proviso.cli.output.Json;
import io.proviso.cli.output.UnlistedJson;
import io.proviso.counsel.due.Exposure;
import io.proviso.counsel.due.Headroom;
import io.proviso.counsel.due.Obligation;
import io.proviso.counsel.due.Obligations;
import io.proviso.counsel.due.Payment;
import io.proviso.counsel.due.Progress;
import io.proviso.counsel.due.Total;
import io.proviso.counsel.due.Uncounted;
import io.proviso.counsel.due.Year;
import io.proviso.units.EnumWord;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Obligations as JSON; the names are part of the interface. Every sum is one of the rows that are counted alike. */
public final class ObligationsJson {
    private ObligationsJson() {}

    public static void write(Json json, Obligations obligations) throws IOException {
        var look = obligations.look();
        json.field("since", look.since())
                .field("from", look.from())
                .field("to", look.to())
                .field("knownAt", look.knownAt())
                .field("newestPaper", look.newest())
                .field("withheld", obligations.withheld())
                .objects("obligations", obligations.all(), ObligationsJson::obligation)
                .objects("commitments", obligations.exposures(), ObligationsJson::exposure)
                .objects("totals", obligations.totals(), ObligationsJson::total)
                .objects("payments", obligations.payments(), ObligationsJson::payment)
                .objects("years", obligations.years(), ObligationsJson::year)
                .objects("uncounted", obligations.uncounted(), ObligationsJson::uncounted)
                .objects("consents", obligations.headrooms(), ObligationsJson::headroom);
    }

    private static void obligation(Json json, Obligation one) throws IOException {
        json.field("day", text(one.day())).field("kind", EnumWord.of(one.kind()));
        clause(json, one.clause())
                .field("id", one.id())
                .field("state", EnumWord.of(one.progress().state()))
                .field(
                        "parties",
                        one.progress().parties().stream().map(Party::name).toList())
                .field("owner", one.progress().owner());
        source(
                json,
                "ownerSource",
                one.progress().charge() == null ? null : one.progress().charge().source());
        json.field("occurrence", one.occurrence()).field("what", one.what()).field("marks", one.marks());
        done(json, one.progress().done());
        UnlistedJson.write(json, one.unlisted());
    }

    private static void source(Json json, String name, @Nullable Source source) throws IOException {
        if (source == null) {
            json.field(name, (String) null);
        } else {
            json.object(name, fields -> RulingJson.source(fields, source));
        }
    }

    private static void done(Json json, Progress.@Nullable Done one) throws IOException {
        if (one == null) {
            json.field("done", (String) null);
            return;
        }
        json.object(
                "done",
                done -> done.field("day", text(one.day()))
                        .field("by", one.by())
                        .object("evidence", evidence -> RulingJson.source(evidence, one.evidence())));
    }

    private static void exposure(Json json, Exposure one) throws IOException {
        var worth = one.worth();
        parties(clause(json, one.clause()), one.by(), one.to());
        money(json, "headline", worth.headline());
        money(json, "firm", worth.firm());
        json.field("firmUntil", text(worth.firmUntil()));
        money(json, "credited", worth.credited());
        json.field("countedAs", EnumWord.of(one.as()));
        money(json, "undated", worth.undated());
        json.field("why", worth.why())
                .field("headlineMarks", one.headlineMarks())
                .field("firmMarks", one.firmMarks());
    }

    private static void total(Json json, Total one) throws IOException {
        json.field("by", one.by().name()).field("countedAs", EnumWord.of(one.as()));
        money(json, "amount", one.amount());
        money(json, "headline", one.headline());
        json.field("of", one.of());
        money(json, "undated", one.undated());
        json.field("undatedOf", one.undatedOf()).field("marked", one.marked());
    }

    private static void payment(Json json, Payment one) throws IOException {
        parties(clause(json, one.clause()), one.by(), one.to())
                .field("from", text(one.from()))
                .field("through", text(one.through()));
        money(json, "amount", one.amount());
        json.field("reading", one.reading())
                .field("countedAs", EnumWord.of(one.as()))
                .field("marks", one.marks());
    }

    private static void year(Json json, Year one) throws IOException {
        json.field("by", one.by().name())
                .field("from", text(one.from()))
                .field("through", text(one.through()))
                .field("countedAs", EnumWord.of(one.as()));
        money(json, "amount", one.amount());
        json.field("of", one.payments().size());
    }

    private static void uncounted(Json json, Uncounted one) throws IOException {
        clause(json, one.clause())
                .field("money", one.money())
                .field("by", one.by() == null ? null : one.by().name())
                .field("what", one.what())
                .field("why", one.sentence())
                .field("from", text(one.spell().from()))
                .field("until", text(one.spell().until()))
                .field("reading", one.reading())
                .field("marks", one.marks());
    }

    private static void headroom(Json json, Headroom one) throws IOException {
        clause(json, one.clause())
                .field("by", one.by() == null ? null : one.by().name())
                .field("reading", one.reading())
                .field("granted", one.granted())
                .field("drawn", one.drawn())
                .field("left", one.left())
                .field("until", text(one.until()))
                .field("marks", one.marks());
    }

    private static Json clause(Json json, ClauseName name) throws IOException {
        return json.field("agreement", name.agreement()).field("clause", name.clause());
    }

    private static Json parties(Json json, Party by, Party to) throws IOException {
        return json.field("by", by.name()).field("to", to.name());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable String text(@Nullable ZonedDateTime moment) {
        return moment == null ? null : moment.toInstant().toString();
    }

    private static void money(Json json, String name, @Nullable Money money) throws IOException {
        json.field(name, money == null ? null : money.toString());
    }
}
