package io.proviso.reader.portfolio;

import io.proviso.agreement.clause.ForCause;
import io.proviso.agreement.clause.Leaver;
import io.proviso.agreement.clause.Schedule;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Instants;
import io.proviso.reader.yaml.Mapping;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decodes who may leave a commitment, when and at what cost. */
final class LeavingDecoder {
    private static final String EITHER = "either";

    private final Problems problems;
    private final Instants instants;
    private final Scalars scalars;
    private final Amounts amounts;
    private final StatedDecoder stated;
    private final EndDecoder ends;

    LeavingDecoder(Problems problems, Instants instants) {
        this.problems = problems;
        this.instants = instants;
        this.scalars = instants.scalars();
        this.amounts = new Amounts(problems);
        this.stated = new StatedDecoder(problems, instants);
        this.ends = new EndDecoder(problems, instants);
    }

    Schedule.@Nullable Termination termination(Mapping commitment) {
        Mapping leaving = commitment.mapping("termination", Grammar.TERMINATION);
        return leaving == null
                ? null
                : new Schedule.Termination(
                        stated.stated(leaving, "notice", scalars::period),
                        stated.ifSaid(leaving, "not-before", instants::instant),
                        stated.ifSaid(leaving, "fee", node -> fee(node, leaving.pathOf("fee"))),
                        Objects.requireNonNullElse(by(leaving, commitment), Leaver.CUSTOMER));
    }

    @Nullable
    ForCause forCause(Mapping commitment) {
        Mapping leaving = commitment.mapping("for-cause", Grammar.FOR_CAUSE);
        if (leaving == null) {
            return null;
        }
        Leaver by = by(leaving, commitment);
        var cause = ends.event(leaving, "cause");
        var cure = stated.stated(leaving, "cure", scalars::window);
        return by == null || cause == null ? null : new ForCause(by, cause, cure);
    }

    /** Either side, or one of the two by its name. */
    private @Nullable Leaver by(Mapping leaving, Mapping commitment) {
        String name = leaving.name("by");
        if (name == null) {
            return null;
        }
        if (name.equals(EITHER)) {
            return Leaver.EITHER;
        }
        if (name.equals(commitment.name("by"))) {
            return Leaver.CUSTOMER;
        }
        if (name.equals(commitment.name("to"))) {
            return Leaver.SUPPLIER;
        }
        problems.addOfSense(
                leaving.place("by"),
                "'" + name + "' is no side of this commitment, and cannot leave it",
                "Write either, or who buys or sells by it.");
        return null;
    }

    /** An amount, a share of what remains, or another of them as time goes on. */
    private Schedule.@Nullable Fee fee(Node node, String path) {
        if (!(node instanceof Node.Items(List<Node> items, Place _))) {
            return flat(node);
        }
        scalars.refuseEmpty(node);
        List<Schedule.FeeStep> steps = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String at = path + "/" + i;
            problems.locate(at, items.get(i).place());
            Mapping step = Mapping.of(items.get(i), Grammar.FEE_STEP, at, problems);
            Schedule.Before before = step == null ? null : step.get("before", this::before);
            Schedule.Fee.Flat fee = step == null ? null : step.get("fee", this::flat);
            if (before != null && fee != null) {
                steps.add(new Schedule.FeeStep(before, fee));
            }
        }
        return new Schedule.Fee.Stepped(steps);
    }

    private Schedule.Fee.@Nullable Flat flat(Node node) {
        if (node instanceof Node.Text(String text, Node.Sort _, Place _) && text.endsWith("%")) {
            var share = amounts.share(node);
            return share == null ? null : new Schedule.Fee.OfTheRest(share);
        }
        var amount = amounts.money(node);
        return amount == null ? null : new Schedule.Fee.Fixed(amount);
    }

    private Schedule.@Nullable Before before(Node node) {
        if (node instanceof Node.Text(String text, Node.Sort _, Place _)
                && Forms.PERIOD.matcher(text).matches()) {
            Period period = scalars.period(node);
            return period == null ? null : new Schedule.Before.Into(period);
        }
        Instant day = instants.instant(node);
        return day == null ? null : new Schedule.Before.Day(day);
    }
}
