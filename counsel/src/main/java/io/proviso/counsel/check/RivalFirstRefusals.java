package io.proviso.counsel.check;

import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Norm;
import io.proviso.counsel.Era;
import java.util.List;
import java.util.Objects;

/** The same class of capacity that must be offered to two holders first; of different ranks one comes after the other. */
final class RivalFirstRefusals implements PortfolioCheck.Inspection {
    @Override
    public void inspect(Era era, Findings findings) {
        for (var act : era.acts()) {
            var rights = Era.norms(act, Era::asksForOffer);
            for (int i = 0; i < rights.length; i++) {
                for (int j = i + 1; j < rights.length; j++) {
                    inspect(era, act, rights[i], rights[j], findings);
                }
            }
        }
    }

    private static void inspect(Era era, CompiledAct act, int first, int second, Findings findings) {
        var one = act.norm(first);
        var other = act.norm(second);
        var holder = Objects.requireNonNull(one.step()).to();
        var rival = Objects.requireNonNull(other.step()).to();
        if (holder.equals(rival) || rank(one) != rank(other) || !one.box().meets(other.box())) {
            return;
        }
        var point = act.find(Box.everything(act.domain().size()), Era.only(first, second), Era.only());
        if (point != null) {
            findings.add(
                    Check.RIVAL_FIRST_REFUSALS,
                    era.span(),
                    List.of(Finding.Place.OfClause.of(one), Finding.Place.OfClause.of(other)),
                    "the same must be offered first to " + holder + " ("
                            + one.version().name() + ") and first to " + rival + " ("
                            + other.version().name() + ")",
                    List.of(era.witness(act, point)));
        }
    }

    private static int rank(Norm norm) {
        var right = (FirstRefusal) Objects.requireNonNull(norm.reading().body());
        return right.preemption().conduct().rank();
    }
}
