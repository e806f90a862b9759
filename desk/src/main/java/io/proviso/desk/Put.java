package io.proviso.desk;

import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.ruling.Rulings;
import io.proviso.units.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is put to a holder, in the words that the portfolio has for it: what it has no word for cannot be told in a round. */
public final class Put {
    private final DeskWords words;
    private final Map<String, Term> put = new LinkedHashMap<>();

    private Put(DeskWords words) {
        this.words = words;
    }

    /** The terms requested. */
    public static Map<String, Term> of(Terms terms, long quantity, Rulings rulings) {
        return of(terms, quantity, Bargain.of(terms, quantity), List.of(), rulings);
    }

    /** A bargain to match. With whom it was made limits what its refusal frees, and is told only where the clause has it so. */
    public static Map<String, Term> of(Terms terms, Bargain bargain, Preemption right, Context context) {
        var tail = right.tail();
        var knownAt = context.basis().knownAt(context.now());
        var floor = right.floor(tail == null ? null : tail.asKnown(knownAt));
        var with = floor != null && floor.counterparty() ? bargain.with() : List.<Provider>of();
        return of(terms, bargain.gpus(), bargain, with, context.rulings());
    }

    private static Map<String, Term> of(
            Terms terms, long quantity, Bargain offered, List<Provider> with, Rulings rulings) {
        var told = new Put(rulings.portfolio().vocabulary().desk());
        told.quantity(quantity, terms.size().minimumGang());
        told.values(DeskWords.Of.BUYER, List.of(terms.purpose().actor()));
        told.values(DeskWords.Of.WORKLOAD, terms.purpose().workloads());
        told.values(DeskWords.Of.REGION, terms.hardware().regions());
        told.values(DeskWords.Of.SUPPLIER, with.stream().map(Provider::name).toList());
        if (offered.price() != null) {
            told.put.put("price", new Term.Price(offered.price()));
        }
        told.put.put("start", new Term.Start(offered.start()));
        told.put.put("term", new Term.Length(offered.term().toHours() + " hours"));
        return told.put;
    }

    private void quantity(long quantity, long gang) {
        var counted = words.find(DeskWords.Of.QUANTITY);
        if (counted != null) {
            put.put(counted, new Term.Amount(quantity));
            put.put("gang", new Term.Amount(Math.min(gang, quantity)));
        }
    }

    private void values(DeskWords.Of of, List<String> values) {
        var facet = words.find(of);
        if (facet != null && !values.isEmpty()) {
            put.put(facet, new Term.Values(values));
        }
    }
}
