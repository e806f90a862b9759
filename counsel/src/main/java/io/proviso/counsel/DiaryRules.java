package io.proviso.counsel;

import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.Diary;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Nearest;
import io.proviso.agreement.Portfolio;
import io.proviso.agreement.Problem;
import io.proviso.units.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether a diary tells of what falls due, in words of which the record has no others, and nothing twice or two ways: all at once. */
public final class DiaryRules {
    /** How far ahead is looked for what a diary names: farther only if nearer it is not. */
    private static final List<Integer> YEARS_AHEAD = List.of(2, 10);
    /** So many ids are listed; of more the first and the last. */
    private static final int FEW = 10;

    private final Diary diary;
    private final Map<String, Obligation.Kind> known = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private DiaryRules(Portfolio portfolio) {
        this.diary = portfolio.diary();
        var zone = portfolio.zone();
        var last = portfolio.latestRecorded();
        portfolio.agreements().stream()
                .flatMap(agreement -> agreement.instruments().stream())
                .map(Instrument::effective)
                .min(Instant::compareTo)
                .ifPresent(first -> {
                    var compiled = new CompiledPortfolio(portfolio);
                    for (int years : YEARS_AHEAD) {
                        var ahead = last.atZone(zone).plusYears(years).toInstant();
                        if (ahead.isAfter(first) && !namesOnlyWhatIsKnown()) {
                            var time = new Interval(first, ahead);
                            fallsDue(new Standpoint(compiled, first, last), time);
                            onceFellDue(compiled, first, time);
                        }
                    }
                });
    }

    private void fallsDue(Standpoint from, Interval time) {
        new Docket(from, time).find().forEach(each -> known.putIfAbsent(each.id(), each.kind()));
    }

    /** What fell due until a fact came on record stays named by what was told of it before. */
    private void onceFellDue(CompiledPortfolio compiled, Instant first, Interval time) {
        var before = compiled.portfolio().record().stream()
                .map(fact -> fact.recorded().minusNanos(1))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .iterator();
        while (before.hasNext() && !namesOnlyWhatIsKnown()) {
            fallsDue(new Standpoint(compiled, first, before.next()), time);
        }
    }

    private boolean namesOnlyWhatIsKnown() {
        return diary.charges().stream().allMatch(charge -> isKnown(charge.of()))
                && diary.done().stream().allMatch(done -> known.containsKey(done.obligation()));
    }

    /** Of an obligation, or of a clause that has any. */
    private boolean isKnown(String of) {
        return known.keySet().stream()
                .anyMatch(id -> id.equals(of) || clauseOf(id).equals(of));
    }

    /** By paths of {@code diary/owners/0} and {@code diary/done/0}; none for a diary that says nothing. */
    public static List<Problem> problems(Portfolio portfolio) {
        if (portfolio.diary().isEmpty()) {
            return List.of();
        }
        var rules = new DiaryRules(portfolio);
        rules.owners();
        rules.done();
        return List.copyOf(rules.problems);
    }

    private void owners() {
        var charges = diary.charges();
        for (int i = 0; i < charges.size(); i++) {
            var of = charges.get(i).of();
            if (!isKnown(of)) {
                unknown("diary/owners/" + i + "/of", of);
            }
        }
        refuseTwice(
                "diary/owners/",
                "/at",
                charges,
                (one, other) -> one.of().equals(other.of()) && one.at().equals(other.at()),
                one -> "two owners see to '" + one.of() + "' from one instant on",
                "Name one of them, or say from when on the other takes over.");
    }

    private void done() {
        var done = diary.done();
        for (int i = 0; i < done.size(); i++) {
            var id = done.get(i).obligation();
            var path = "diary/done/" + i + "/done";
            switch (known.get(id)) {
                case null -> unknown(path, id);
                case ANSWER, TAIL, ROUND ->
                    problems.add(new Problem(
                            path,
                            "what was done of '" + id + "' is a step of its round",
                            "Write - continues: the round, with received:, answer: or signed:."));
                case MILESTONE, DELIVERY ->
                    problems.add(new Problem(
                            path,
                            "that '" + id + "' was reached is a fact on record",
                            "Write - fact: the one that its clause names, with its value: and at:."));
                case OPTION ->
                    problems.add(new Problem(
                            path,
                            "that '" + id + "' was exercised is told otherwise",
                            "Of an extension write - fact: the one that its exercised: names; of an option of a fixed amount"
                                    + " exercised: yes, in an instrument that restates its clause."));
                case EXPIRY, NOTICE, REVOCATION, EFFECT, COVENANT_TEST, CURE, START, COMMITMENT -> {}
            }
        }
        refuseTwice(
                "diary/done/",
                "/done",
                done,
                (one, other) -> one.obligation().equals(other.obligation()),
                one -> "that '" + one.obligation() + "' was done is told twice",
                "Keep one of the two.");
    }

    private <T> void refuseTwice(
            String path,
            String key,
            List<T> entries,
            BiPredicate<T, T> contradict,
            Function<T, String> message,
            String advice) {
        for (int i = 0; i < entries.size(); i++) {
            for (int j = 0; j < entries.size(); j++) {
                if (i != j && contradict.test(entries.get(i), entries.get(j))) {
                    problems.add(new Problem(path + i + key, message.apply(entries.get(i)), advice));
                    break;
                }
            }
        }
    }

    private void unknown(String path, String id) {
        var siblings = known.keySet().stream()
                .filter(one -> clauseOf(one).equals(clauseOf(id)))
                .collect(Collectors.toCollection(TreeSet::new));
        var clauses = known.keySet().stream().map(DiaryRules::clauseOf).collect(Collectors.toCollection(TreeSet::new));
        problems.add(new Problem(
                path,
                "no obligation is '" + id + "'",
                siblings.isEmpty()
                        ? advice(clauseOf(id), clauses, "Clauses with obligations: ")
                        : advice(id, siblings, "Those of the clause: ")));
    }

    private static String advice(String word, SortedSet<String> among, String heading) {
        var nearest = Nearest.to(word, among);
        return (nearest == null ? "" : "Did you mean '" + nearest + "'? ") + heading
                + (among.size() <= FEW
                        ? String.join(", ", among)
                        : among.size() + " from " + among.first() + " to " + among.last())
                + ". All ids: proviso obligations -v.";
    }

    /** The first two names of an id. */
    private static String clauseOf(String id) {
        int second = id.indexOf('/', id.indexOf('/') + 1);
        return second < 0 ? id : id.substring(0, second);
    }
}
