package io.proviso.replay;

import io.proviso.agreement.Change;
import io.proviso.agreement.Clause;
import io.proviso.agreement.FirstRefusal;
import io.proviso.agreement.Portfolio;
import io.proviso.agreement.Stated;
import io.proviso.calendar.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parameters of a right of first refusal that a scenario replaces; null leaves one as the portfolio has it. */
public record ClauseOverride(
        String agreement,
        String clause,
        @Nullable Window window,
        FirstRefusal.@Nullable OnLapse onLapse,
        FirstRefusal.@Nullable Partial partial,
        FirstRefusal.@Nullable BelowGang belowGang) {

    public static ClauseOverride window(String agreement, String clause, Window window) {
        return new ClauseOverride(agreement, clause, window, null, null, null);
    }

    /** Every right of first refusal of a portfolio that can be overridden, as {@code agreement/clause}. */
    public static List<String> rights(Portfolio portfolio) {
        return portfolio.agreements().stream()
                .flatMap(agreement -> agreement.instruments().stream()
                        .flatMap(instrument -> instrument.changes().stream())
                        .flatMap(change -> Stream.ofNullable(clause(change)))
                        .filter(ClauseOverride::isRight)
                        .map(clause -> agreement.name() + "/" + clause.name()))
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
            if (earlier.agreement.equals(later.agreement) && earlier.clause.equals(later.clause)) {
                added = earlier.then(later);
            } else {
                merged.add(earlier);
            }
        }
        merged.add(added);
        return merged;
    }

    private ClauseOverride then(ClauseOverride later) {
        return new ClauseOverride(
                agreement,
                clause,
                later.window == null ? window : later.window,
                later.onLapse == null ? onLapse : later.onLapse,
                later.partial == null ? partial : later.partial,
                later.belowGang == null ? belowGang : later.belowGang);
    }

    FirstRefusal applyTo(FirstRefusal right) {
        var answering = right.answering();
        return new FirstRefusal(
                right.holder(),
                right.scope(),
                window == null
                        ? answering
                        : new FirstRefusal.Answering(Stated.of(window), answering.calendar(), answering.cutoff()),
                onLapse == null ? right.onLapse() : onLapse,
                partial == null ? right.partial() : partial,
                belowGang == null ? right.belowGang() : belowGang,
                right.preemption());
    }

    /** As a scenario file would say it on one line; part of the digest of the portfolio that results. */
    @Override
    public String toString() {
        var parameters = new ArrayList<String>();
        if (window != null) {
            parameters.add("window: " + window);
        }
        if (onLapse != null) {
            parameters.add("on-lapse: " + word(onLapse));
        }
        if (partial != null) {
            parameters.add("partial: " + word(partial));
        }
        if (belowGang != null) {
            parameters.add("below-gang: " + word(belowGang));
        }
        return agreement + "/" + clause + ": {" + String.join(", ", parameters) + "}";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
