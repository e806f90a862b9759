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
 * @param events how many are on record
 */
public record Heard(int awards, Set<Bid> replaced, Map<Slot, Instant> slips, Set<String> prolonged, int events) {
    static final Heard NOTHING = new Heard(0, Set.of(), Map.of(), Set.of(), 0);

    /** A tranche of a reservation, by its place in the plan. */
    public record Slot(String reservation, int tranche) {}

    public Heard {
        replaced = GrowingSet.of(replaced);
        slips = Map.copyOf(slips);
        prolonged = Set.copyOf(prolonged);
    }

    Heard award() {
        return new Heard(awards + 1, replaced, slips, prolonged, events);
    }

    Heard replacing(Collection<Bid> bids) {
        var more = GrowingSet.of(replaced);
        for (var bid : bids) {
            more = more.with(bid);
        }
        return new Heard(awards, more, slips, prolonged, events);
    }

    Heard slip(Slot tranche, Instant said) {
        var later = new HashMap<>(slips);
        later.put(tranche, said);
        return new Heard(awards, replaced, later, prolonged, events);
    }

    /** Whether the provider has said something since, or at that very instant. */
    public boolean isOutdated(Slot tranche, Instant said) {
        @Nullable Instant last = slips.get(tranche);
        return last != null && !said.isAfter(last);
    }

    Heard prolong(String reservation) {
        var more = new HashSet<>(prolonged);
        more.add(reservation);
        return new Heard(awards, replaced, slips, more, events);
    }

    Heard another() {
        return new Heard(awards, replaced, slips, prolonged, events + 1);
    }
}
