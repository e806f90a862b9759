package io.proviso.counsel.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.norms.Step;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.counsel.Witness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A finding made anew from what stands beside it, by reading the clauses it names. */
record Recomputed(CompiledPortfolio portfolio, Finding finding, String leadTime) {
    void verify() {
        for (var witness : finding.witnesses()) {
            var to = finding.span().to();
            assertTrue(to == null || witness.asOf().isBefore(to), told());
            assertFalse(witness.asOf().isBefore(finding.span().from()), told());
        }
        switch (finding.check()) {
            case CONTRADICTION -> contradiction();
            case UNREACHABLE -> unreachable();
            case IMPOSSIBLE_SPOKEN_OF -> impossible();
            case NO_SILENCE_RULE -> noSilence();
            case OVERLAPPING_EXCLUSIVITIES -> overlap();
            case RIVAL_FIRST_REFUSALS -> rivals();
            case HINDERED_COMMITMENT -> new HinderedAnew(this).verify();
            case SLOW_WINDOW -> new CountedAnew(this).slow();
            case BEYOND_CALENDAR -> new CountedAnew(this).beyondCalendar();
            case SHARES_EXCEED_WHOLE -> new CountedAnew(this).shares();
            case CIRCULAR_SHARES -> new CountedAnew(this).circle();
            case OVERDRAWN -> new CountedAnew(this).overdrawn();
            case SIGNED_NOT_SPARED -> new CountedAnew(this).notSpared();
            case DRAWN_OUTSIDE -> new CountedAnew(this).drawnOutside();
            case AGAINST_RIGHT, HOLLOW_REMEDY, HOLLOW_TERM ->
                throw new AssertionError(
                        "no portfolio made from a seed has rounds, deliveries or terms that go on: " + told());
            case RETROACTIVE -> retroactive();
        }
    }

    String told() {
        return finding.toString();
    }

    void says(String message) {
        assertEquals(message, finding.message(), told());
    }

    Matcher match(String pattern) {
        var matcher = Pattern.compile(pattern).matcher(finding.message());
        assertTrue(matcher.matches(), told());
        return matcher;
    }

    ReadAloud at(Instant instant) {
        return new ReadAloud(portfolio, instant);
    }

    ReadAloud atStart() {
        return at(finding.span().from());
    }

    ClauseVersion clause(int place) {
        return atStart().clause(finding.clauses().get(place));
    }

    private Witness witness() {
        return finding.witnesses().getFirst();
    }

    Ruling ruled(Witness witness) {
        var knownAt = witness.knownAt() == null ? portfolio.portfolio().latestRecorded() : witness.knownAt();
        return portfolio.rule(witness.question(), witness.asOf(), knownAt);
    }

    /** A clause with open readings does what is said in one of them. */
    static boolean can(Ruling ruling, Outcome outcome) {
        return ruling.outcome() == outcome || ruling.split().stream().anyMatch(branch -> branch.outcome() == outcome);
    }

    /** What a holder of first refusal has taken is forbidden to all others. */
    private static boolean forbids(ClauseBody body, Map<String, String> asked) {
        return body instanceof Exclusivity
                || body instanceof Prohibition
                || (body instanceof FirstRefusal && "accepted".equals(asked.get("refusal")));
    }

    private void contradiction() {
        var act = witness().question().act();
        var asked = atStart().closed(witness().question());
        assertTrue(
                atStart().ways().stream()
                        .anyMatch(way -> way.stands(
                                        way.clause(finding.clauses().get(0)), Permission.class::isInstance, act, asked)
                                && way.stands(
                                        way.clause(finding.clauses().get(1)),
                                        body -> forbids(body, asked),
                                        act,
                                        asked)),
                told());
        assertEquals(clause(0).agreement(), clause(1).agreement());
        says(clause(0).name() + " permits what " + clause(1).name() + " forbids (" + act
                + "), and neither overrides the other");
        var ruling = ruled(witness());
        assertTrue(can(ruling, Outcome.FORBIDDEN), told());
        assertTrue(
                ruling.deciding().stream()
                        .anyMatch(cited -> finding.clauses().stream()
                                .anyMatch(place ->
                                        place.name().equals(cited.clause().toString()))),
                told());
    }

