package io.proviso.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every completion of a question, one by one: each facet takes each value asked about, each choice each alternative. */
final class Completing {
    private final Portfolio portfolio;
    private final Question question;
    private final Instant asOf;
    private final Instant knownAt;

    Completing(Portfolio portfolio, Question question, Instant asOf, Instant knownAt) {
        this.portfolio = portfolio;
        this.question = question;
        this.asOf = asOf;
        this.knownAt = knownAt;
    }

    List<Naive.Completed> all(Naive naive) {
        var open = new LinkedHashMap<String, List<String>>();
        var takes = portfolio.vocabulary().act(question.act()).takes();
        for (var facet : takes) {
            open.put(facet, values(portfolio.vocabulary().facet(facet)));
        }
        open.putAll(naive.choices());
        List<Map<String, String>> rows = List.of(Map.of());
        for (var entry : open.entrySet()) {
            var longer = new ArrayList<Map<String, String>>();
            for (var row : rows) {
                for (var value : entry.getValue()) {
                    var more = new LinkedHashMap<>(row);
                    more.put(entry.getKey(), value);
                    longer.add(more);
                }
            }
            rows = longer;
        }
        return rows.stream().map(row -> completed(row, takes)).toList();
    }

    private static Naive.Completed completed(Map<String, String> row, List<String> takes) {
        var choices = new LinkedHashMap<>(row);
        choices.keySet().removeAll(takes);
        return new Naive.Completed(row, choices);
    }

    private List<String> values(Facet facet) {
        return switch (facet) {
            case Facet.Count count -> numbers(count);
            case Facet.Choice choice when choice.suppliedBy() != Facet.SuppliedBy.CALLER -> supplied(choice);
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
    private List<String> numbers(Facet.Count count) {
        return question.facets().get(count.name()) instanceof Asked.Exactly(long number)
                ? List.of(Long.toString(number))
                : IntStream.rangeClosed(0, 5)
                        .boxed()
                        .flatMap(hundreds -> Stream.of(99, 100, 101).map(more -> 100 * hundreds + more - 100))
                        .filter(number -> number >= 0)
                        .map(String::valueOf)
                        .toList();
    }

    private List<String> supplied(Facet.Choice fact) {
        var supposed = question.supposed().get(fact.name());
        if (supposed != null) {
            return List.of(supposed);
        }
        Attestation latest = null;
        for (var entry : portfolio.record()) {
            boolean counts = entry.facet().equals(fact.name())
                    && !entry.at().isAfter(asOf)
                    && !entry.recorded().isAfter(knownAt)
                    && liesWithin(entry.scope());
            boolean later = latest == null
                    || entry.at().isAfter(latest.at())
                    || (entry.at().equals(latest.at()) && entry.recorded().isAfter(latest.recorded()));
            if (counts && later) {
                latest = entry;
            }
        }
        return latest == null ? byDefault(fact) : List.of(latest.value());
    }

    private boolean liesWithin(Condition scope) {
        return scope.facets().entrySet().stream().allMatch(entry -> {
            var facet = portfolio.vocabulary().facet(entry.getKey());
            return entry.getValue() instanceof Match.AnyOf(List<String> within)
                    && facet instanceof Facet.Choice choice
                    && within.containsAll(asked(choice));
        });
    }

    /** Whether a branch of a split speaks of this completion. */
    static boolean covers(Ruling.Branch branch, Naive.Completed completed) {
        return branch.given().entrySet().stream()
                .filter(given -> !given.getKey().startsWith("clash of "))
                .allMatch(given -> {
                    var value = Objects.requireNonNull(completed.values().get(given.getKey()), given.getKey());
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
