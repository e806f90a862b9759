package io.proviso.counsel.check;

import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.counsel.Era;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Where within a box nothing is in the way of an act: none of the norms that block it stands, and of each agreement that forbids
 * by its silence some other norm does.
 */
final class Leeway {
    private final CompiledAct act;
    private final Box within;
    private final BitSet blocking;

    Leeway(CompiledAct act, Box within, BitSet blocking) {
        this.act = act;
        this.within = within;
        this.blocking = blocking;
    }

    /** Whether there is such a question, beside agreements that forbid by their silence; exact. */
    boolean isLeftBy(List<String> silent) {
        var speaking = silent.stream()
                .map(agreement -> Era.norms(
                        act,
                        norm -> Era.agreement(norm).equals(agreement)
                                && norm.box().meets(within)))
                .sorted(Comparator.comparingInt(norms -> norms.length))
                .toList();
        return isLeft(new BitSet(), speaking);
    }

    /** Takes one norm of each agreement in turn, and goes on only where those taken stand together. */
    private boolean isLeft(BitSet standing, List<int[]> speaking) {
        if (act.find(within, standing, blocking) == null) {
            return false;
        }
        if (speaking.isEmpty()) {
            return true;
        }
        for (int norm : speaking.getFirst()) {
            var more = (BitSet) standing.clone();
            more.set(norm);
            if (isLeft(more, speaking.subList(1, speaking.size()))) {
                return true;
            }
        }
        return false;
    }
}
