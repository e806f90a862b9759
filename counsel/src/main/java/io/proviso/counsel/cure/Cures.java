package io.proviso.counsel.cure;

import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Facet;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would turn a ruling PERMITTED: the smallest changes of what the caller controls, then what others could do.
 *
 * <p>Every cure was put to the engine. Changes of one facet and of two are exhaustive; what takes more is another question.
 */
public final class Cures {
    private static final int MOST = 5;

    private Cures() {}

    /**
     * The cures of a ruling of this portfolio that an audience may read of, the cheapest first; none for what is permitted
     * already.
     */
    public static List<Cure> of(CompiledPortfolio portfolio, Ruling ruling, Disclosure audience) {
        if (ruling.outcome() == Outcome.PERMITTED) {
            return List.of();
        }
        var cures = new ArrayList<Cure>();
        new Changes(portfolio, ruling.asking(), Facet.SuppliedBy.CALLER)
                .thatPermit(dear(portfolio.portfolio().vocabulary().desk()), MOST).stream()
                        .map(change -> new Cure(Cure.By.CALLER, change, Outcome.PERMITTED, "with " + words(change)))
                        .forEach(cures::add);
        new Consents(portfolio, ruling, audience)
                .thatPermit().stream()
                        .map(note -> new Cure(
                                Cure.By.HOLDER, Map.of(), Outcome.PERMITTED, note + ", which no clause promises"))
                        .forEach(cures::add);
        new Changes(portfolio, ruling.asking(), Facet.SuppliedBy.RECORD)
                .thatPermit(List.of(), MOST).stream()
                        .map(change -> new Cure(
                                Cure.By.RECORD, change, Outcome.PERMITTED, "if the record attested " + words(change)))
                        .forEach(cures::add);
        return List.copyOf(cures);
    }

    /** To change one of these is to do something else; such cures come last. */
    private static List<String> dear(DeskWords desk) {
        return Stream.of(DeskWords.Of.BUYER, DeskWords.Of.WORKLOAD)
                .flatMap(of -> Stream.ofNullable(desk.find(of)))
                .toList();
    }

    private static String words(Map<String, String> change) {
        return change.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" and "));
    }
}
