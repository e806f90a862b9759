package io.proviso.agreement.ruling;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.Confidence;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.question.QuestionRules;
import io.proviso.agreement.rounds.Owed;
import io.proviso.calendar.UnlistedYear;
import io.proviso.units.Sha256;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All of a ruling but who asked when: the same for every instant of a {@link Stretch}, so that it is found once and signed
 * for each asker.
 *
 * @param lasts the last instants of time to answer and of freedom: what changes a second later holds through them
 * @param free rights that were refused for a time, each with the last instant of it
 */
record UndatedRuling(
        Verdict verdict,
        Reasons reasons,
        List<Owed> owed,
        List<Ruling.Branch> split,
        Confidence restsOn,
        Ruling.Telling telling,
        Map<ClauseName, Instant> free,
        Set<Instant> lasts,
        Holds holds) {

    /** What decided and what did not. */
    record Reasons(
            List<Citation> deciding,
            List<Ruling.SetAside> setAside,
            List<Ruling.SilenceCited> silent,
            List<Ruling.PinCited> pins) {
        /** Every clause that is named. */
        Stream<ClauseName> clauses() {
            return Stream.of(
                            deciding.stream().map(Citation::clause),
                            setAside.stream()
                                    .flatMap(aside -> Stream.concat(
                                            Stream.of(aside.cited().clause()), aside.by().stream())),
                            silent.stream()
                                    .flatMap(each -> each.missed().stream())
                                    .map(Ruling.Missed::clause),
                            pins.stream().map(each -> each.pin().clause()))
                    .flatMap(each -> each);
        }
    }

    /** @param notices years beyond a calendar's list on which the end of a notice depends, where the answer does so too */
    Ruling ruling(Ruling.Asking asking, Map<ClauseName, List<UnlistedYear>> notices) {
        var unlisted = new LinkedHashMap<ClauseName, Set<UnlistedYear>>();
        var dated = Owed.Dated.of(owed, asking.asOf());
        owed.forEach(step -> add(unlisted, step.clause(), dated.unlisted(step)));
        notices.forEach((clause, years) -> add(unlisted, clause, years));
        var years = new LinkedHashMap<ClauseName, List<UnlistedYear>>();
        unlisted.forEach((clause, each) -> years.put(clause, List.copyOf(each)));
        return new Ruling(
                id(asking),
                verdict.outcome(),
                asking,
                reasons.deciding(),
                reasons.setAside(),
                reasons.silent(),
                reasons.pins(),
                owed.stream().map(dated::step).distinct().toList(),
                split,
                restsOn,
                telling.dependingOn(years, dated.stale(free, owed)),
                through(holds.answer()),
                through(holds.reasons()));
    }

    private @Nullable Instant through(@Nullable Instant change) {
        return change != null && lasts.contains(change.minusSeconds(1)) ? change.minusSeconds(1) : change;
    }

    private static void add(Map<ClauseName, Set<UnlistedYear>> all, ClauseName clause, Collection<UnlistedYear> years) {
        if (!years.isEmpty()) {
            all.computeIfAbsent(clause, _ -> new LinkedHashSet<>()).addAll(years);
        }
    }

    private static String id(Ruling.Asking asking) {
        var identity = String.join(
                "\n",
                asking.portfolio(),
                QuestionRules.words(asking.question())
                        + (asking.question().request() == null
                                ? ""
                                : " request " + asking.question().request()),
                asking.asOf().toString(),
                asking.knownAt().toString(),
                asking.engine());
        return "rul-" + Sha256.of(identity).substring(0, 16);
    }
}
