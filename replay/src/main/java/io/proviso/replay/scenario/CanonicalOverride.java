package io.proviso.replay.scenario;

import io.proviso.agreement.clause.Preemption.Floor;
import io.proviso.agreement.clause.Preemption.Matching;
import io.proviso.agreement.clause.Preemption.Tail;
import io.proviso.agreement.clause.Preemption.Tolerance;
import io.proviso.calendar.Window;
import io.proviso.units.EnumWord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that an override replaces, so that two are written alike only if they replace the same; nobody reads it, words may change. */
final class CanonicalOverride {
    private final List<String> parts = new ArrayList<>();

    private CanonicalOverride() {}

    /** Of several, in whatever order they stand. */
    static String of(List<ClauseOverride> overrides) {
        return overrides.stream().map(CanonicalOverride::of).sorted().collect(Collectors.joining("\n"));
    }

    private static String of(ClauseOverride override) {
        var written = new CanonicalOverride();
        var answer = override.answer();
        var beyond = override.beyond();
        written.put("agreement", override.right().agreement());
        written.put("clause", override.right().clause());
        written.put("window", answer.window());
        written.put("on-lapse", answer.onLapse());
        written.put("partial", answer.partial());
        written.put("below-gang", answer.belowGang());
        written.put("kind", beyond.kind());
        written.put("trigger", beyond.trigger());
        written.put(beyond.matching());
        written.put(beyond.tail());
        written.put("re-offer-window", beyond.reofferWindow());
        return String.join(" ", written.parts);
    }

    private void put(@Nullable Matching matching) {
        if (matching != null) {
            put("standard", matching.standard());
            put("tolerance", matching.tolerance());
            put("non-cash", matching.nonCash());
            put("alternates", matching.alternates());
        }
    }

    private void put(@Nullable Tail tail) {
        if (tail != null) {
            put("tail", tail.length());
            put("from", tail.from());
            put(tail.floor());
        }
    }

    private void put(Floor floor) {
        put("price", floor.price());
        put("quantity", floor.quantity());
        if (floor.start() != null) {
            put("start", floor.start().toString());
        }
        put("term", floor.term());
        put("counterparty", floor.counterparty() ? "yes" : "no");
    }

    private void put(String name, @Nullable Tolerance tolerance) {
        if (tolerance != null) {
            put(name, tolerance.share());
            put(name, tolerance.direction());
            put(name, tolerance.reopens() ? "reopens" : "within");
        }
    }

    private void put(String name, @Nullable Window window) {
        switch (window) {
            case Window.BusinessDays(int n) -> put(name, n + " business-days");
            case Window.Days(int n) -> put(name, n + " days");
            case Window.Hours(int n) -> put(name, n + " hours");
            case Window.Dates dates -> put(name, dates.toString());
            case null -> {}
        }
    }

    private void put(String name, BigDecimal share) {
        put(name, share.stripTrailingZeros().toPlainString());
    }

    private void put(String name, @Nullable Enum<?> constant) {
        if (constant != null) {
            put(name, EnumWord.of(constant));
        }
    }

    /** With its length, so that no value is taken for the beginning of the next. */
    private void put(String name, String value) {
        parts.add(name + ":" + value.length() + ":" + value);
    }
}