    /** Of all that can be asked while it is in force, whatever the clause speaks of is set aside by one of those that are named. */
    private void unreachable() {
        var says = match(
                "(\\S+?)(?:, read as '(.+)',)? never has effect: (?:(what it speaks of cannot occur)|it is always set"
                        + " aside by (.+))");
        var named = says.group(4) == null ? List.of() : List.of(says.group(4).split(" or ", -1));
        var seen = new TreeSet<String>();
        for (Instant day = finding.span().from();
                day != null && finding.span().contains(day);
                day = portfolio.nextChange(day, portfolio.portfolio().latestRecorded())) {
            for (var way : at(day).ways()) {
                var version = way.clause(finding.clauses().getFirst());
                assertEquals(version.name(), says.group(1));
                var reading = version.live().getFirst();
                if (reading.body() != null
                        && (says.group(2) == null || says.group(2).equals(reading.name()))) {
                    for (var act : reading.body().acts()) {
                        way.everyQuestion(act, true).stream()
                                .filter(asked -> way.covers(version, reading, act, asked))
                                .forEach(asked -> {
                                    var by = way.setAsideBy(version, act, asked);
                                    assertFalse(by.isEmpty(), () -> told() + "\n" + asked);
                                    seen.addAll(by);
                                });
                    }
                }
            }
        }
        assertTrue(named.containsAll(seen), told());
    }

    private void impossible() {
        var version = clause(0);
        var sentences = Stream.of(version.live())
                .flatMap(List::stream)
                .map(Reading::body)
                .flatMap(body -> Stream.ofNullable(ReadAloud.scope(body)))
                .flatMap(scope -> scope.cases().stream())
                .flatMap(one -> portfolio.portfolio().vocabulary().impossible().stream()
                        .map(impossible -> impossible.facets().keySet().stream()
                                .sorted()
                                .map(facet -> facet + " "
                                        + ReadAloud.values(portfolio
                                                        .portfolio()
                                                        .vocabulary()
                                                        .facet(facet))
                                                .stream()
                                                .filter(value -> ReadAloud.holds(
                                                                Objects.requireNonNull(impossible
                                                                        .facets()
                                                                        .get(facet)),
                                                                value)
                                                        && one.condition()
                                                                .facets()
                                                                .containsKey(facet)
                                                        && ReadAloud.holds(
                                                                Objects.requireNonNull(one.condition()
                                                                        .facets()
                                                                        .get(facet)),
                                                                value))
                                                .collect(Collectors.joining(" or ")))
                                .collect(Collectors.joining(", "))))
                .toList();
        assertTrue(
                sentences.contains(match(version.name() + " speaks of (.+), which the vocabulary calls impossible: .*")
                        .group(1)),
                () -> told() + sentences);
    }

    private void noSilence() {
        var act = witness().question().act();
        if (finding.clauses().isEmpty()) {
            assertNull(portfolio.portfolio().silence().get(act));
            says("the portfolio has no silence rule for the act " + act
                    + ", so that it is forbidden wherever no agreement takes part");
            var takesPart = atStart().agreements().stream()
                    .anyMatch(one -> one.agreement().silence().containsKey(act));
            assertTrue(takesPart || ruled(witness()).outcome() == Outcome.FORBIDDEN, told());
        } else {
            var version = clause(0);
            assertNull(version.agreement().silence().get(act));
            says(version.name() + " speaks of the act " + act + ", for which "
                    + version.agreement().name() + " has no silence rule, so that the clause never counts");
            assertTrue(
                    version.live().stream()
                            .anyMatch(reading -> reading.body() != null
                                    && reading.body().acts().contains(act)),
                    told());
            assertTrue(
                    ruled(witness()).deciding().stream()
                            .noneMatch(cited -> cited.clause().equals(version.id())),
                    told());
        }
    }

