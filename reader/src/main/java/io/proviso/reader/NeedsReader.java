package io.proviso.reader;

import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Facet;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.question.Question;
import io.proviso.counsel.outlook.Need;
import io.proviso.counsel.outlook.Needs;
import io.proviso.counsel.outlook.Supplier;
import io.proviso.reader.portfolio.Amounts;
import io.proviso.reader.yaml.BadFiles;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Field;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import io.proviso.units.Money;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what is needed by when, in the words of the portfolio's desk and vocabulary. */
public final class NeedsReader {
    private static final String USUAL = "needs.yaml";

    private final Problems problems;
    private final Portfolio portfolio;
    private final Scalars scalars;
    private final Instants instants;
    private final Amounts amounts;
    private final AskDecoder asks;
    /** The first price, in whose currency all others are. */
    private @Nullable Currency currency;

    NeedsReader(Problems problems, Portfolio portfolio) {
        this.problems = problems;
        this.portfolio = portfolio;
        this.scalars = new Scalars(problems);
        this.instants = new Instants(scalars, portfolio.zone());
        this.amounts = new Amounts(problems);
        this.asks = new AskDecoder(problems, scalars);
    }

    /**
     * Reads a file of needs of a portfolio.
     *
     * @throws BadFiles with every problem
     */
    public static Needs read(Path file, Portfolio portfolio) {
        var problems = new Problems();
        Mapping mapping = Beside.mapping(file, USUAL, NeedsGrammar.NEEDS, problems);
        var reader = new NeedsReader(problems, portfolio);
        reader.requireWords(mapping);
        Needs needs = reader.needs(mapping);
        if (!problems.isEmpty()) {
            throw problems.exception();
        }
        return needs;
    }

    /** Without an act there is nothing to ask, and without a quantity nothing to count. */
    private void requireWords(Mapping file) {
        String missing = desk().missing(DeskWords.Of.ACT, DeskWords.Of.QUANTITY);
        if (!missing.isEmpty()) {
            problems.addOfSense(
                    file.place("needs"),
                    "portfolio.yaml does not say under desk: what it calls " + missing,
                    "Write desk: {act: …, supplier: …, quantity: …} with words of vocabulary.yaml.");
        }
    }

    Needs needs(Mapping file) {
        List<Supplier> suppliers = new ArrayList<>();
        for (Field entry : file.someEntries("suppliers")) {
            Mapping supplier = Mapping.of(
                    entry.value(),
                    NeedsGrammar.SUPPLIER,
                    file.pathOf("suppliers") + "/" + entry.key().value(),
                    problems);
            if (supplier != null) {
                suppliers.add(supplier(entry, supplier));
            }
        }
        List<Need> needs = new ArrayList<>();
        Map<String, Place> named = new HashMap<>();
        for (Mapping entry : file.mappings("needs", NeedsGrammar.NEED)) {
            String name = entry.name("need");
            if (name != null && named.putIfAbsent(name, entry.place("need")) != null) {
                problems.addOfSense(
                        entry.place("need"),
                        "another need is called " + Problems.quoted(name),
                        "Give each its own name: a round serves the need that its request names.");
            }
            Need need = need(entry, name);
            if (need != null) {
                needs.add(need);
            }
        }
        file.refuseEmpty("needs");
        return new Needs(needs, suppliers);
    }

    private Supplier supplier(Field entry, Mapping said) {
        String name = entry.key().value();
        String who = desk().find(DeskWords.Of.SUPPLIER);
        Facet facet = who == null ? null : portfolio.vocabulary().facets().get(who);
        if (facet instanceof Facet.Choice choice && !choice.values().contains(name)) {
            problems.addUnknownElsewhere(entry.key().place(), Objects.requireNonNull(who), name, choice.values());
        } else if (who == null) {
            problems.addOfSense(
                    entry.key().place(),
                    "portfolio.yaml does not say under desk: which facet tells the supplier",
                    "Write desk: {supplier: …}, or leave the suppliers out.");
        }
        Period lead = said.get("lead", scalars::period);
        return new Supplier(name, lead, price(said), said.get("up-to", node -> scalars.count(node, 1, Forms.LARGEST)));
    }

    private @Nullable Need need(Mapping entry, @Nullable String name) {
        Long quantity = entry.get("quantity", node -> scalars.count(node, 1, Forms.LARGEST));
        Instant by = entry.get("by", instants::instant);
        Instant until = entry.get("until", instants::instant);
        if (by != null && until != null && !until.isAfter(by)) {
            problems.addOfSense(
                    entry.place("until"), "the need ends before it begins", "Say a day after the one under by:.");
            until = null;
        }
        Question question = question(entry);
        Money price = price(entry);
        String product = entry.prose("product");
        return name == null || quantity == null || by == null || question == null
                ? null
                : new Need(name, product, quantity, question, by, until, price);
    }

    private @Nullable Question question(Mapping entry) {
        List<String> pairs = asks.pairs(entry, "ask");
        String act = desk().find(DeskWords.Of.ACT);
        if (act == null) {
            return null;
        }
        String counted = desk().find(DeskWords.Of.QUANTITY);
        if (isSaid(entry, "act", "the act is the one that portfolio.yaml names under desk:")
                || (counted != null && isSaid(entry, counted, "how many are needed stands under quantity:"))) {
            return null;
        }
        List<String> words = new ArrayList<>(pairs);
        words.add("act=" + act);
        isNew(act, pairs, words);
        return asks.question(portfolio, entry, words, List.of(), null);
    }

    /** What the file says elsewhere is refused in a question. */
    private boolean isSaid(Mapping entry, String facet, String where) {
        if (!(entry.node("ask") instanceof Node.Fields fields)) {
            return false;
        }
        Field field = fields.fields().get(facet);
        if (field != null) {
            problems.addOfSense(field.key().place(), where, "Take it out.");
        }
        return field != null;
    }

    /** What is needed is new capacity, unless the need says otherwise. */
    private void isNew(String act, List<String> pairs, List<String> words) {
        String facet = desk().find(DeskWords.Of.CAPACITY);
        String value = desk().find(DeskWords.Of.NEW);
        if (facet != null
                && value != null
                && portfolio.vocabulary().act(act).takes().contains(facet)
                && pairs.stream().noneMatch(pair -> pair.startsWith(facet + "="))) {
            words.add(facet + "=" + value);
        }
    }

    private @Nullable Money price(Mapping entry) {
        Money price = entry.get("price", amounts::money);
        if (price != null && currency != null && !price.currency().equals(currency)) {
            problems.addOfSense(
                    entry.place("price"),
                    "another price of this file is in " + currency.getCurrencyCode() + ", and prices are compared",
                    "Write all of them in one currency.");
            return null;
        }
        currency = price == null ? currency : price.currency();
        return price;
    }

    private DeskWords desk() {
        return portfolio.vocabulary().desk();
    }
}
