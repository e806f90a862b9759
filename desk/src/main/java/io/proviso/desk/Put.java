package io.proviso.desk;

import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Round.Term;
import io.proviso.agreement.Rulings;
import io.proviso.units.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is put to a holder, in the words that the portfolio has for it: what it has no word for cannot be told in a round. */
final class Put {
    private final DeskWords words;
    private final Map<String, Term> put = new LinkedHashMap<>();

    private Put(DeskWords words) {
        this.words = words;
    }

    /** @param bargain null if the holder is offered the terms requested */
    static Map<String, Term> of(Terms terms, long quantity, @Nullable Bargain bargain, Rulings rulings) {
        var offered = bargain == null ? Bargain.of(terms, quantity) : bargain;
        var told = new Put(rulings.portfolio().vocabulary().desk());
        told.quantity(quantity, terms.size().minimumGang());
        told.values(DeskWords.Of.BUYER, List.of(terms.purpose().actor()));
        told.values(DeskWords.Of.WORKLOAD, terms.purpose().workloads());
        told.values(DeskWords.Of.REGION, terms.hardware().regions());
        told.values(
                DeskWords.Of.SUPPLIER,
                offered.with().stream().map(Provider::name).toList());
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
