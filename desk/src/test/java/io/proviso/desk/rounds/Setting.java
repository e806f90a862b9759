package io.proviso.desk.rounds;

import io.proviso.agreement.ruling.Rulings;
import io.proviso.desk.Context;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agreement to explore a round under.
 *
 * @param ends since when no right stands before the request, null if one always does
 * @param narrowed whether the right only stopped covering the request, so that an offer made can still be answered
 * @param amended what replaces the agreement at any time from the second instant on, null if nothing does
 * @param amendedEnds the same as {@code ends} for the amended agreement
 */
record Setting(
        String name,
        Rulings original,
        @Nullable Instant ends,
        boolean narrowed,
        @Nullable Rulings amended,
        @Nullable Instant amendedEnds) {
    /** The request; the day after; when rights end; the deadline of a notice of the first day, and just after; that of the second day; a year on. */
    static final List<Instant> GRID = List.of(
            Contract.at("2025-01-15T09:00:00"),
            Contract.at("2025-01-16T12:00:00"),
            Contract.day("2025-01-24"),
            Contract.at("2025-01-30T17:00:00"),
            Contract.at("2025-01-30T17:00:01"),
            Contract.at("2025-01-31T17:00:00"),
            Contract.day("2026-01-31"));

    private static final Instant ENDS = GRID.get(2);
    static final Setting STANDARD = new Setting("standard", Contract.standard(), null);
    static final Setting RIGHT_ENDS =
            new Setting("right ends", Contract.standard().until(ENDS), ENDS);
    static final Setting SILENCE_ACCEPTS =
            new Setting("silence accepts", Contract.standard().silenceAccepts(), null);
    static final Setting ALL_OR_NOTHING =
            new Setting("all or nothing", Contract.standard().allOrNothing(), null);
    static final Setting CLOSURE = new Setting("closure", Contract.standard().closed("2025-01-22", "2025-01-21"), null);
    static final Setting NARROWED =
            new Setting("narrowed", Contract.standard().narrowed(ENDS).rulings(), ENDS, true, null, null);
    static final Setting AMENDED = new Setting(
            "amended in mid-round",
            Contract.standard().rulings(),
            null,
            false,
            Contract.standard().ended(ENDS, GRID.get(1)).rulings(),
            ENDS);
    static final List<Setting> ALL =
            List.of(STANDARD, RIGHT_ENDS, SILENCE_ACCEPTS, ALL_OR_NOTHING, CLOSURE, NARROWED, AMENDED);

    private Setting(String name, Contract contract, @Nullable Instant ends) {
        this(name, contract.rulings(), ends, false, null, null);
    }

    static int last() {
        return GRID.size() - 1;
    }

    Context context(int at, boolean isAmended) {
        return new Context(isAmended && amended != null ? amended : original, GRID.get(at));
    }

    @Nullable
    Instant ends(boolean isAmended) {
        return isAmended ? amendedEnds : ends;
    }

    @Override
    public String toString() {
        return name;
    }
}
