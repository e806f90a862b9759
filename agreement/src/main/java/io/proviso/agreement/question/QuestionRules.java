package io.proviso.agreement.question;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Nearest;
import io.proviso.agreement.Problem;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.portfolio.Portfolio;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a question fits a portfolio's vocabulary: every act, facet and value known, every facet relevant to the act. */
public final class QuestionRules {
    private final Portfolio portfolio;
    private final Question question;
    private final Vocabulary vocabulary;
    private final List<Problem> problems = new ArrayList<>();

    private QuestionRules(Portfolio portfolio, Question question) {
        this.question = question;
        this.portfolio = portfolio;
        this.vocabulary = portfolio.vocabulary();
    }

    public static List<Problem> problems(Portfolio portfolio, Question question) {
        var rules = new QuestionRules(portfolio, question);
        rules.check();
        return rules.problems;
    }

    private void check() {
        var act = vocabulary.acts().get(question.act());
        if (act == null) {
            problem(
                    "act/" + question.act(),
                    "unknown act '" + question.act() + "'",
                    question.act(),
                    vocabulary.acts().keySet());
        }
        question.facets().forEach((name, asked) -> facet(act, name, asked));
        question.supposed().forEach((name, value) -> fact(act, name, value));
    }

    private void facet(Vocabulary.@Nullable Act act, String name, Asked asked) {
        var facet = vocabulary.facets().get(name);
        if (facet == null || (act != null && !act.takes().contains(name))) {
            unfit(act, name, facet != null, act == null ? withAct(callerFacets(act)) : callerFacets(act));
            return;
        }
        if (facet.suppliedBy() != Facet.SuppliedBy.CALLER) {
            problems.add(new Problem(
                    name,
                    "'" + name + "' is a fact that the " + facet.suppliedBy().word()
                            + " supplies, not part of a question",
                    "To suppose it all the same, say --fact " + name + "=" + asked.word() + "."));
            return;
        }
        switch (facet) {
            case Facet.Choice choice -> choice(choice, asked);
            case Facet.Count count -> {
                if (!(asked instanceof Asked.Exactly(long _, Currency currency)) || currency != null) {
                    var word = asked.word();
                    problems.add(new Problem(
                            name + "/" + word,
                            word.matches("\\d+")
                                    ? "no question asks of more than 999,999,999,999,999,999 " + count.unit()
                                    : name + " takes a whole number of " + count.unit() + ", not '" + word + "'",
                            "Say for example " + name + "=1000."));
                }
            }
            case Facet.Amount amount -> {
                if (!(asked instanceof Asked.Exactly(long _, Currency currency)
                        && amount.currency().equals(currency))) {
                    var word = asked.word();
                    problems.add(new Problem(
                            name + "/" + word,
                            amount.complaint(word),
                            "Say for example " + name + "="
                                    + amount.exactly(5700).word() + "."));
                }
            }
        }
    }

    private void choice(Facet.Choice choice, Asked asked) {
        var values = asked instanceof Asked.OneOf(List<String> words) ? words : List.of(asked.word());
        for (var value : values) {
            if (!choice.values().contains(value)) {
                var known = new ArrayList<>(choice.values());
                known.addAll(choice.groups().keySet());
                problem(
                        choice.name() + "/" + value,
                        "unknown " + choice.name() + " '" + value + "'" + asParty(value),
                        value,
                        known);
            }
        }
    }

    /** What a word that is no value is instead: the roles of the party of that name. */
    private String asParty(String word) {
        var roles = portfolio.agreements().stream()
                .flatMap(agreement -> agreement.parties().entrySet().stream()
                        .filter(entry -> entry.getKey().name().equals(word))
                        .flatMap(entry -> entry.getValue().stream())
                        .map(role -> role.words() + " in " + agreement.name()))
                .distinct()
                .toList();
        return roles.isEmpty() ? "" : ": it is a party, " + String.join(", ", roles);
    }

