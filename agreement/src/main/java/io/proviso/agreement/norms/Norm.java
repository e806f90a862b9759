package io.proviso.agreement.norms;

import io.proviso.agreement.clause.Effect;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.portfolio.Citation;
import io.proviso.agreement.portfolio.ClauseVersion;
import io.proviso.units.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of one clause does to one act within one box of its facets: the unit that is evaluated.
 *
 * @param step what a {@link Effect#CONDITION} asks for, otherwise null
 * @param choices the undecided choices under which the norm exists at all
 */
public record Norm(
        ClauseVersion version,
        Reading reading,
        Effect effect,
        Box box,
        @Nullable Asks step,
        List<Choice> choices) {

    /** The step a condition asks for, and of whom. */
    public record Asks(Step.Kind kind, Party to) {}

    /** One of the alternatives of something undecided: a reading, or what an undisclosed term covers. */
    public record Choice(Given undecided, String alternative, List<String> alternatives) {}

    public Norm {
        choices = List.copyOf(choices);
    }

    Norm within(Box smaller) {
        return new Norm(version, reading, effect, smaller, step, choices);
    }

    /** The norm as it exists only under one more choice. */
    Norm only(Choice choice) {
        var more = new ArrayList<>(choices);
        more.add(choice);
        return new Norm(version, reading, effect, box, step, more);
    }

    /** Whether it sets the other aside where both apply and it stands itself. */
    public boolean overrides(Norm other) {
        return version.agreement().name().equals(other.version.agreement().name())
                && version.clause().overrides().contains(other.version.name());
    }

    /** How the other side answers the step, where the reading says. */
    Optional<Record> answering() {
        if (reading.body() instanceof FirstRefusal right) {
            return Optional.of(right.answering());
        }
        return Optional.ofNullable(consentAnswer());
    }

    /** The time to answer a request for the consent that the reading asks for; null if it asks for none, or sets none. */
    public Prohibition.@Nullable Answer consentAnswer() {
        return reading.body() instanceof Prohibition(Party _, Scope _, Prohibition.Consent consent) && consent != null
                ? consent.answer()
                : null;
    }

    public Citation cite() {
        return version.cite(effect, reading);
    }
}
