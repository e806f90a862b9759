package io.proviso.replay.report;

import io.proviso.replay.ScenarioResult;
import io.proviso.replay.study.Estimate;
import io.proviso.replay.study.ScenarioComparison;
import io.proviso.replay.study.ScenarioComparison.Compared;
import io.proviso.replay.study.ScenarioComparison.Seeds;
import java.util.Comparator;
import java.util.List;

/** How long jobs wait, in sentences that follow from the figures beside them. */
final class WaitWords {
    private WaitWords() {}

    /** What the tables tell of the jobs of one scenario. */
    record Figures(String scenario, Estimate mean, ScenarioResult.Waiting waiting) {
        static List<Figures> of(ScenarioComparison comparison) {
            return comparison.compared().stream()
                    .map(one ->
                            new Figures(one.name(), one.meanWait(), one.result().waiting()))
                    .toList();
        }

        boolean ran() {
            return waiting.ran() > 0;
        }

        boolean neverBegan() {
            return waiting.neverStarted() > 0;
        }

        double median() {
            return waiting.summary().waits().p50();
        }
    }

    /** Over all seeds. */
    static String mean(List<Figures> figures, Seeds seeds) {
        var known = figures.stream().filter(one -> one.mean().isKnown()).toList();
        if (known.isEmpty()) {
            return "No job began, under whatever scenario and seed, and so there is no wait to tell.";
        }
        boolean all = figures.stream().noneMatch(Figures::neverBegan) && known.size() == figures.size();
        boolean one = known.stream().allMatch(each -> each.waiting().queued() == 1);
        var subject = (one ? "The only job" : "The mean job") + (all ? " waits " : " that began waited ");
        var unknown = figures.stream()
                .filter(each -> !each.mean().isKnown())
                .map(Figures::scenario)
                .toList();
        return subject
                + Wording.under(Wording.each(known, Figures::scenario, each -> wait(each.mean(), seeds)))
                + (seeds.count() == 1
                        ? " (one seed, hence no interval)"
                        : " (means over " + seeds.count() + " seeds with their 95 % intervals)")
                + (unknown.isEmpty() ? "" : "; no job began under " + Wording.joined(unknown))
                + ".";
    }

    private static String wait(Estimate mean, Seeds seeds) {
        boolean some = mean.seeds() < seeds.count();
        var wait = ReportFigures.time(mean.mean());
        if (mean.seeds() == 1) {
            return wait + (some ? " (in the one seed in which any began)" : "");
        }
        return wait + " (" + ReportFigures.interval(mean)
                + (some ? ", over the " + mean.seeds() + " seeds in which any began" : "") + ")";
    }

    /** Empty where all of them began. */
    static String neverBegan(List<Figures> figures, Seeds seeds) {
        var some = figures.stream().filter(Figures::neverBegan).toList();
        if (some.isEmpty()) {
            return "";
        }
        return "Never began, and in no mean: "
                + Wording.under(Wording.each(
                        some,
                        Figures::scenario,
                        one -> Wording.of(
                                one.waiting().neverStarted(), one.waiting().queued(), "job")))
                + " (seed " + seeds.first() + ").";
    }

    /** What most jobs had at most and at least, where it is least and where most: true of a median whatever ties there are. */
    static String medians(List<Figures> figures) {
        var sorted = figures.stream()
                .filter(Figures::ran)
                .sorted(Comparator.comparingDouble(Figures::median))
                .toList();
        if (sorted.isEmpty()) {
            return "No job began, and so none has a wait";
        }
        var least = sorted.getFirst();
        var most = sorted.getLast();
        var everywhere = sorted.size() == figures.size() ? "under every scenario" : "wherever any began";
        if (most.median() == 0) {
            return "At least half of the jobs start at once" + (figures.size() > 1 ? ", " + everywhere : "");
        }
        if (sorted.size() == 1) {
            return "Half of the jobs wait " + ReportFigures.time(least.median()) + " or less"
                    + (figures.size() > 1 ? " under " + least.scenario() : "");
        }
        return most.median() < 1.05 * least.median()
                ? "Half of the jobs wait about as long " + everywhere + ", " + ReportFigures.time(least.median())
                        + " to " + ReportFigures.time(most.median()) + " or less"
                : "Half of the jobs "
                        + (least.median() == 0
                                ? "start at once"
                                : "wait " + ReportFigures.time(least.median()) + " or less")
                        + " under " + least.scenario() + ", and wait " + ReportFigures.time(most.median())
                        + " or more under " + most.scenario();
    }

    /** What became of the jobs of one scenario. */
    static String jobs(Compared one) {
        var waiting = one.result().waiting();
        return one.name() + ": " + ran(waiting.ran(), waiting.summary().waits().waited())
                + neverStarted(waiting.neverStarted()) + ".";
    }

    private static String ran(int ran, int waited) {
        if (ran == 0) {
            return "no job ran";
        }
        if (ran == 1) {
            return "1 job ran, " + (waited == 1 ? "after a wait" : "at once");
        }
        var part = waited == 0 ? "none" : waited == ran ? "all" : ReportFigures.whole(waited);
        return Wording.count(ran, "job") + " ran, " + part + " of them after a wait";
    }

    private static String neverStarted(int jobs) {
        if (jobs == 0) {
            return "";
        }
        return "; " + ReportFigures.whole(jobs) + " never began: " + (jobs == 1 ? "it" : "the first of them")
                + " wanted more GPUs than were ever free together";
    }
}
