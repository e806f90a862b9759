package io.proviso.agreement.rules;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Facet;
import io.proviso.agreement.PutQuantity;
import io.proviso.agreement.Round;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.units.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether what was put in a round is a term of the vocabulary, of its sort, and something that this holder can be asked. */
final class PutRules {
    /** Terms that bounds compare beside the facets of the vocabulary. */
    private static final Set<String> BOUNDS = Set.of("price", "start", "term", "fabric", "ramp", PutQuantity.GANG);

    private final Vocabulary vocabulary;
    private final List<Agreement> agreements;
    private final ProblemLog problems;

    PutRules(Vocabulary vocabulary, List<Agreement> agreements, ProblemLog problems) {
        this.vocabulary = vocabulary;
        this.agreements = agreements;
        this.problems = problems;
    }

    /** @param right null where nobody knows which right it is */
    void check(String path, Round round, @Nullable FirstRefusal right) {
        round.put().forEach((name, term) -> {
            var facet = vocabulary.facets().get(name);
            if (facet != null) {
                facet(path + "/" + name, facet, term);
            } else if (BOUNDS.contains(name)) {
                bound(path + "/" + name, name, term);
            } else {
                problems.known(path + "/" + name, "term", name, known());
            }
        });
        if (right != null) {
            counterparty(path, round, right);
            quantity(path, round, right);
        }
    }

    private List<String> known() {
        return Stream.concat(
                        vocabulary.facets().values().stream()
                                .filter(facet -> facet.suppliedBy() != Facet.SuppliedBy.DESK)
                                .map(Facet::name),
                        BOUNDS.stream().sorted())
                .toList();
    }

    private void facet(String path, Facet facet, Round.Term term) {
        if (facet.suppliedBy() == Facet.SuppliedBy.DESK) {
            problems.add(
                    path,
                    "'" + facet.name() + "' is what a holder answers, and nothing that is put to it",
                    "Take it out; an answer is a step of the round.");
            return;
        }
        switch (facet) {
            case Facet.Choice choice -> {
                if (term instanceof Round.Term.Values(List<String> words)) {
                    var values = new HashSet<>(choice.values());
                    values.addAll(choice.groups().keySet());
                    words.forEach(word -> problems.known(path, facet.name(), word, values));
                } else {
                    isOfAnotherSort(path, facet.name(), "one of its values", term);
                }
            }
            case Facet.Count count -> {
                // A start and a length have words of their own, also where the act counts them.
                if (term instanceof Round.Term.Values || term instanceof Round.Term.Price) {
                    isOfAnotherSort(path, facet.name(), "a whole number of " + count.unit(), term);
                }
            }
            case Facet.Amount amount -> amount(path, amount, term);
        }
    }

    private void amount(String path, Facet.Amount amount, Round.Term term) {
        if (term instanceof Round.Term.Price(Money money)) {
            if (!money.currency().equals(amount.currency())) {
                problems.add(
                        path,
                        amount.complaint(money.toString()),
                        "Say it in " + amount.unit()
                                + ", as questions do; in another currency nobody could compare them.");
            }
        } else {
            isOfAnotherSort(path, amount.name(), "an amount of " + amount.unit(), term);
        }
    }

    private void bound(String path, String name, Round.Term term) {
        boolean fits = switch (term) {
            case Round.Term.Amount _ -> name.equals(PutQuantity.GANG);
            case Round.Term.Values _ -> name.equals("fabric") || name.equals("ramp");
            case Round.Term.Price _ -> name.equals("price");
            case Round.Term.Start _ -> name.equals("start");
            case Round.Term.Length _ -> name.equals("term");
        };
        if (!fits) {
            isOfAnotherSort(path, name, name.equals(PutQuantity.GANG) ? "a whole number" : "words", term);
        }
    }

    private void isOfAnotherSort(String path, String name, String takes, Round.Term term) {
        problems.add(path, "'" + name + "' takes " + takes + ", not '" + term.told() + "'", "Write it so.");
    }

    /** What the holder would supply itself is not what it has to be asked about. */
    private void counterparty(String path, Round round, FirstRefusal right) {
        var supplier = vocabulary.desk().find(DeskWords.Of.SUPPLIER);
        if (supplier == null
                || !(vocabulary.facets().get(supplier) instanceof Facet.Choice choice)
                || !(round.put().get(supplier) instanceof Round.Term.Values(List<String> words))) {
            return;
        }
        var own = own(round.right().agreement(), right);
        if (!words.isEmpty()
                && words.stream().flatMap(word -> choice.expand(word).stream()).allMatch(own::contains)) {
            problems.add(
                    path + "/" + supplier,
                    right.holder() + " is asked about a contract with somebody else, and " + String.join(" or ", words)
                            + " is itself",
                    "Name with whom the contract would be, or take it out if that is open.");
        }
    }

    private Set<String> own(String agreement, FirstRefusal right) {
        var own = new HashSet<String>();
        own.add(right.holder().name());
        agreements.stream()
                .filter(one -> one.name().equals(agreement))
                .flatMap(one -> one.parties().getOrDefault(right.holder(), List.of()).stream())
                .map(Agreement.Role::of)
                .flatMap(Stream::ofNullable)
                .forEach(own::add);
        return own;
    }

    /** Where the act counts how much, a round without a number would free for any. */
    private void quantity(String path, Round round, FirstRefusal right) {
        var counted = vocabulary.desk().find(DeskWords.Of.QUANTITY);
        boolean counts = counted != null
                && vocabulary.facets().get(counted) instanceof Facet.Count
                && right.scope().acts().stream()
                        .map(vocabulary.acts()::get)
                        .anyMatch(act -> act != null && act.takes().contains(counted));
        if (counts && !round.put().containsKey(counted)) {
            problems.add(
                    path,
                    "how much was put is not said: the act counts '" + counted + "'",
                    "Say it, as in " + counted + ": 100; a refusal frees for so many and no more.");
        }
    }
}