    /** A supposition of one right, by the fact, {@code @} and the name of its clause. */
    private void ofOneRight(Vocabulary.@Nullable Act act, String name, String value) {
        int at = name.indexOf('@');
        var fact = name.substring(0, at);
        if (!(vocabulary.facets().get(fact) instanceof Facet.Choice choice)
                || choice.suppliedBy() != Facet.SuppliedBy.DESK
                || !facts(act).contains(fact)) {
            problem(BadQuestion.FACTS + name, "no holder of a right says '" + fact + "'", fact, facts(act));
            return;
        }
        var rights = rights();
        if (!rights.contains(name.substring(at + 1))) {
            problem(
                    BadQuestion.FACTS + name,
                    "there is no right '" + name.substring(at + 1) + "'",
                    name.substring(at + 1),
                    rights);
        }
        var word = value.contains(":") ? value.substring(0, value.indexOf(':')) : value;
        if (!choice.values().contains(word) || !Refusal.words().contains(word)) {
            problem(
                    BadQuestion.FACTS + name + "/" + value,
                    "unknown " + fact + " '" + word + "'",
                    word,
                    choice.values());
        } else if (value.contains(":") && !value.matches(Refusal.ACCEPTED.word() + ":0*[1-9][0-9]{0,17}")) {
            problems.add(new Problem(
                    BadQuestion.FACTS + name + "/" + value,
                    "'" + value + "' is no answer of a holder",
                    "Only an acceptance has a quantity, as in accepted:4000."));
        } else if (value.contains(":") && isPart(value) && givesNoPart(name.substring(at + 1))) {
            problems.add(new Problem(
                    BadQuestion.FACTS + name + "/" + value,
                    "the clause gives its holder all or nothing: '" + value + "' of another quantity is a counter",
                    "Suppose " + Refusal.ACCEPTED.word()
                            + " of all that is asked, or what the clause makes of a counter."));
        }
    }

    /** Whether it is another quantity than the question asks of. */
    private boolean isPart(String accepted) {
        long quantity = Long.parseLong(accepted.substring(accepted.indexOf(':') + 1));
        return question.facets().values().stream()
                .noneMatch(asked -> asked instanceof Asked.Exactly(long number, Currency currency)
                        && currency == null
                        && number == quantity);
    }

    private boolean givesNoPart(String right) {
        var name = ClauseName.of(right);
        return portfolio.agreements().stream()
                .filter(agreement -> name != null && agreement.name().equals(name.agreement()))
                .flatMap(agreement -> agreement.readings(name == null ? right : name.clause()).stream())
                .anyMatch(reading ->
                        reading.body() instanceof FirstRefusal terms && terms.partial() == FirstRefusal.Partial.NONE);
    }

    private List<String> rights() {
        return portfolio.agreements().stream()
                .flatMap(agreement -> agreement.readings().entrySet().stream()
                        .filter(entry ->
                                entry.getValue().stream().anyMatch(reading -> reading.body() instanceof FirstRefusal))
                        .map(entry -> agreement.name() + "/" + entry.getKey()))
                .distinct()
                .toList();
    }

    private void fact(Vocabulary.@Nullable Act act, String name, String value) {
        if (name.contains("@")) {
            ofOneRight(act, name, value);
            return;
        }
        var facet = vocabulary.facets().get(name);
        var facts = facts(act);
        if (!(facet instanceof Facet.Choice choice) || !facts.contains(name)) {
            var what = facet == null
                    ? "unknown fact '" + name + "'"
                    : facet.suppliedBy() == Facet.SuppliedBy.CALLER
                            ? "'" + name + "' is not a fact but part of the question"
                            : "the fact '" + name + "' does not matter to the act '" + (act == null ? "?" : act.name())
                                    + "'";
            problem(BadQuestion.FACTS + name, what, name, facts);
            return;
        }
        if (!choice.values().contains(value)) {
            problem(
                    BadQuestion.FACTS + name + "/" + value,
                    "unknown " + name + " '" + value + "'",
                    value,
                    choice.values());
        }
    }

    private void unfit(Vocabulary.@Nullable Act act, String name, boolean known, List<String> takes) {
        var what = known && act != null
                ? "the act '" + act.name() + "' does not take the facet '" + name + "'"
                : "unknown facet '" + name + "'";
        problem(name, what, name, takes);
    }

    /** Of a question that has none, its name is likely the word that is mistaken. */
    private static List<String> withAct(List<String> facets) {
        return Stream.concat(Stream.of("act"), facets.stream()).toList();
    }

    private List<String> callerFacets(Vocabulary.@Nullable Act act) {
        return names(act, Facet.SuppliedBy.CALLER, true);
    }

    private List<String> facts(Vocabulary.@Nullable Act act) {
        return names(act, Facet.SuppliedBy.CALLER, false);
    }

    private List<String> names(Vocabulary.@Nullable Act act, Facet.SuppliedBy by, boolean supplied) {
        return vocabulary.facets().values().stream()
                .filter(facet -> (facet.suppliedBy() == by) == supplied)
                .map(Facet::name)
                .filter(name -> act == null || act.takes().contains(name))
                .toList();
    }

    private void problem(String path, String message, String word, Collection<String> known) {
        problems.add(new Problem(path, message, Nearest.advice(word, known)));
    }

    /** The words of a question as one line, in a fixed order. */
    public static String words(Question question) {
        var words = new ArrayList<String>();
        words.add("act=" + question.act());
        question.facets().forEach((name, asked) -> words.add(name + "=" + asked.word()));
        for (Map.Entry<String, String> fact : question.supposed().entrySet()) {
            words.add("fact:" + fact.getKey() + "=" + fact.getValue());
        }
        return String.join(" ", words);
    }
}
