package io.proviso.counsel.outlook;

import io.proviso.agreement.Asked;
import io.proviso.agreement.DeskWords;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.question.Outcome;
import io.proviso.agreement.question.Question;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.counsel.cure.Cure;
import io.proviso.counsel.cure.Cures;
import io.proviso.counsel.english.AskWords;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What would bring a need that is late to be met on time: the cures of its rulings and the suppliers that were left out. */
final class Remedies {
    private static final int MOST = 8;

    private final CompiledPortfolio rulings;
    private final Prospects prospects;
    private final Disclosure audience;
    private final DeskWords desk;

    Remedies(CompiledPortfolio rulings, Prospects prospects, Disclosure audience) {
        this.rulings = rulings;
        this.prospects = prospects;
        this.audience = audience;
        this.desk = rulings.portfolio().vocabulary().desk();
    }

    /** The first of them; how many more there are is known by the whole. */
    public record Found(List<Remedy> told, int more) {
        static final Found NONE = new Found(List.of(), 0);

        public Found {
            told = List.copyOf(told);
        }
    }

    Found of(Need need, long quantity, List<Prospect> found, Needs all) {
        Set<Remedy> remedies = new LinkedHashSet<>();
        for (var prospect : found) {
            add(remedies, prospect, need);
            if (prospect instanceof Prospect.Small) {
                continue;
            }
            for (var cure : Cures.of(rulings, asked(prospect), audience)) {
                var remedy = cured(cure, prospect, need, quantity, all);
                if (remedy != null && (remedy.ready() == null || !remedy.ready().isAfter(need.by()))) {
                    remedies.add(remedy);
                }
            }
        }
        others(need, quantity, all).forEach(remedies::add);
        return new Found(remedies.stream().limit(MOST).toList(), Math.max(0, remedies.size() - MOST));
    }

    /** The ruling as it was made, of which an audience may not read all. */
    private Ruling asked(Prospect prospect) {
        var asking = prospect.ruling().asking();
        return rulings.rule(asking.question(), asking.asOf(), asking.knownAt());
    }

    private void add(Set<Remedy> remedies, Prospect prospect, Need need) {
        switch (prospect) {
            case Prospect.Dear(Prospect.Lawful but)
            when !but.ready().isAfter(need.by()) ->
                remedies.add(remedy(
                        Remedy.Kind.HIGHER_PRICE,
                        "at " + but.supplier().price() + " from "
                                + but.supplier().name(),
                        but));
            case Prospect.Small small when small.has() > 0 -> tranche(small.supplier(), need, small.has(), remedies);
            case Prospect.Dear _, Prospect.Small _, Prospect.Lawful _, Prospect.Unsure _, Prospect.Barred _ -> {}
        }
    }

    private void tranche(Supplier supplier, Need need, long quantity, Set<Remedy> remedies) {
        var remedy = tranche(supplier, need, quantity);
        if (remedy != null) {
            remedies.add(remedy);
        }
    }

    private @Nullable Remedy tranche(Supplier supplier, Need need, long quantity) {
        return prospects.with(need, supplier, quantity) instanceof Prospect.Lawful part
                        && !part.ready().isAfter(need.by())
                ? remedy(
                        Remedy.Kind.SMALLER_TRANCHE,
                        "a first tranche of " + counted(quantity) + " from " + supplier.name(),
                        part)
                : null;
    }

    private String counted(long quantity) {
        var facet = desk.find(DeskWords.Of.QUANTITY);
        return "%,d".formatted(quantity)
                + (facet == null ? "" : " " + rulings.portfolio().vocabulary().unit(facet));
    }

    private Remedy remedy(Remedy.Kind kind, String words, Prospect.Lawful lawful) {
        var asking = lawful.ruling().asking();
        return new Remedy(
                kind,
                words,
                lawful.ruling().outcome(),
                typed(asking.question(), asking),
                lawful.supplier().lead() == null ? null : lawful.ready());
    }

    /** As it is typed; what is known is said only where it is not what is on record by default. */
    private String typed(Question question, Ruling.Asking asking) {
        var usual = rulings.portfolio().knownAt(asking.asOf(), asking.asOf());
        return AskWords.of(
                question,
                asking.asOf(),
                asking.knownAt().equals(usual) ? null : asking.knownAt(),
                rulings.portfolio().zone());
    }

