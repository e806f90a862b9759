package io.proviso.agreement.ruling;

import io.proviso.agreement.norms.Given;
import io.proviso.agreement.question.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Ways to complete a question that are told in the same words, and all the ways in which they come out: more than one where what
 * would tell them apart is withheld.
 */
public record Way(Map<Given, List<String>> given, List<Outcome> outcomes) {
    public Way {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        outcomes = List.copyOf(outcomes);
    }

    public static List<Way> of(List<Ruling.Branch> branches) {
        var alike = new LinkedHashMap<Map<Given, List<String>>, TreeSet<Outcome>>();
        branches.forEach(branch ->
                alike.computeIfAbsent(branch.given(), _ -> new TreeSet<>()).add(branch.outcome()));
        return alike.entrySet().stream()
                .map(way -> new Way(way.getKey(), List.copyOf(way.getValue())))
                .toList();
    }

    public String words() {
        return words(_ -> true);
    }

    /** With so much of what is given as tells something; of several outcomes also what keeps them from being told apart. */
    public String words(Predicate<Map.Entry<Given, List<String>>> tells) {
        var come = outcomes.stream().map(Outcome::name).collect(Collectors.joining(" or "));
        boolean told = outcomes.size() == 1;
        return come
                + joined(" if ", each -> (told || !isKept(each)) && tells.test(each))
                + joined(": ", each -> !told && isKept(each));
    }

    private static boolean isKept(Map.Entry<Given, List<String>> each) {
        return each.getKey() instanceof Given.Kept;
    }

    private String joined(String before, Predicate<Map.Entry<Given, List<String>>> which) {
        var words = given.entrySet().stream()
                .filter(which)
                .map(each -> each.getKey().holds(each.getValue()))
                .collect(Collectors.joining(" and "));
        return words.isEmpty() ? "" : before + words;
    }
}
