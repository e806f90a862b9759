package io.proviso.counsel.check;

import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Norm;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.agreement.question.Question;
import io.proviso.counsel.Era;
import io.proviso.counsel.Witness;
import io.proviso.units.Interval;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A reading of a clause whose norms stand at no point in any era of its life. */
final class UnreachableClauses implements PortfolioCheck.Inspection {
    private record Key(Finding.Place.OfClause place, String reading) {}

    /** What was seen of a reading as long as it did not stand. */
    private record Fruitless(Interval span, Set<String> setAsideBy, boolean unclear, List<Witness> witnesses) {}

    private final Set<Key> standing = new HashSet<>();
    private final Map<Key, Fruitless> fruitless = new LinkedHashMap<>();

    @Override
    public void inspect(Era era, Findings findings) {
        era.clauses().forEach(version -> {
            for (var reading : version.live()) {
                var key = new Key(Finding.Place.OfClause.of(version), reading.name());
                if (counts(version, reading) && !standing.contains(key)) {
                    inspect(era, version, reading, key);
                }
            }
        });
    }

    /** Whether it speaks of an act on which its agreement takes part in rulings. */
    private static boolean counts(ClauseVersion version, Reading reading) {
        return reading.body() != null
                && reading.body().acts().stream().anyMatch(version.agreement().silence()::containsKey);
    }

    private void inspect(Era era, ClauseVersion version, Reading reading, Key key) {
        var setAsideBy = new TreeSet<String>();
        Witness witness = null;
        for (var name :
                reading.body() == null ? Set.<String>of() : reading.body().acts()) {
            var act = era.act(name);
            for (int norm : Era.norms(
                    act,
                    one -> Finding.Place.OfClause.of(one).equals(key.place())
                            && one.reading().name().equals(key.reading()))) {
                if (act.find(Box.everything(act.domain().size()), Era.only(norm), Era.only()) != null) {
                    standing.add(key);
                    fruitless.remove(key);
                    return;
                }
                setAsideBy.addAll(overriders(act, act.norm(norm)));
            }
            if (witness == null) {
                witness = new Witness(new Question(name, Map.of(), Map.of()), era.from(), null);
            }
        }
        var earlier = fruitless.get(key);
        var from = earlier == null ? era.from() : earlier.span().from();
        if (earlier != null) {
            setAsideBy.addAll(earlier.setAsideBy());
        }
        fruitless.put(
                key,
                new Fruitless(
                        new Interval(from, era.span().to()),
                        setAsideBy,
                        version.live().size() > 1,
                        earlier != null ? earlier.witnesses() : witness == null ? List.of() : List.of(witness)));
    }

    private static Set<String> overriders(CompiledAct act, Norm norm) {
        var names = new TreeSet<String>();
        for (int other : Era.norms(act, one -> one.overrides(norm) && one.box().meets(norm.box()))) {
            names.add(act.norm(other).version().name());
        }
        return names;
    }

    @Override
    public void finish(Findings findings) {
        fruitless.forEach((key, seen) -> findings.add(
                Check.UNREACHABLE,
                seen.span(),
                List.of(key.place()),
                key.place().clause().clause() + (seen.unclear() ? ", read as '" + key.reading() + "'," : "")
                        + " never has effect: "
                        + (seen.setAsideBy().isEmpty()
                                ? "what it speaks of cannot occur"
                                : "it is always set aside by " + String.join(" or ", seen.setAsideBy())),
                seen.witnesses()));
    }
}
