package io.proviso.counsel;

import static io.proviso.counsel.Deals.adds;
import static io.proviso.counsel.Deals.day;
import static io.proviso.counsel.Deals.forbids;
import static io.proviso.counsel.Deals.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.agreement.Asked;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.norms.Point;
import io.proviso.agreement.question.Question;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WitnessTest {
    private static final Question HOST = new Question("host", Map.of(), Map.of());

    @Test
    void aWitnessSaysNoMoreThanWhatSomeClauseMinds() {
        var portfolio = new Deals()
                .agreement("supply", "lab", "northern:north")
                .paper(
                        "deed",
                        "2025-01-01",
                        adds(
                                "ban",
                                forbids(
                                        "northern",
                                        "acquire",
                                        is("provider", "south")
                                                .and("gpus", new Match.Between(64, 128))
                                                .and("refusal", Deals.anyOf("open")))))
                .compile();
        var act = portfolio.act("acquire", day("2025-01-01"), day("2025-01-01"));
        // actor lab (the default), provider south, workload inference (which no clause minds), the second stretch of
        // GPUs
        var witness = Witness.at(act, new Point(List.of(0, 1, 1, 1, 1), Map.of()), day("2025-01-01"), null);
        assertEquals(
                "act=acquire gpus=64 provider=south --fact refusal=open --as-of 2025-01-01",
                witness.words(ZoneOffset.UTC));
        var other = Witness.at(act, new Point(List.of(1, 0, 0, 0, 0), Map.of()), day("2025-01-01"), null);
        assertEquals("act=acquire gpus=1 provider=north --as-of 2025-01-01", other.words(ZoneOffset.UTC));
    }

    @Test
    void aWitnessHasOneValueOfEachFacet() {
        var question = new Question("host", Map.of("provider", new Asked.OneOf(List.of("north", "south"))), Map.of());
        assertEquals(
                "witness: it asks for 2 values of provider.\n"
                        + "A question that shows something has one value of each facet, or leaves it open.",
                assertThrows(IllegalArgumentException.class, () -> new Witness(question, day("2025-01-01"), null))
                        .getMessage());
    }

    @Test
    void anInstantIsToldAsADayWhereItIsTheFirstMomentOfOne() {
        var newYork = ZoneId.of("America/New_York");
        var witness = new Witness(HOST, Instant.parse("2025-01-01T05:00:00Z"), Instant.parse("2025-02-01T00:00:00Z"));
        assertEquals("act=host --as-of 2025-01-01 --known-at 2025-02-01T00:00:00Z", witness.words(newYork));
        assertEquals("act=host --as-of 2025-01-01T05:00:00Z --known-at 2025-02-01", witness.words(ZoneOffset.UTC));
    }
}
