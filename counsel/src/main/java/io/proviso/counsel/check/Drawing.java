package io.proviso.counsel.check;

import io.proviso.agreement.Facet;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.counsel.Era;
import io.proviso.counsel.Witness;
import io.proviso.counsel.english.ShortQuestion;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that is signed under a consent or waiver, whether or not it is in force then.
 *
 * <p>The question is made from the scope as written: what is used up, revoked or not there yet has no norm that could be asked.
 */
record Drawing(Permission permission, Quantity quantity) {
    /** For each act of the permission the question whether so much of what it covers may be signed at an instant. */
    List<Witness> witnesses(CompiledPortfolio portfolio, Instant asOf, Instant knownAt) {
        return permission.scope().acts().stream()
                .map(act -> witness(portfolio.act(act, asOf, knownAt), asOf))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private @Nullable Witness witness(CompiledAct act, Instant asOf) {
        return permission.scope().cases().stream()
                .filter(one -> one.acts().contains(act.act().name()))
                .map(Scope.Case::condition)
                .map(condition -> witness(act, condition, asOf))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Witness witness(CompiledAct act, Condition condition, Instant asOf) {
        var domain = act.domain();
        var scope = domain.box(condition);
        var box = Box.everything(domain.size());
        for (int facet = 0; facet < domain.size(); facet++) {
            var cells = scope.cells(facet);
            if (domain.facet(facet) instanceof Facet.Measure measure) {
                box = box.and(facet, Era.only(domain.cellOf(facet, number(measure, condition))));
            } else if (cells != null) {
                box = box.and(facet, cells);
            }
        }
        var point = act.find(box, Era.only(), Era.only());
        if (point == null) {
            return null;
        }
        var question = new ShortQuestion(act.act().name());
        for (int facet = 0; facet < domain.size(); facet++) {
            var name = domain.facet(facet).name();
            if (condition.facets().containsKey(name)
                    || name.equals(quantity.facet())
                    || ShortQuestion.isMinded(act, name)) {
                switch (domain.facet(facet)) {
                    case Facet.Measure measure -> {
                        long number = number(measure, condition);
                        question.measure(measure, number, number);
                    }
                    case Facet.Choice choice ->
                        question.choose(
                                choice, domain.label(facet, point.cells().get(facet)));
                }
            }
        }
        return new Witness(question.question(), asOf, null);
    }

    private long number(Facet.Measure facet, Condition condition) {
        long asked = facet.name().equals(quantity.facet()) ? quantity.number() : 0;
        return condition.facets().get(facet.name()) instanceof Match.Between(long atLeast, long _, Currency _)
                ? Math.max(atLeast, asked)
                : asked;
    }
}
