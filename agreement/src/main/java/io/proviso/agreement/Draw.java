package io.proviso.agreement;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Source;
import io.proviso.units.EnumWord;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An entry of the record: so much was signed for at {@code at} under a consent or waiver with a limit. */
public record Draw(ClauseName clause, Quantity quantity, Instant at, Instant recorded, Source source) {
    /** All that it says on one line, each text with its length, so that no two draws are written alike. */
    public String canonical() {
        return Stream.of(
                        clause.agreement(),
                        clause.clause(),
                        quantity.facet(),
                        Long.toString(quantity.number()),
                        at.toString(),
                        recorded.toString(),
                        source.title(),
                        source.url() == null ? "" : source.url(),
                        EnumWord.of(source.confidence()))
                .map(text -> text.length() + ":" + text)
                .collect(Collectors.joining(" "));
    }
}
