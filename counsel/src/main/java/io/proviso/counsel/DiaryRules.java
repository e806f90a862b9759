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
    /** Longer than any term that a clause may name. */
    private static final int YEARS_AHEAD = 100;
    /** So many ids are listed; of more the first and the last. */
    private static final int FEW = 10;

    private final Diary diary;
    private final Map<String, Obligation.Kind> known = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private DiaryRules(Portfolio portfolio) {
        this.diary = portfolio.diary();
        var zone = portfolio.zone();
        var last = portfolio.latestRecorded();
        var ahead = last.atZone(zone).plusYears(YEARS_AHEAD).toInstant();
        portfolio.agreements().stream()
                .flatMap(agreement -> agreement.instruments().stream())
                .map(Instrument::effective)
                .min(Instant::compareTo)
                .filter(ahead::isAfter)
                .ifPresent(first -> {
                    var from = new Standpoint(new CompiledPortfolio(portfolio), first, last);
                    new Docket(from, new Interval(first, ahead))
                            .find()
                            .forEach(each -> known.put(each.id(), each.kind()));
                });
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
            if (known.keySet().stream()
                    .noneMatch(id -> id.equals(of) || clauseOf(id).equals(of))) {
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
                            "Write - fact: the milestone's, with its value: and at:."));
                case OPTION ->
                    problems.add(new Problem(
                            path,
                            "that '" + id + "' was exercised is a term of its clause",
                            "Write exercised: yes there, in an instrument that restates it."));
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
