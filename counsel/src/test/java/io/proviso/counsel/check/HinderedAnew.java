package io.proviso.counsel.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Silence;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.question.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What hinders a commitment, found again by asking everything the buyer could ask of its provider. */
record HinderedAnew(Recomputed of) {
    void verify() {
        var aloud = of.atStart();
        var promised = aloud.clause(of.finding().clauses().getFirst());
        var terms = ReadAloud.bodies(promised, Commitment.class).getFirst();
        var says = of.match("(\\S+) promised (\\S+) to buy, but to (\\S+) (anything|some of it)( with what is bought)?"
                + " \\(provider ([^,)]+).*\\) is (FORBIDDEN|CONDITIONAL) under (.+)");
        assertEquals(terms.by().name(), says.group(1));
        assertEquals(terms.to().name(), says.group(2));
        var act = says.group(3);
        var provider = says.group(6);
        assertTrue(
                promised.agreement().parties().getOrDefault(terms.to(), List.of()).stream()
                        .anyMatch(role -> provider.equals(role.of())),
                of::told);
        var places = of.finding().clauses().subList(1, of.finding().clauses().size());
        assertEquals(
                places.stream()
                        .map(place -> place instanceof Finding.Place.OfSilence ? "the " + place.words() : place.name())
                        .collect(Collectors.joining(" and ")),
                says.group(8));
        var asked = aloud.everyQuestion(act, false).stream()
                .filter(question -> provider.equals(question.get("provider"))
                        && terms.by()
                                .name()
                                .equals(question.getOrDefault(
                                        "actor", terms.by().name())))
                .toList();
        var ways = aloud.ways();
        for (var place : places) {
            assertTrue(
                    ways.stream()
                            .anyMatch(way -> asked.stream().anyMatch(question -> blocks(way, place, act, question))),
                    () -> of.told() + place);
        }
        boolean all = ways.stream()
                .allMatch(way -> asked.stream()
                        .allMatch(question -> places.stream().anyMatch(place -> blocks(way, place, act, question))));
        assertEquals(says.group(4).equals("anything"), all, of::told);
        boolean forbidden = places.stream().anyMatch(place -> forbids(aloud, place));
        assertEquals(forbidden ? "FORBIDDEN" : "CONDITIONAL", says.group(7), of::told);
        var ruling = of.ruled(of.finding().witnesses().getFirst());
        assertTrue(
                Recomputed.can(ruling, Outcome.valueOf(says.group(7))) || Recomputed.can(ruling, Outcome.FORBIDDEN),
                of::told);
    }

    private static boolean forbids(ReadAloud aloud, Finding.Place place) {
        return switch (place) {
            case Finding.Place.OfSilence _ -> true;
            case Finding.Place.OfClause clause ->
                aloud.clause(clause).live().stream().anyMatch(reading -> forbids(reading.body()));
        };
    }

    private static boolean forbids(@Nullable ClauseBody body) {
        return body instanceof Exclusivity || body instanceof Prohibition;
    }

    private static boolean blocks(ReadAloud way, Finding.Place place, String act, Map<String, String> question) {
        return switch (place) {
            case Finding.Place.OfClause clause ->
                way.stands(way.clause(clause), body -> forbids(body) || body instanceof FirstRefusal, act, question);
            case Finding.Place.OfSilence(String agreement) ->
                way.agreements().stream()
                        .filter(one -> one.agreement().name().equals(agreement))
                        .filter(one -> one.agreement().silence().get(act) == Silence.FORBIDDEN)
                        .anyMatch(one -> one.clauses().stream()
                                .noneMatch(version -> way.stands(version, _ -> true, act, question)));
        };
    }
}
