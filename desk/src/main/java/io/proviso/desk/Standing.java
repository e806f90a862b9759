package io.proviso.desk;

import io.proviso.agreement.clause.ClauseName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the rights before a request stand.
 *
 * @param epoch counts up whenever a holder is asked again or capacity is looked for again: an award of an earlier epoch cannot
 *     act
 * @param tails what each refusal covers, at most one per offer
 * @param setAside rights that do not stand before this need
 * @param stale offers whose refusal no longer counts, because its tail is over
 */
public record Standing(int epoch, List<Tail> tails, Set<ClauseName> setAside, Set<String> stale, Heard heard) {
    static final Standing FIRST = new Standing(1, List.of(), Set.of(), Set.of(), Heard.NOTHING);

    public Standing {
        tails = List.copyOf(tails);
        setAside = Set.copyOf(setAside);
        stale = Set.copyOf(stale);
    }

    Standing open(Tail tail) {
        var more = new ArrayList<>(tails);
        more.add(tail);
        return new Standing(epoch, more, setAside, stale, heard);
    }

    /** What the refusal of that offer covers; null if it is not bounded, or no longer counts. */
    @Nullable
    Tail tail(Offer offer) {
        for (var tail : tails) {
            if (tail.offer().equals(offer.id())) {
                return tail;
            }
        }
        return null;
    }

    /** A holder is asked again, or what was awarded or accepted does not come. */
    Standing lookAgain() {
        return new Standing(epoch + 1, tails, setAside, stale, heard);
    }

    /** The right stands again, whatever its holder said to those offers. */
    Standing expire(Tail tail, Collection<String> offers) {
        var more = new HashSet<>(stale);
        more.addAll(offers);
        return new Standing(epoch + 1, without(tail.right()).tails, setAside, more, heard);
    }

    Standing setAside(ClauseName right) {
        var more = new HashSet<>(setAside);
        more.add(right);
        return new Standing(epoch, without(right).tails, more, stale, heard);
    }

    private Standing without(ClauseName right) {
        var others = tails.stream().filter(tail -> !tail.right().equals(right)).toList();
        return new Standing(epoch, others, setAside, stale, heard);
    }

    Standing heard(Heard more) {
        return new Standing(epoch, tails, setAside, stale, more);
    }
}
