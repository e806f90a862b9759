package io.proviso.counsel.check;

import io.proviso.agreement.clause.Effect;
import io.proviso.agreement.norms.Box;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.counsel.Era;
import java.util.List;

/** A permission and a prohibition of one agreement that both stand at one point. */
final class Contradictions implements PortfolioCheck.Inspection {
    @Override
    public void inspect(Era era, Findings findings) {
        era.acts().forEach(act -> inspect(era, act, findings));
    }

    private static void inspect(Era era, CompiledAct act, Findings findings) {
        var permits = Era.norms(act, norm -> norm.effect() == Effect.PERMIT);
        var forbids = Era.norms(act, norm -> norm.effect() == Effect.FORBID);
        for (int permit : permits) {
            for (int forbid : forbids) {
                var one = act.norm(permit);
                var other = act.norm(forbid);
                if (!Era.agreement(one).equals(Era.agreement(other))
                        || one.overrides(other)
                        || other.overrides(one)
                        || !one.box().meets(other.box())) {
                    continue;
                }
                var point = act.find(Box.everything(act.domain().size()), Era.only(permit, forbid), Era.only());
                if (point != null) {
                    findings.add(
                            Check.CONTRADICTION,
                            era.span(),
                            List.of(Finding.Place.OfClause.of(one), Finding.Place.OfClause.of(other)),
                            one.version().name() + " permits what "
                                    + other.version().name() + " forbids ("
                                    + act.act().name() + "), and neither overrides the other",
                            List.of(era.witness(act, point)));
                }
            }
        }
    }
}
