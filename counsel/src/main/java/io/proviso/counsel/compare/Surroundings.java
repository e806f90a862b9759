package io.proviso.counsel.compare;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Attestation;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Silence;
import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.portfolio.AgreementInForce;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.portfolio.Exercise;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.english.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What bears on rulings beside clauses, where two standpoints differ in it: agreements, silence rules, words, attested facts. */
final class Surroundings {
    private final Standpoint before;
    private final Standpoint after;
    private final Disclosure audience;
    private final Remarks remarks = new Remarks();

    Surroundings(Standpoint before, Standpoint after, Disclosure audience) {
        this.before = before;
        this.after = after;
        this.audience = audience;
    }

    List<String> remarks() {
        agreements();
        silence("the portfolio", before.portfolio().silence(), after.portfolio().silence());
        var old = before.portfolio().vocabulary();
        var now = after.portfolio().vocabulary();
        remarks.came("act", old.acts().keySet(), now.acts().keySet());
        remarks.came("facet", old.facets().keySet(), now.facets().keySet());
        values(old, now);
        new VocabularyComparison(old, now, remarks).compare();
        new ClockComparison(before, after, remarks).compare();
        facts();
        exercises();
        return remarks.all();
    }

    private void agreements() {
        var old = byName(before);
        var now = byName(after);
        remarks.came("agreement in force", old.keySet(), now.keySet());
        old.forEach((name, agreement) -> {
            var other = now.get(name);
            if (other != null) {
                silence(name, agreement.silence(), other.silence());
            }
        });
    }

    private static Map<String, Agreement> byName(Standpoint standpoint) {
        var agreements = new LinkedHashMap<String, Agreement>();
        standpoint.agreements().stream()
                .map(AgreementInForce::agreement)
                .forEach(agreement -> agreements.put(agreement.name(), agreement));
        return agreements;
    }

    private void silence(String whose, Map<String, Silence> old, Map<String, Silence> now) {
        var acts = new LinkedHashSet<>(old.keySet());
        acts.addAll(now.keySet());
        for (var act : acts) {
            remarks.differ("silence of " + whose + " on " + act, word(old.get(act)), word(now.get(act)));
        }
    }

    private static String word(@Nullable Silence silence) {
        return silence == null ? "no rule" : English.lower(silence);
    }

    private void values(Vocabulary old, Vocabulary now) {
        old.facets().forEach((name, facet) -> {
            var other = now.facets().get(name);
            if (facet instanceof Facet.Choice choice && other instanceof Facet.Choice same) {
                remarks.came("value of " + name, choice.values(), same.values());
            } else if (other != null) {
                remarks.differ("facet " + name, kind(facet), kind(other));
            }
        });
    }

    /** What was drawn of consents and waivers that are in force on both sides, and revocations whose notice runs. */
    private void exercises() {
        var old = exercises(before);
        exercises(after).forEach((name, now) -> {
            var then = old.get(name);
            var told = then == null
                    ? List.<String>of()
                    : exercised(
                            name,
                            then.exercise(),
                            now.exercise(),
                            after.portfolio().vocabulary());
            if (then == null || told.isEmpty() || (mayRead(then) && mayRead(now))) {
                told.forEach(remarks::add);
            } else {
                remarks.add("what became of " + name + ": " + Disclosure.WITHHELD);
            }
        });
    }

    private boolean mayRead(ClauseVersion version) {
        return audience.mayRead(version.clause().disclosure());
    }

    private static List<String> exercised(ClauseName name, Exercise then, Exercise now, Vocabulary vocabulary) {
        var told = new ArrayList<String>();
        now.draws().stream().map(draw -> draw.quantity().facet()).distinct().forEach(facet -> {
            if (then.drawn(facet) != now.drawn(facet)) {
                told.add("drawn of " + name + ": " + English.grouped(then.drawn(facet)) + " -> "
                        + vocabulary.told(new Quantity(facet, now.drawn(facet))));
            }
        });
        if (now.revocation() != null && then.revocation() == null) {
            told.add("revoked: " + name + ", by " + now.revocation().instrument());
        }
        return told;
    }

    private static Map<ClauseName, ClauseVersion> exercises(Standpoint standpoint) {
        var exercises = new LinkedHashMap<ClauseName, ClauseVersion>();
        for (var inForce : standpoint.agreements()) {
            inForce.clauses().forEach(version -> exercises.put(version.id(), version));
        }
        return exercises;
    }

    private static String kind(Facet facet) {
        return switch (facet) {
            case Facet.Choice _ -> "chosen";
            case Facet.Count _ -> "counted";
            case Facet.Amount amount -> "an amount of " + amount.unit();
        };
    }

    private void facts() {
        for (var facet : before.portfolio().vocabulary().facets().values()) {
            var known = after.portfolio().vocabulary().facets().containsKey(facet.name());
            if (facet.suppliedBy() == Facet.SuppliedBy.RECORD && known) {
                fact(facet.name());
            }
        }
    }

    private void fact(String name) {
        remarks.differ("fact " + name, before.factOrDefault(name), after.factOrDefault(name), "open");
        Stream.concat(before.entries(name).stream(), after.entries(name).stream())
                .map(Attestation::scope)
                .filter(scope -> !scope.facets().isEmpty())
                .distinct()
                .forEach(scope -> remarks.differ(
                        "fact " + name + " where " + English.condition(scope),
                        before.factWithin(name, scope),
                        after.factWithin(name, scope),
                        "open"));
    }
}
