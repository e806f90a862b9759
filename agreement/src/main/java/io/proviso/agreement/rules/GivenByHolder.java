package io.proviso.agreement.rules;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Chain;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Reading;
import io.proviso.units.Party;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A consent pierces exactly one clause, and only who may give up what the clause secures gives it. */
final class GivenByHolder {
    private final Agreement agreement;
    private final Chain chain;
    private final Set<String> everNamed;
    private final ProblemLog problems;

    GivenByHolder(Agreement agreement, Chain chain, Set<String> everNamed, ProblemLog problems) {
        this.agreement = agreement;
        this.chain = chain;
        this.everNamed = everNamed;
        this.problems = problems;
    }

    /** A consent or waiver as it stands after a paper wrote of it, whichever paper that was. */
    void check(String path, Instrument grant, Clause clause) {
        var what = grant.type() == Instrument.Type.CONSENT ? "consent" : "waiver";
        if (clause.overrides().size() != 1) {
            problems.add(
                    path + "/overrides",
                    "a " + what + " pierces exactly one clause, this one names "
                            + clause.overrides().size(),
                    "Name under overrides: the clause it is given for; write one clause for each.");
            return;
        }
        var pierced = chain.find(clause.overrides().getFirst());
        if (grant.by() == null) {
            problems.add(path, "the " + what + " does not say who gives it", "Say by: with the holder of the right.");
        } else if (pierced == null && everNamed.contains(clause.overrides().getFirst())) {
            problems.add(
                    path + "/overrides",
                    "the clause '" + clause.overrides().getFirst() + "' is not in force when this " + what
                            + " takes effect",
                    "Correct the name, or the effective date of one of the two instruments.");
        } else if (pierced != null) {
            givesUp(path, what, grant, pierced);
        }
    }

    private void givesUp(String path, String what, Instrument grant, Chain.Link pierced) {
        var bodies = pierced.readings().stream()
                .map(Reading::body)
                .filter(Objects::nonNull)
                .toList();
        if (bodies.stream().noneMatch(grant::givesUp)) {
            var holders = named(bodies.stream().map(ClauseBody::holder));
            var asked = named(bodies.stream()
                    .filter(body -> !Objects.equals(body.consentOf(), body.holder()))
                    .map(ClauseBody::consentOf));
            problems.add(
                    path,
                    "'" + grant.by() + "' cannot give this " + what + ": the clause '"
                            + pierced.clause().name() + "' of "
                            + agreement.name() + " is held by " + (holders.isEmpty() ? "nobody" : holders)
                            + (asked.isEmpty() ? "" : ", and asks for the consent of " + asked),
                    asked.isEmpty()
                            ? "Only the holder of a right may give it up."
                            : "Only the holder of a right waives it; who is asked for consent gives a consent.");
        }
    }

    private static String named(Stream<@Nullable Party> parties) {
        return parties.filter(Objects::nonNull).map(Party::name).distinct().collect(Collectors.joining(", "));
    }
}
