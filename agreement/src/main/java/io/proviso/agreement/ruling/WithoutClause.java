package io.proviso.agreement.ruling;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Change;
import io.proviso.agreement.Diary;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.Nearest;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.rounds.ExtensionRules;
import io.proviso.units.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A portfolio as if a clause had never been written: no paper adds, restates, ends or reads it, nothing was chosen or signed under it, and
 * nothing prevails over it. A consent or waiver that pierces nothing else goes with it.
 */
public final class WithoutClause {
    private final String agreement;
    /** The clause, then the consents that go with it. */
    private final Set<String> gone = new LinkedHashSet<>();

    private WithoutClause(Agreement agreement, String clause) {
        this.agreement = agreement.name();
        gone.add(clause);
        for (var paper : agreement.instruments()) {
            paper.changes().stream()
                    .map(Change::written)
                    .filter(written -> written != null && paper.isGrant() && piercesNothingElse(written))
                    .forEach(written -> gone.add(written.name()));
        }
    }

    private boolean piercesNothingElse(Clause clause) {
        return !clause.overrides().isEmpty() && gone.containsAll(clause.overrides());
    }

    /**
     * Takes it out; the name and the digest of what results say so.
     *
     * @throws IllegalArgumentException if there is no such clause, with the nearest
     * @throws InvalidPortfolio if what is left does not fit together
     */
    public static Portfolio of(Portfolio portfolio, String words) {
        var name = ClauseName.of(words);
        var known = known(portfolio);
        if (name == null || !known.contains(words)) {
            throw new IllegalArgumentException(unknown(portfolio, words, known));
        }
        var from = portfolio.agreements().stream()
                .filter(each -> each.name().equals(name.agreement()))
                .findFirst()
                .orElseThrow();
        return new WithoutClause(from, name.clause()).from(portfolio);
    }

    /** Whether there is a clause of that name to take out. */
    public static boolean isWritten(Portfolio portfolio, String words) {
        return known(portfolio).contains(words);
    }

    private static List<String> known(Portfolio portfolio) {
        var known = new ArrayList<String>();
        for (var each : portfolio.agreements()) {
            written(each).forEach(clause -> known.add(each.name() + "/" + clause));
        }
        return known;
    }

    /** Of a long list, the clauses of the agreement that is named, or the one that is meant. */
    private static String unknown(Portfolio portfolio, String words, List<String> known) {
        var agreements = portfolio.agreements().stream().map(Agreement::name).toList();
        int slash = words.indexOf('/');
        var named = slash < 0 ? words : words.substring(0, slash);
        var its = known.stream().filter(each -> each.startsWith(named + "/")).toList();
        if (slash < 0 && !its.isEmpty()) {
            return "'" + words + "' is an agreement, and one clause is left out at a time\n"
                    + "Say it once for each clause, as in " + its.getFirst() + ". Known: " + String.join(", ", its)
                    + ".";
        }
        var there = "there is no clause '" + words + "'\n";
        if (!its.isEmpty()) {
            return there + Nearest.advice(words, its);
        }
        var clause = words.substring(slash + 1);
        var nearest = known.stream()
                .filter(each -> each.endsWith("/" + clause))
                .findFirst()
                .orElseGet(() -> Nearest.to(words, known));
        return there
                + (nearest == null ? "" : "Did you mean '" + nearest + "'? ")
                + "Say AGREEMENT/CLAUSE. Agreements: " + String.join(", ", agreements) + ".";
    }

    private static Set<String> written(Agreement agreement) {
        var names = new LinkedHashSet<String>();
        for (var paper : agreement.instruments()) {
            for (var change : paper.changes()) {
                var written = change.written();
                if (written != null) {
                    names.add(written.name());
                }
            }
        }
        return names;
    }

    private Portfolio from(Portfolio portfolio) {
        var named = agreement + "/" + gone.iterator().next();
        var without = new Portfolio(
                portfolio.name() + ", supposing without " + named,
                Sha256.of(portfolio.digest() + "\nwithout " + named),
                portfolio.zone(),
                portfolio.vocabulary(),
                portfolio.silence(),
                portfolio.agreements().stream().map(this::from).toList(),
                portfolio.calendars(),
                portfolio.pins().stream().filter(pin -> !isGone(pin.clause())).toList(),
                portfolio.record(),
                portfolio.draws().stream()
                        .filter(draw -> !isGone(draw.clause()))
                        .toList(),
                portfolio.rounds().stream()
                        .filter(round -> !isGone(round.right()))
                        .toList());
        ExtensionRules.require(without);
        return without.keeping(from(portfolio.diary()));
    }

    private Diary from(Diary whole) {
        return new Diary(
                whole.charges().stream()
                        .filter(charge -> !isOfWhatIsGone(charge.of()))
                        .toList(),
                whole.done().stream()
                        .filter(done -> !isOfWhatIsGone(done.obligation()))
                        .toList());
    }

    /** By the name of a clause, or the id of what falls due under it. */
    private boolean isOfWhatIsGone(String of) {
        return gone.stream()
                .map(clause -> agreement + "/" + clause)
                .anyMatch(name -> of.equals(name) || of.startsWith(name + "/"));
    }

    private boolean isGone(ClauseName name) {
        return agreement.equals(name.agreement()) && gone.contains(name.clause());
    }

    private Agreement from(Agreement whole) {
        if (!whole.name().equals(agreement)) {
            return whole;
        }
        return new Agreement(
                whole.name(),
                whole.basis(),
                whole.clock(),
                whole.parties(),
                whole.silence(),
                whole.instruments().stream().map(this::from).toList());
    }

    private Instrument from(Instrument whole) {
        return whole.doing(whole.changes().stream()
                .filter(change -> change.about() == null || !gone.contains(change.about()))
                .map(this::from)
                .toList());
    }

    private Change from(Change whole) {
        return switch (whole) {
            case Change.Adds(Clause clause) -> new Change.Adds(from(clause));
            case Change.Restates(Clause clause, List<String> keeps) -> new Change.Restates(from(clause), kept(keeps));
            case Change.Ends _, Change.Interprets _, Change.Revokes _, Change.Terminates _ -> whole;
        };
    }

    private Clause from(Clause whole) {
        return whole.overriding(whole.statedOverrides() == null ? null : kept(whole.statedOverrides()));
    }

    private List<String> kept(List<String> names) {
        return names.stream().filter(name -> !gone.contains(name)).toList();
    }
}
