package io.proviso.cli.questions;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Pin;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Source;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.norms.Step;
import io.proviso.agreement.norms.Told;
import io.proviso.agreement.norms.WhyMissed;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.portfolio.Exercised;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.ruling.MissedText;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.calendar.Window;
import io.proviso.cli.files.Supposed;
import io.proviso.cli.output.Json;
import io.proviso.cli.output.UnlistedJson;
import io.proviso.counsel.cure.Cure;
import io.proviso.counsel.due.SendBy;
import io.proviso.units.EnumWord;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rulings as JSON for an audience; the names are part of the interface. */
public record RulingJson(Disclosure audience, Supposed supposed) {
    /** With when to send for a wanted start, if there is one. */
    public String of(Ruling ruling, List<Cure> cures, SendBy.@Nullable Told sendBy) {
        return Json.object(json -> {
            supposed.write(json);
            ruling(json, ruling, cures);
            if (sendBy != null) {
                json.object(
                        "sendBy",
                        each -> each.field("start", sendBy.start())
                                .field("latest", sendBy.latest())
                                .field("says", sendBy.words()));
            }
        });
    }

    public String of(List<Rulings.Segment> segments, Function<Ruling, List<Cure>> cures) {
        return Json.object(json -> {
            supposed.write(json);
            json.objects("segments", segments, (each, segment) -> {
                each.field("from", segment.from())
                        .field("to", segment.to())
                        .object("ruling", one -> ruling(one, segment.ruling(), cures.apply(segment.ruling())))
                        .objects(
                                "reasons",
                                segment.reasons(),
                                (part, because) -> part.field("from", because.from())
                                        .field("to", because.to())
                                        .object(
                                                "ruling",
                                                one -> ruling(one, because.ruling(), cures.apply(because.ruling()))));
            });
        });
    }

    private void ruling(Json json, Ruling whole, List<Cure> cures) throws IOException {
        var ruling = whole.disclosedTo(audience);
        var asking = ruling.asking();
        json.field("id", ruling.id())
                .field("outcome", ruling.outcome().name())
                .object("question", question -> question(question, asking.question()))
                .field("asOf", asking.asOf())
                .field("knownAt", asking.knownAt())
                .field("portfolio", asking.portfolio())
                .field("engine", asking.engine())
                .objects("deciding", ruling.deciding(), RulingJson::citation)
                .objects("setAside", ruling.setAside(), (each, aside) -> {
                    citation(each, aside.cited());
                    each.field("by", aside.by().stream().map(ClauseName::clause).toList());
                })
                .objects("exercised", exercised(ruling), RulingJson::exercised)
                .objects("facts", ruling.telling().facts(), RulingJson::fact)
                .objects("rounds", ruling.telling().rounds(), (each, cited) -> RoundJson.cited(each, cited, ruling))
                .objects("silent", ruling.silent(), (each, silence) -> silence(each, ruling, silence))
                .objects("pins", ruling.pins(), (each, cited) -> pin(each, cited.pin()))
                .objects("steps", ruling.steps(), RulingJson::step)
                .field("signFrom", ruling.signFrom())
                .field(
                        "askedAgain",
                        ruling.telling().staleFirst().stream()
                                .map(ClauseName::toString)
                                .toList())
                .objects(
                        "split",
                        ruling.split(),
                        (each, branch) -> each.object("given", given -> given(given, branch.given()))
                                .field("outcome", branch.outcome().name()))
                .field("restsOn", EnumWord.of(ruling.restsOn()))
                .field("validUntil", ruling.validUntil())
                .field("reasonsUntil", ruling.reasonsUntil())
                .objects("cure", cures, CureText::json);
        UnlistedJson.write(json, ruling.unlisted());
    }

    private static void question(Json json, Question question) throws IOException {
        json.field("act", question.act());
        for (var entry : question.facets().entrySet()) {
            switch (entry.getValue()) {
                case Asked.OneOf(List<String> values)
                when values.size() == 1 -> json.field(entry.getKey(), values.getFirst());
                case Asked.OneOf(List<String> values) -> json.field(entry.getKey(), values);
                case Asked.Exactly(long number, Currency currency)
                when currency == null -> json.field(entry.getKey(), number);
                case Asked.Exactly amount -> json.field(entry.getKey(), amount.told());
            }
        }
        if (question.request() != null) {
            json.field("request", question.request());
        }
        if (!question.supposed().isEmpty()) {
            json.object("facts", facts -> {
                for (var fact : question.supposed().entrySet()) {
                    facts.field(fact.getKey(), fact.getValue());
                }
            });
        }
    }

    private static void citation(Json json, Citation cited) throws IOException {
        json.field("agreement", cited.clause().agreement())
                .field("clause", cited.clause().clause())
                .field("instrument", cited.instrument())
                .field("effect", EnumWord.of(cited.effect()))
                .field("reading", cited.reading())
                .field("says", cited.words().says())
                .field("saysKind", EnumWord.of(cited.words().kind()))
                .object("source", source -> source(source, cited.provenance().source()))
                .field("assumed", cited.provenance().assumed())
                .field("reported", cited.provenance().reported())
                .field("since", cited.since());
        if (!cited.provenance().defaults().isEmpty()) {
            json.objects(
                    "defaults",
                    cited.provenance().defaults(),
                    (each, one) -> each.field("term", one.term()).field("means", one.means()));
        }
    }

