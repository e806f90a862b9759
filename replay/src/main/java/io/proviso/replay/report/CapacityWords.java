package io.proviso.replay.report;

import io.proviso.replay.ScenarioResult;
import io.proviso.replay.study.ScenarioComparison;
import io.proviso.replay.study.ScenarioComparison.Compared;
import java.util.List;

/** What capacity there was, and what was wanted of it, in sentences that follow from the figures beside them. */
final class CapacityWords {
    private CapacityWords() {}

    /**
     * What the table tells of the capacity of one scenario.
     *
     * @param end capacity just before the last submission
     * @param above reviews at which the demand was above the capacity of that instant
     */
    record Figures(String scenario, long start, long most, long end, int reviews, int above) {
        static Figures of(Compared one) {
            var demand = one.result().demand();
            var measured = demand.measured();
            long most = 0;
            for (var sample : measured) {
                most = Math.max(most, sample.capacity());
            }
            return new Figures(
                    one.name(),
                    measured.isEmpty() ? 0 : measured.getFirst().capacity(),
                    most,
                    measured.isEmpty() ? 0 : measured.getLast().capacity(),
                    demand.forecasts().size(),
                    demand.reviewsAboveCapacity());
        }
    }

    static String finding(Figures figures) {
        return figures.scenario() + ": " + capacity(figures) + reviews(figures);
    }

    private static String capacity(Figures figures) {
        if (figures.most() == 0) {
            return "there is no capacity";
        }
        if (figures.most() == figures.start()) {
            return figures.end() == figures.start()
                    ? "capacity stays at " + gpus(figures.start())
                    : "capacity falls from " + ReportFigures.whole(figures.start()) + " to " + gpus(figures.end());
        }
        return "capacity grows from " + ReportFigures.whole(figures.start()) + " to " + gpus(figures.most())
                + (figures.end() == figures.most()
                        ? ""
                        : " and is " + ReportFigures.whole(figures.end()) + " at the end");
    }

    private static String gpus(long gpus) {
        return Wording.count(gpus, "GPU");
    }

    private static String reviews(Figures figures) {
        int reviews = figures.reviews();
        int above = figures.above();
        if (reviews == 0) {
            return "";
        }
        if (reviews == 1) {
            return above == 1
                    ? "; the demand exceeds it at the only review"
                    : "; the demand does not exceed it at the only review";
        }
        var times = above == 0
                ? "none of the " + reviews
                : above == reviews ? "each of the " + reviews : ReportFigures.whole(above) + " of " + reviews;
        return "; the demand exceeds it at " + times + " reviews";
    }

    /** The highest mean of a day. */
    record Peak(String scenario, double gpus) {}

    static String wanted(List<Peak> peaks) {
        double most = peaks.stream().mapToDouble(Peak::gpus).max().orElse(0);
        if (most == 0) {
            return "No GPU is wanted";
        }
        var label = ReportCharts.GPUS.label(most);
        var where = peaks.stream()
                .filter(peak -> ReportCharts.GPUS.label(peak.gpus()).equals(label))
                .map(Peak::scenario)
                .toList();
        return "GPUs wanted, running and waiting together, peak at " + label + " under "
                + Wording.names(where, peaks.size());
    }

    /** Until the last submission. */
    record Unmet(String scenario, ScenarioResult.Demand demand) {
        static List<Unmet> of(ScenarioComparison comparison) {
            return comparison.compared().stream()
                    .map(one -> new Unmet(one.name(), one.result().demand()))
                    .toList();
        }

        boolean wanted() {
            return demand.gpuHours() > 0;
        }

        String share() {
            return demand.unmetGpuHours() == 0 ? "none" : ReportFigures.unmet(demand);
        }
    }

    static String unmet(List<Unmet> figures) {
        var some = figures.stream().filter(Unmet::wanted).toList();
        if (some.isEmpty()) {
            return "No GPU-hour was wanted until the last submission";
        }
        var none = figures.stream()
                .filter(one -> !one.wanted())
                .map(Unmet::scenario)
                .toList();
        return "Of the GPU-hours wanted, by running and waiting jobs, "
                + Wording.under(Wording.each(some, Unmet::scenario, Unmet::share))
                + " were above the capacity there was"
                + (none.isEmpty() ? "" : "; none was wanted under " + Wording.joined(none));
    }
}