    private @Nullable Remedy cured(Cure cure, Prospect prospect, Need need, long quantity, Needs all) {
        var supplier = prospect.supplier();
        return switch (cure.by()) {
            case HOLDER -> supplier.isTooDear(need) ? null : givenUp(cure, prospect);
            case RECORD -> null;
            case CALLER -> {
                // What is new stays new: no need is met by calling it something else.
                if (cure.change().containsKey(desk.orOwn(DeskWords.Of.CAPACITY))) {
                    yield null;
                }
                var counted = desk.find(DeskWords.Of.QUANTITY);
                if (cure.change().keySet().equals(Set.of(Objects.requireNonNullElse(counted, "")))) {
                    long part =
                            Long.parseLong(Objects.requireNonNull(cure.change().get(counted)));
                    yield part < quantity && part > 0 ? tranche(supplier, need, part) : null;
                }
                yield cure.change().containsKey(counted) ? null : otherwise(cure, prospect, need, quantity, all);
            }
        };
    }

    /** Shown as the ruling under a waiver where the portfolio has a word for one; the engine found the consent sufficient anyway. */
    private Remedy givenUp(Cure cure, Prospect prospect) {
        var asking = prospect.ruling().asking();
        var fact = rulings.portfolio().vocabulary().refusal();
        var waived = fact == null ? null : asking.question().suppose(fact.name(), Refusal.WAIVED.word());
        boolean shown = waived != null && rulings.outcome(waived, asking.asOf(), asking.knownAt()) == Outcome.PERMITTED;
        return new Remedy(
                Remedy.Kind.HOLDER,
                cure.note() + " (" + prospect.supplier().name() + ")",
                cure.outcome(),
                typed(shown && waived != null ? waived : asking.question(), asking),
                prospect.supplier().lead() == null
                        ? null
                        : prospect.supplier().delivers(asking.asOf(), prospects.zone()));
    }

    /** The same need, asked with other values. */
    private @Nullable Remedy otherwise(Cure cure, Prospect prospect, Need need, long quantity, Needs all) {
        var who = desk.find(DeskWords.Of.SUPPLIER);
        var facets = new LinkedHashMap<String, Asked>(need.question().facets());
        cure.change().forEach((facet, value) -> {
            if (!facet.equals(who)) {
                facets.put(facet, asked(facet, value));
            }
        });
        boolean same = facets.equals(need.question().facets());
        var name = Objects.requireNonNullElse(
                cure.change().get(who), prospect.supplier().name());
        return !same
                        && prospects.with(with(need, facets), all.supplier(name), quantity)
                                instanceof Prospect.Lawful found
                ? remedy(Remedy.Kind.OTHER_TERMS, cure.note() + " (" + name + ")", found)
                : null;
    }

    private Asked asked(String facet, String value) {
        return rulings.portfolio().vocabulary().facet(facet) instanceof Facet.Measure measure
                ? Objects.requireNonNull(measure.read(value))
                : new Asked.OneOf(List.of(value));
    }

    private static Need with(Need need, Map<String, Asked> facets) {
        var asked = need.question();
        return new Need(
                need.name(),
                need.product(),
                need.quantity(),
                new Question(asked.act(), facets, asked.supposed(), asked.request()),
                need.by(),
                need.until(),
                need.atMost());
    }

    /** Where the need names whom it wants to supply it: who else could. */
    private List<Remedy> others(Need need, long quantity, Needs all) {
        var who = desk.find(DeskWords.Of.SUPPLIER);
        if (who == null || !(need.question().facets().get(who) instanceof Asked.OneOf(List<String> wanted))) {
            return List.of();
        }
        var facets = new LinkedHashMap<String, Asked>(need.question().facets());
        facets.remove(who);
        return prospects.of(with(need, facets), quantity, all).stream()
                .filter(prospect -> !wanted.contains(prospect.supplier().name()))
                .filter(prospect -> prospect instanceof Prospect.Lawful lawful && isOnTime(lawful, need.by()))
                .map(prospect -> remedy(
                        Remedy.Kind.OTHER_SUPPLIER,
                        "with " + prospect.supplier().name() + " instead",
                        (Prospect.Lawful) prospect))
                .toList();
    }

    private static boolean isOnTime(Prospect.Lawful lawful, Instant by) {
        return !lawful.ready().isAfter(by);
    }
}
