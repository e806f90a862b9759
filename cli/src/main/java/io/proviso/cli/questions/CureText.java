package io.proviso.cli.questions;

import io.proviso.cli.output.Json;
import io.proviso.counsel.cure.Cure;
import io.proviso.units.EnumWord;
import java.io.IOException;
import java.util.List;

/** The cures of a ruling, below its text and inside its JSON. */
public final class CureText {
    private CureText() {}

    public static String of(List<Cure> cures) {
        var text = new StringBuilder();
        if (!cures.isEmpty()) {
            text.append("\nWhat would permit it\n");
            cures.forEach(cure -> text.append("  ").append(cure.note()).append('\n'));
        }
        return text.toString();
    }

    static void json(Json json, Cure cure) throws IOException {
        json.field("by", EnumWord.of(cure.by()))
                .object("change", change -> {
                    for (var facet : cure.change().entrySet()) {
                        change.field(facet.getKey(), facet.getValue());
                    }
                })
                .field("outcome", cure.outcome().name())
                .field("note", cure.note());
    }
}
