package io.proviso.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was said and done of a request, so that a late copy of it does nothing.
 *
 * @param awards how many there were; a reservation has the number of its own in its id
 * @param replaced bids in whose place their providers made others
 * @param slips when the provider last said when a tranche comes
 * @param prolonged reservations whose option was used
 */
public record Heard(int awards, Set<Bid> replaced, Map<Slot, Instant> slips, Set<String> prolonged) {
    static final Heard NOTHING = new Heard(0, Set.of(), Map.of(), Set.of());

    /** A tranche of a reservation, by its place in the plan. */
    public record Slot(String reservation, int tranche) {}

    public Heard {
        replaced = Set.copyOf(replaced);
        slips = Map.copyOf(slips);
        prolonged = Set.copyOf(prolonged);
    }

    Heard award() {
        return new Heard(awards + 1, replaced, slips, prolonged);
    }

    Heard replacing(Collection<Bid> bids) {
        if (bids.isEmpty()) {
            return this;
        }
        var more = new HashSet<>(replaced);
        more.addAll(bids);
        return new Heard(awards, more, slips, prolonged);
    }

    Heard slip(Slot tranche, Instant said) {
        var later = new HashMap<>(slips);
        later.put(tranche, said);
        return new Heard(awards, replaced, later, prolonged);
    }

    /** Whether the provider has said something since, or at that very instant. */
    boolean isOutdated(Slot tranche, Instant said) {
        @Nullable Instant last = slips.get(tranche);
        return last != null && !said.isAfter(last);
    }

    Heard prolong(String reservation) {
        var more = new HashSet<>(prolonged);
        more.add(reservation);
        return new Heard(awards, replaced, slips, more);
    }
}
