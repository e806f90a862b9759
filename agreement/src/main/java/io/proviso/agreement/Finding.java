package io.proviso.agreement;

import io.proviso.calendar.UnlistedYear;
import io.proviso.calendar.Window;
import io.proviso.units.Party;
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
 */
record Finding(
        Verdict verdict,
        Reasons reasons,
        List<Owed> owed,
        List<Ruling.Branch> split,
        Confidence restsOn,
        Ruling.Telling telling,
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

    /** A step without its dates; {@code right} is null where no window belongs to it. */
    record Owed(
            Step.Kind kind,
            Party to,
            ClauseName clause,
            @Nullable RightInForce right,
            Map<Given, List<String>> given) {
        private Step step(Instant asOf) {
            return right == null
                    ? new Step(kind, to, clause, null, asOf, null, given)
                    : new Step(kind, to, clause, told(right.window()), asOf, certainBy(right, asOf), given);
        }

        private static Told<Window> told(@Nullable Window window) {
            return window == null ? new Told.Undisclosed<>() : new Told.Open<>(window);
        }

        /** Years beyond a calendar's list on which the deadline depends, where it decides when the step is over. */
        private List<UnlistedYear> unlisted(Instant asOf) {
            return right == null || right.window() == null || certainBy(right, asOf) == null
                    ? List.of()
                    : right.deadlines().deadline(asOf, right.window()).unlisted();
        }
    }

    /** @param notices years beyond a calendar's list on which the end of a notice depends, where the answer does so too */
    Ruling ruling(Ruling.Asking asking, Map<ClauseName, List<UnlistedYear>> notices) {
        var unlisted = new LinkedHashMap<ClauseName, Set<UnlistedYear>>();
        owed.forEach(step -> add(unlisted, step.clause(), step.unlisted(asking.asOf())));
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
                owed.stream().map(step -> step.step(asking.asOf())).distinct().toList(),
                split,
                restsOn,
                telling.dependingOn(years),
                holds.answer(),
                holds.reasons());
    }

    private static void add(Map<ClauseName, Set<UnlistedYear>> all, ClauseName clause, Collection<UnlistedYear> years) {
        if (!years.isEmpty()) {
            all.computeIfAbsent(clause, _ -> new LinkedHashSet<>()).addAll(years);
        }
    }

    /**
     * The deadline plus a second, or the known end of the right if that is sooner; where silence is an acceptance the deadline
     * frees nobody, and only an end before it does.
     */
    private static @Nullable Instant certainBy(RightInForce right, Instant asOf) {
        var ends = right.ends();
        if (right.window() == null) {
            return ends;
        }
        var lapsed = right.deadlines().deadline(asOf, right.window()).utc().plusSeconds(1);
        if (ends != null && ends.isBefore(lapsed)) {
            return ends;
        }
        return right.terms().onLapse() == FirstRefusal.OnLapse.ACCEPT ? null : lapsed;
    }

    private static String id(Ruling.Asking asking) {
        var identity = String.join(
                "\n",
                asking.portfolio(),
                QuestionRules.words(asking.question()),
                asking.asOf().toString(),
                asking.knownAt().toString(),
                asking.engine());
        return "rul-" + Sha256.of(identity).substring(0, 16);
    }
}
