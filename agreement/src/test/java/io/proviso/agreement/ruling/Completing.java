package io.proviso.agreement.ruling;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Attestation;
import io.proviso.agreement.Facet;
import io.proviso.agreement.PlainConditions;
import io.proviso.agreement.clause.Completed;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.norms.Given;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.Question;
import io.proviso.testkit.Choices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every completion of a question, one by one: each facet takes each value asked about, each choice each alternative. */
public final class Completing {
    /** More than are looked at one by one: one input in a hundred would take half of the time. */
    private static final int MOST = 20_000;

    private final Portfolio portfolio;
    private final Question question;
    private final Instant asOf;
    private final Instant knownAt;

    public Completing(Portfolio portfolio, Question question, Instant asOf, Instant knownAt) {
        this.portfolio = portfolio;
        this.question = question;
        this.asOf = asOf;
        this.knownAt = knownAt;
    }

    public List<Completed> all(Naive naive) {
        var takes = portfolio.vocabulary().act(question.act()).takes();
        var rows = withFacts();
        for (var choice : naive.choices().entrySet()) {
            rows = longer(rows, choice.getKey(), choice.getValue()::after);
            if (rows.size() > MOST) {
                throw Choices.discard();
            }
        }
        return rows.stream().map(row -> completed(row, takes)).toList();
    }

    /** Whether a fact is attested for some of what is asked, and not for all of it. */
    boolean isPartedByAScope() {
        var rows = asRows();
        return takes().filter(facet -> facet.suppliedBy() == Facet.SuppliedBy.RECORD)
                .flatMap(fact -> entries(fact).stream())
                .anyMatch(entry -> rows.stream()
                                .map(row -> isWithin(entry.scope(), row))
                                .distinct()
                                .count()
                        > 1);
    }

    private Stream<Facet> takes() {
        return portfolio.vocabulary().act(question.act()).takes().stream().map(portfolio.vocabulary()::facet);
    }

    /** What the caller says, in every way in which it can be completed. */
    private List<Map<String, String>> asRows() {
        List<Map<String, String>> rows = List.of(Map.of());
        for (var facet : takes().toList()) {
            if (facet.suppliedBy() == Facet.SuppliedBy.CALLER) {
                rows = longer(rows, facet.name(), _ -> said(facet));
            }
        }
        return rows;
    }

    /** Each row with what the record says of it; what the desk supplies it says of everything that is asked, or not at all. */
    private List<Map<String, String>> withFacts() {
        var asked = asRows();
        var rows = asked;
        for (var facet : takes().toList()) {
            if (facet instanceof Facet.Choice fact && fact.suppliedBy() != Facet.SuppliedBy.CALLER) {
                boolean ofAllOnly = fact.suppliedBy() == Facet.SuppliedBy.DESK;
                var entries = entries(fact).stream()
                        .filter(entry -> !ofAllOnly || asked.stream().allMatch(row -> isWithin(entry.scope(), row)))
                        .toList();
                rows = longer(rows, fact.name(), row -> supplied(fact, entries, row));
            }
        }
        return rows;
    }

    private static List<Map<String, String>> longer(
            List<Map<String, String>> rows, String name, Function<Map<String, String>, List<String>> values) {
        var longer = new ArrayList<Map<String, String>>();
        for (var row : rows) {
            for (var value : values.apply(row)) {
                var more = new LinkedHashMap<>(row);
                more.put(name, value);
                longer.add(more);
            }
        }
        return longer;
    }

    private static Completed completed(Map<String, String> row, List<String> takes) {
        var choices = new LinkedHashMap<>(row);
        choices.keySet().removeAll(takes);
        return new Completed(row, choices);
    }

    private List<String> said(Facet facet) {
        return switch (facet) {
            case Facet.Measure measure -> numbers(measure);
            case Facet.Choice choice -> asked(choice);
        };
    }

    private List<String> asked(Facet.Choice choice) {
        return switch (question.facets().get(choice.name())) {
            case Asked.OneOf(List<String> values) -> values;
            case Asked.Exactly _ -> throw new AssertionError("not a number");
            case null -> byDefault(choice);
        };
    }

    private static List<String> byDefault(Facet.Choice choice) {
        return choice.defaultValue() == null ? choice.values() : List.of(choice.defaultValue());
    }

    /** Around every number that a random portfolio names. */
    private List<String> numbers(Facet.Measure count) {
        return question.facets().get(count.name()) instanceof Asked.Exactly(long number, Currency _)
                ? List.of(Long.toString(number))
                : IntStream.rangeClosed(0, 5)
                        .boxed()
                        .flatMap(hundreds -> Stream.of(99, 100, 101).map(more -> 100 * hundreds + more - 100))
                        .filter(number -> number >= 0)
                        .map(String::valueOf)
                        .toList();
    }

    /** What has happened and is on record of a fact, unless it is supposed. */
    private List<Attestation> entries(Facet fact) {
        return portfolio.record().stream()
                .filter(entry -> entry.facet().equals(fact.name()))
                .filter(entry -> !question.supposed().containsKey(fact.name()))
                .filter(entry -> !entry.at().isAfter(asOf) && !entry.recorded().isAfter(knownAt))
                .toList();
    }

    private List<String> supplied(Facet.Choice fact, List<Attestation> entries, Map<String, String> row) {
        var supposed = question.supposed().get(fact.name());
        if (supposed != null) {
            return List.of(supposed);
        }
        Attestation latest = null;
        for (var entry : entries) {
            boolean later = latest == null
                    || entry.at().isAfter(latest.at())
                    || (entry.at().equals(latest.at()) && entry.recorded().isAfter(latest.recorded()));
            if (isWithin(entry.scope(), row) && later) {
                latest = entry;
            }
        }
        return latest == null ? byDefault(fact) : List.of(latest.value());
    }

    private boolean isWithin(Condition scope, Map<String, String> row) {
        return row.keySet().containsAll(scope.facets().keySet())
                && new PlainConditions().hold(portfolio.vocabulary(), "", scope, new Completed(row, Map.of()));
    }

    /** Whether a branch of a split speaks of this completion. */
    static boolean covers(Ruling.Branch branch, Completed completed) {
        return branch.given().entrySet().stream()
                .filter(given -> !(given.getKey() instanceof Given.Clash))
                .allMatch(given -> {
                    var value = Objects.requireNonNull(
                            completed.values().get(given.getKey().words()),
                            given.getKey().words());
                    return given.getValue().stream().anyMatch(label -> names(label, value));
                });
    }

    private static boolean names(String label, String value) {
        if (label.equals(value)) {
            return true;
        }
        if (!value.matches("\\d+")) {
            return false;
        }
        long number = Long.parseLong(value);
        if (label.endsWith(" or more")) {
            return number >= Long.parseLong(label.substring(0, label.indexOf(' ')));
        }
        var ends = label.split("\\.\\.", -1);
        return number >= Long.parseLong(ends[0]) && number <= Long.parseLong(ends[ends.length - 1]);
    }
}