    private static List<Map.Entry<ClauseName, Exercised>> exercised(Ruling ruling) {
        return ruling.telling().exercised().entrySet().stream()
                .flatMap(behind -> behind.getValue().stream().map(one -> Map.entry(behind.getKey(), one)))
                .toList();
    }

    private static void exercised(Json json, Map.Entry<ClauseName, Exercised> behind) throws IOException {
        var cited = behind.getKey();
        var given = behind.getValue();
        json.field("agreement", cited.agreement())
                .field("clause", given.clause().clause())
                .field("givesUp", given.clause().equals(cited) ? null : cited.clause())
                .objects(
                        "draws",
                        given.draws(),
                        (each, draw) -> each.field("of", draw.quantity().facet())
                                .field("quantity", draw.quantity().number())
                                .field("at", draw.at())
                                .object("source", source -> source(source, draw.source())))
                .field(
                        "revokedBy",
                        given.revoked() == null ? null : given.revoked().instrument())
                .objects(
                        "readings",
                        given.readings(),
                        (each, left) -> each.field("reading", left.reading())
                                .field("unit", left.unit().isEmpty() ? null : left.unit())
                                .field("drawn", left.upTo() == null ? null : left.drawn())
                                .field("left", left.left())
                                .field("over", left.over()));
    }

    static void source(Json json, Source source) throws IOException {
        json.field("title", source.title())
                .field("url", source.url())
                .field("confidence", EnumWord.of(source.confidence()));
    }

    private static void silence(Json json, Ruling ruling, Ruling.SilenceCited silence) throws IOException {
        var text = new MissedText(ruling.telling().zone());
        json.field("agreement", silence.agreement())
                .field("act", silence.act())
                .field("rule", EnumWord.of(silence.rule()))
                .objects(
                        "missed",
                        silence.missed(),
                        (each, missed) -> each.field("clause", missed.clause().clause())
                                .field("because", text.words(missed.because()))
                                .object("why", why -> why(why, missed.because())));
    }

    private static void why(Json json, WhyMissed because) throws IOException {
        switch (because) {
            case WhyMissed.Differs differs ->
                json.field("kind", "differs")
                        .field("facet", differs.facet())
                        .field("origin", EnumWord.of(differs.origin()))
                        .object("is", is -> values(is, differs.is()))
                        .object("speaksOf", of -> values(of, differs.speaksOf()));
            case WhyMissed.PinnedOut(String reading) ->
                json.field("kind", "pinned-out").field("reading", reading);
            case WhyMissed.Ended ended -> ended(json.field("kind", "ended"), ended);
            case WhyMissed.DiedWith(ClauseName clause, WhyMissed.Ended ended) ->
                ended(json.field("kind", "died-with").field("clause", clause.clause()), ended);
            case WhyMissed.Sleeps(List<String> milestones, boolean _) ->
                json.field("kind", "sleeps").field("milestones", milestones);
            case WhyMissed.NothingLeft(ClauseName clause) ->
                json.field("kind", "nothing-left").field("clause", clause.clause());
            case WhyMissed.Kept() -> json.field("kind", "withheld");
        }
    }

    private static void ended(Json json, WhyMissed.Ended ended) throws IOException {
        json.field("milestones", ended.milestones())
                .field("on", ended.on())
                .field("otherwiseApplies", ended.otherwiseApplies());
        if (ended.after() != null) {
            json.field("after", ended.after().toString());
        }
    }

    private static void values(Json json, WhyMissed.Values values) throws IOException {
        json.field(values.allButNamed() ? "noneOf" : "anyOf", values.named());
    }

    private static void fact(Json json, Ruling.FactCited cited) throws IOException {
        var entry = cited.entry();
        json.field("fact", entry.facet())
                .field("value", entry.value())
                .field("at", entry.at())
                .field("recorded", entry.recorded())
                .object("source", source -> source(source, entry.source()))
                .field("by", cited.by().stream().map(ClauseName::toString).toList());
    }

    private static void pin(Json json, Pin pin) throws IOException {
        json.field("agreement", pin.clause().agreement())
                .field("clause", pin.clause().clause())
                .field("readings", pin.readings())
                .field("who", pin.who())
                .field("why", pin.why())
                .field("made", pin.made());
    }

    private static void step(Json json, Step step) throws IOException {
        json.field("kind", EnumWord.of(step.kind()))
                .field("to", step.to().name())
                .field("agreement", step.clause().agreement())
                .field("clause", step.clause().clause())
                .field("window", step.window() == null ? null : window(step.window()))
                .field("silence", step.silence() == null ? null : EnumWord.of(step.silence()))
                .field("soonest", step.soonest())
                .field("certainBy", step.certainBy())
                .field("round", step.round())
                .field("estimate", step.assumesReceipt())
                .object("given", given -> given(given, step.given()));
    }

    private static @Nullable String window(Told<Window> told) {
        return switch (told) {
            case Told.Open<Window>(Window window) -> window.toString();
            case Told.Undisclosed<Window>() -> null;
            case Told.Withheld<Window>() -> Disclosure.WITHHELD;
        };
    }

    private static void given(Json json, Map<Given, List<String>> given) throws IOException {
        for (var entry : given.entrySet()) {
            json.field(entry.getKey().words(), entry.getValue());
        }
    }
}
