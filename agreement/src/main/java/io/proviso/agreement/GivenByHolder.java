package io.proviso.agreement;

import io.proviso.units.Party;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A consent pierces exactly one clause, and only the holder of a right gives it up. */
final class GivenByHolder {
    private final Agreement agreement;
    private final Map<String, Clause> standing;
    private final Set<String> everNamed;
    private final Problems problems;

    GivenByHolder(Agreement agreement, Map<String, Clause> standing, Set<String> everNamed, Problems problems) {
        this.agreement = agreement;
        this.standing = standing;
        this.everNamed = everNamed;
        this.problems = problems;
    }

    void check(String path, Instrument instrument, Clause clause) {
        var type = instrument.type();
        if (type != Instrument.Type.CONSENT && type != Instrument.Type.WAIVER) {
            return;
        }
        var what = type == Instrument.Type.CONSENT ? "consent" : "waiver";
        if (clause.overrides().size() != 1) {
            problems.add(
                    path + "/overrides",
                    "a " + what + " pierces exactly one clause, this one names "
                            + clause.overrides().size(),
                    "Name under overrides: the clause it is given for; write one clause for each.");
            return;
        }
        var pierced = standing.get(clause.overrides().getFirst());
        if (instrument.by() == null) {
            problems.add(path, "the " + what + " does not say who gives it", "Say by: with the holder of the right.");
        } else if (pierced == null && everNamed.contains(clause.overrides().getFirst())) {
            problems.add(
                    path + "/overrides",
                    "the clause '" + clause.overrides().getFirst() + "' is not in force when this " + what
                            + " takes effect",
                    "Correct the name, or the effective date of one of the two instruments.");
        } else if (pierced != null) {
            holds(path, what, instrument.by(), pierced);
        }
    }

    private void holds(String path, String what, Party by, Clause pierced) {
        var holders = pierced.readings().stream()
                .map(Reading::body)
                .filter(Objects::nonNull)
                .map(ClauseBody::holder)
                .filter(Objects::nonNull)
                .map(Party::name)
                .collect(Collectors.toSet());
        if (!holders.contains(by.name())) {
            problems.add(
                    path,
                    "'" + by + "' cannot give this " + what + ": the clause '" + pierced.name() + "' of "
                            + agreement.name() + " is held by "
                            + (holders.isEmpty() ? "nobody" : String.join(", ", holders)),
                    "Only the holder of a right may give it up.");
        }
    }
}
