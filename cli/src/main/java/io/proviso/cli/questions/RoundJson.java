package io.proviso.cli.questions;

import io.proviso.agreement.Round;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.agreement.rounds.RoundCited.Came;
import io.proviso.agreement.ruling.RoundText;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.cli.output.Json;
import io.proviso.units.EnumWord;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Rounds on record as JSON. */
final class RoundJson {
    private RoundJson() {}

    static void cited(Json json, RoundCited cited, Ruling ruling) throws IOException {
        var round = cited.round();
        json.field("round", round.id())
                .field("right", round.right().toString())
                .field("request", round.request())
                .field("holder", cited.holder().name())
                .object("put", put -> terms(put, round.put()))
                .field("sent", round.notice().sent())
                .field("received", cited.receipt())
                .field("applies", cited.applies());
        switch (cited.came()) {
            case Came.Sent(List<String> missing) ->
                json.field("standing", "sent").field("missing", missing);
            case Came.Open(Instant deadline, String stoppedBy) ->
                json.field("standing", "open").field("deadline", deadline).field("stoppedBy", stoppedBy);
            case Came.Unknown(Instant deadline) ->
                json.field("standing", "unknown").field("deadline", deadline);
            case Came.Freed(var how, Instant at, Instant last) ->
                json.field("standing", EnumWord.of(how)).field("at", at).field("freeThrough", last);
            case Came.Taken(Long quantity, Instant at, boolean bySilence, Instant last, Instant served) ->
                json.field("standing", "accepted")
                        .field("at", at)
                        .field("quantity", quantity)
                        .field("bySilence", bySilence)
                        .field("freeThrough", last)
                        .field("served", served);
        }
        json.object("onTerms", terms -> {
                    for (var term : cited.onTerms().entrySet()) {
                        terms.field(term.getKey(), term.getValue().put().told());
                    }
                })
                .field("told", new RoundText(ruling.telling().zone()).remarks(cited))
                .object("source", source -> RulingJson.source(source, round.source()));
    }

    private static void terms(Json json, Map<String, Round.Term> terms) throws IOException {
        for (var term : terms.entrySet()) {
            if (term.getValue() instanceof Round.Term.Amount(long number)) {
                json.field(term.getKey(), number);
            } else {
                json.field(term.getKey(), term.getValue().told());
            }
        }
    }
}
