package io.proviso.replay.scenario;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseName;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.clause.Stated;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.calendar.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parameters of a right of first refusal that a scenario replaces; null leaves one as the portfolio has it. */
public record ClauseOverride(ClauseName right, Answer answer, Beyond beyond) {

    /** How one offer is answered. */
    public record Answer(
            @Nullable Window window,
            FirstRefusal.@Nullable OnLapse onLapse,
            FirstRefusal.@Nullable Partial partial,
            FirstRefusal.@Nullable BelowGang belowGang) {
        public static final Answer UNCHANGED = new Answer(null, null, null, null);
    }

    /** How far the right goes beyond one offer and one answer. */
    public record Beyond(
            Preemption.@Nullable Kind kind,
            Preemption.@Nullable Trigger trigger,
            Preemption.@Nullable Matching matching,
            Preemption.@Nullable Tail tail,
            @Nullable Window reofferWindow) {
        public static final Beyond UNCHANGED = new Beyond(null, null, null, null, null);

        private Beyond then(Beyond later) {
            return new Beyond(
                    later(kind, later.kind),
                    later(trigger, later.trigger),
                    later(matching, later.matching),
                    later(tail, later.tail),
                    later(reofferWindow, later.reofferWindow));
        }

        private Preemption applyTo(Preemption right) {
            var conduct = right.conduct();
            return new Preemption(
                    kind == null ? right.kind() : kind,
                    trigger == null ? right.trigger() : trigger,
                    matching == null ? right.matching() : matching,
                    tail == null ? right.tail() : Stated.of(tail),
                    right.reach(),
                    reofferWindow == null
                            ? conduct
                            : new Preemption.Conduct(
                                    conduct.counter(),
                                    conduct.notice(),
                                    reofferWindow,
                                    conduct.tolling(),
                                    conduct.onFailure(),
                                    conduct.rank()));
        }
    }

    public static ClauseOverride window(ClauseName right, Window window) {
        return new ClauseOverride(right, new Answer(window, null, null, null), Beyond.UNCHANGED);
    }

    /** Every right of first refusal of a portfolio that can be overridden. */
    public static List<ClauseName> rights(Portfolio portfolio) {
        return portfolio.agreements().stream()
                .flatMap(agreement -> agreement.instruments().stream()
                        .flatMap(instrument -> instrument.changes().stream())
                        .flatMap(change -> Stream.ofNullable(clause(change)))
                        .filter(ClauseOverride::isRight)
                        .map(clause -> new ClauseName(agreement.name(), clause.name())))
                .distinct()
                .toList();
    }

    private static @Nullable Clause clause(Change change) {
        return switch (change) {
            case Change.Adds(Clause clause) -> clause;
            case Change.Restates(Clause clause, List<String> _) -> clause;
            case Change.Ends _, Change.Interprets _, Change.Revokes _, Change.Terminates _ -> null;
        };
    }

    private static boolean isRight(Clause clause) {
        return clause.readings().stream().anyMatch(reading -> reading.body() instanceof FirstRefusal);
    }

    /** Those overrides with a further one, which wins where two replace the same parameter. */
    static List<ClauseOverride> merged(List<ClauseOverride> overrides, ClauseOverride later) {
        var merged = new ArrayList<ClauseOverride>();
        var added = later;
        for (var earlier : overrides) {
            if (earlier.right.equals(later.right)) {
                added = earlier.then(later);
            } else {
                merged.add(earlier);
            }
        }
        merged.add(added);
        return merged;
    }

    private ClauseOverride then(ClauseOverride later) {
        var changed = new Answer(
                later(answer.window, later.answer.window),
                later(answer.onLapse, later.answer.onLapse),
                later(answer.partial, later.answer.partial),
                later(answer.belowGang, later.answer.belowGang));
        return new ClauseOverride(right, changed, beyond.then(later.beyond));
    }

    private static <T> @Nullable T later(@Nullable T earlier, @Nullable T later) {
        return later == null ? earlier : later;
    }

    FirstRefusal applyTo(FirstRefusal right) {
        var answering = right.answering();
        var window = answer.window;
        return new FirstRefusal(
                right.holder(),
                right.scope(),
                window == null
                        ? answering
                        : new FirstRefusal.Answering(
                                Stated.of(window),
                                List.of(),
                                FirstRefusal.TalksOpen.BY_PROPOSAL,
                                answering.calendar(),
                                answering.days(),
                                answering.from()),
                answer.onLapse == null ? right.onLapse() : answer.onLapse,
                answer.partial == null ? right.partial() : answer.partial,
                answer.belowGang == null ? right.belowGang() : answer.belowGang,
                beyond.applyTo(right.preemption()));
    }

    /** As a scenario file would say it on one line. */
    public String words() {
        return right + ": " + OverrideWords.of(this);
    }
}
