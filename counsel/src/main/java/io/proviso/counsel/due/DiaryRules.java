package io.proviso.counsel.due;

import io.proviso.agreement.Change;
import io.proviso.agreement.Diary;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Nearest;
import io.proviso.agreement.Problem;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.counsel.Standpoint;
import io.proviso.units.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a diary tells of what falls due, in words of which the record has no others, and nothing twice or two ways: all at once. */
public final class DiaryRules {
    /** How far ahead is looked for what a diary names: farther only if nearer it is not. */
    private static final List<Integer> YEARS_AHEAD = List.of(2, 10);
    /** So many ids are listed; of more the first and the last. */
    private static final int FEW = 10;

    private final Diary diary;
    private final SortedSet<String> written;
    private final Set<String> wanted;
    private final Map<String, Obligation.Kind> known = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private DiaryRules(Portfolio portfolio) {
        this.diary = portfolio.diary();
        this.written = written(portfolio);
        this.wanted = Stream.concat(
                        diary.charges().stream().map(Diary.Charge::of),
                        diary.done().stream().map(Diary.Done::obligation))
                .filter(id -> written.contains(clauseOf(id)))
                .collect(Collectors.toSet());
        if (!wanted.isEmpty()) {
            var clauses = wanted.stream().map(DiaryRules::clauseOf).collect(Collectors.toSet());
            new Search(portfolio, clause -> clauses.contains(clause.toString())).find();
        }
    }

    /** Clauses and instruments, all that an obligation may be of. */
    private static SortedSet<String> written(Portfolio portfolio) {
        var names = new TreeSet<String>();
        for (var agreement : portfolio.agreements()) {
            for (var instrument : agreement.instruments()) {
                names.add(agreement.name() + "/" + instrument.name());
                instrument.changes().stream()
                        .map(Change::written)
                        .flatMap(Stream::ofNullable)
                        .forEach(clause -> names.add(agreement.name() + "/" + clause.name()));
            }
        }
        return names;
    }

    /** Looks for what falls due under the clauses that are named, and for nothing else. */
    private final class Search {
        private final Portfolio portfolio;
        private final CompiledPortfolio compiled;
        private final Predicate<ClauseName> which;

        Search(Portfolio portfolio, Predicate<ClauseName> which) {
            this.portfolio = portfolio;
            this.compiled = new CompiledPortfolio(portfolio);
            this.which = which;
        }

        void find() {
            var first = portfolio.agreements().stream()
                    .flatMap(agreement -> agreement.instruments().stream())
                    .map(Instrument::effective)
                    .min(Instant::compareTo)
                    .orElseThrow();
            var last = portfolio.latestRecorded();
            for (int years : YEARS_AHEAD) {
                var ahead = last.atZone(portfolio.zone()).plusYears(years).toInstant();
                if (ahead.isAfter(first)) {
                    var time = new Interval(first, ahead);
                    fallsDue(time, last);
                    onceFellDue(time);
                }
            }
        }

        private void fallsDue(Interval time, Instant knownAt) {
            if (!wanted.stream().allMatch(DiaryRules.this::isKnown)) {
                new Docket(new Standpoint(compiled, time.from(), knownAt), time, which)
                        .find()
                        .forEach(each -> known.putIfAbsent(each.id(), each.kind()));
            }
        }

        /** What fell due until a fact came on record stays named by what was told of it before. */
        private void onceFellDue(Interval time) {
            portfolio.record().stream()
                    .map(fact -> fact.recorded().minusNanos(1))
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .forEach(before -> fallsDue(time, before));
        }
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
                one -> List.of(one.of(), one.at()),
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
                case MILESTONE, DELIVERY, DELAY ->
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
                Diary.Done::obligation,
                one -> "that '" + one.obligation() + "' was done is told twice",
                "Keep one of the two.");
    }

    private <T> void refuseTwice(
            String path,
            String key,
            List<T> entries,
            Function<T, Object> what,
            Function<T, String> message,
            String advice) {
        var told = entries.stream().collect(Collectors.groupingBy(what, Collectors.counting()));
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (told.getOrDefault(what.apply(entry), 0L) > 1) {
                problems.add(new Problem(path + i + key, message.apply(entry), advice));
            }
        }
    }

    private void unknown(String path, String id) {
        var siblings = known.keySet().stream()
                .filter(one -> clauseOf(one).equals(clauseOf(id)))
                .collect(Collectors.toCollection(TreeSet::new));
        problems.add(new Problem(
                path,
                "no obligation is '" + id + "'",
                !written.contains(clauseOf(id))
                        ? advice(clauseOf(id), written, "Clauses and instruments: ")
                        : siblings.isEmpty()
                                ? "Nothing falls due under '" + clauseOf(id)
                                        + "' by then. All ids: proviso obligations -v."
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