    /** With all else as in the question, a value is left if neither clause speaks of it. */
    private void overlap() {
        var act = witness().question().act();
        var says = match(
                "(\\S+) \\(for (\\S+)\\) and (\\S+) \\(for (\\S+)\\) bind the same (\\S+): together they leave (?:no"
                        + " (\\S+) at all|only (\\S+) (.+))");
        var parties = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            assertEquals(clause(i).name(), says.group(2 * i + 1));
            parties.add(ReadAloud.bodies(clause(i), Exclusivity.class)
                    .getFirst()
                    .beneficiary()
                    .name());
            assertEquals(parties.getLast(), says.group(2 * i + 2));
        }
        assertNotEquals(parties.get(0), parties.get(1), told());
        assertEquals(act, says.group(5));
        var facet = says.group(6) == null ? says.group(7) : says.group(6);
        var left = says.group(8) == null
                ? List.<String>of()
                : List.of(says.group(8).split(" or (?!more)", -1));
        var asked = atStart().closed(witness().question());
        for (var value : ReadAloud.values(portfolio.portfolio().vocabulary().facet(facet))) {
            var other = new LinkedHashMap<>(asked);
            other.put(facet, value);
            boolean bound = Stream.of(clause(0), clause(1))
                    .anyMatch(version -> ReadAloud.covers(
                            ReadAloud.bodies(version, Exclusivity.class)
                                    .getFirst()
                                    .outside(),
                            act,
                            other));
            assertEquals(
                    !bound, left.stream().anyMatch(range -> isIn(range, value)), () -> told() + " " + facet + value);
        }
    }

    private static boolean isIn(String range, String value) {
        if (range.endsWith(" or more")) {
            return Long.parseLong(value) >= Long.parseLong(range.substring(0, range.indexOf(' ')));
        }
        var ends = range.split("\\.\\.", -1);
        return ends.length == 1
                ? range.equals(value)
                : Long.parseLong(value) >= Long.parseLong(ends[0]) && Long.parseLong(value) <= Long.parseLong(ends[1]);
    }

    private void rivals() {
        var act = witness().question().act();
        var asked = atStart().closed(witness().question());
        var holders = new ArrayList<String>();
        assertTrue(
                atStart().ways().stream()
                        .anyMatch(way -> finding.clauses().stream()
                                .allMatch(place ->
                                        way.stands(way.clause(place), FirstRefusal.class::isInstance, act, asked))),
                told());
        for (int i = 0; i < 2; i++) {
            holders.add(ReadAloud.bodies(clause(i), FirstRefusal.class)
                    .getFirst()
                    .holder()
                    .name());
        }
        assertNotEquals(holders.get(0), holders.get(1), told());
        says("the same must be offered first to " + holders.get(0) + " ("
                + clause(0).name() + ") and first to " + holders.get(1) + " ("
                + clause(1).name() + ")");
        var ruling = ruled(witness());
        assertTrue(
                can(ruling, Outcome.FORBIDDEN)
                        || ruling.steps().stream()
                                .filter(step -> step.kind() == Step.Kind.OFFER)
                                .map(step -> step.to().name())
                                .toList()
                                .containsAll(holders),
                () -> told() + ruling);
    }

    private void retroactive() {
        assertEquals(2, finding.witnesses().size());
        var recorded = Objects.requireNonNull(finding.witnesses().get(1).knownAt());
        assertEquals(recorded.minusSeconds(1), witness().knownAt());
        var says = match("an answer about (\\S+) that was (.+) before (\\S+) is (.+) since");
        assertEquals(witness().question().act(), says.group(1));
        assertEquals(recorded.toString(), says.group(3));
        assertNotEquals(says.group(2), says.group(4), told());
        isSaid(says.group(2), ruled(witness()));
        isSaid(says.group(4), ruled(finding.witnesses().get(1)));
        finding.clauses().forEach(atStart()::clause);
    }

    private void isSaid(String answer, Ruling ruling) {
        var open = Pattern.compile("UNDETERMINED \\((.+)\\)").matcher(answer);
        var needs = ruling.steps().stream()
                .map(step -> (step.kind() == Step.Kind.OFFER ? "offer to " : "consent of ") + step.to())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
        if (open.matches()) {
            var outcomes = ruling.split().stream()
                    .map(branch -> branch.outcome().name())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(
                    outcomes,
                    new TreeSet<>(
                            List.of(open.group(1).replaceAll(" \\([^)]+\\)", "").split(" or ", -1))),
                    told());
        } else {
            assertEquals(answer, ruling.outcome() + (needs.isEmpty() ? "" : " (" + needs + ")"), told());
        }
    }
}
