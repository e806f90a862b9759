package io.proviso.replay.scenario;

import io.proviso.agreement.Agreement;
import io.proviso.agreement.Change;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.clause.Clause;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Reading;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.units.Sha256;
import java.util.List;

/** Another portfolio, equal to a given one except for the parameters that a scenario replaces. */
public final class OverriddenPortfolio {
    private OverriddenPortfolio() {}

    /**
     * Replaces the parameters in every version of each clause. The digest of the result is of what was replaced too, so that no
     * ruling under it can be taken for one of the original; in whatever order the overrides stand, it is the same.
     *
     * @throws IllegalArgumentException if an override names no right of first refusal, or makes one that cannot be
     */
    public static Portfolio of(Portfolio portfolio, List<ClauseOverride> overrides) {
        if (overrides.isEmpty()) {
            return portfolio;
        }
        var digest = Sha256.of(portfolio.digest() + "\noverriding\n" + CanonicalOverride.of(overrides));
        var result = portfolio;
        for (var override : overrides) {
            result = of(result, override, digest);
        }
        return result;
    }

    private static Portfolio of(Portfolio portfolio, ClauseOverride override, String digest) {
        if (!ClauseOverride.rights(portfolio).contains(override.right())) {
            throw new IllegalArgumentException("override: there is no right of first refusal " + override.right()
                    + "\nName it as agreement/clause, as a ruling cites it.");
        }
        try {
            return replaced(portfolio, override, digest);
        } catch (InvalidPortfolio impossible) {
            throw new IllegalArgumentException("override " + override.words() + ": " + impossible.getMessage()
                    + "\nOverride what goes with it as well, or leave it as the agreement has it.");
        }
    }

    private static Portfolio replaced(Portfolio portfolio, ClauseOverride override, String digest) {
        return new Portfolio(
                portfolio.name(),
                digest,
                portfolio.zone(),
                portfolio.vocabulary(),
                portfolio.silence(),
                portfolio.agreements().stream()
                        .map(agreement -> agreement(agreement, override))
                        .toList(),
                portfolio.calendars(),
                portfolio.pins(),
                portfolio.record(),
                portfolio.draws());
    }

    private static Agreement agreement(Agreement agreement, ClauseOverride override) {
        if (!agreement.name().equals(override.right().agreement())) {
            return agreement;
        }
        return new Agreement(
                agreement.name(),
                agreement.basis(),
                agreement.clock(),
                agreement.parties(),
                agreement.silence(),
                agreement.instruments().stream()
                        .map(instrument -> instrument(instrument, override))
                        .toList());
    }

    private static Instrument instrument(Instrument instrument, ClauseOverride override) {
        return instrument.doing(instrument.changes().stream()
                .map(change -> change(change, override))
                .toList());
    }

    private static Change change(Change change, ClauseOverride override) {
        return switch (change) {
            case Change.Adds(Clause clause)
            when clause.name().equals(override.right().clause()) -> new Change.Adds(clause(clause, override));
            case Change.Restates(Clause clause, List<String> keeps)
            when clause.name().equals(override.right().clause()) ->
                new Change.Restates(clause(clause, override), keeps);
            case Change.Ends(String clause, List<Reading> readings)
            when clause.equals(override.right().clause()) -> new Change.Ends(clause, readings(readings, override));
            case Change.Interprets(String clause, Reading reading)
            when clause.equals(override.right().clause()) -> new Change.Interprets(clause, reading(reading, override));
            case Change.Adds _,
                    Change.Restates _,
                    Change.Ends _,
                    Change.Interprets _,
                    Change.Revokes _,
                    Change.Terminates _ -> change;
        };
    }

    private static Clause clause(Clause clause, ClauseOverride override) {
        return new Clause(
                clause.name(),
                clause.words(),
                clause.sleepsUntil(),
                clause.until(),
                clause.statedOverrides(),
                readings(clause.readings(), override),
                clause.provenance(),
                clause.disclosure());
    }

    private static List<Reading> readings(List<Reading> readings, ClauseOverride override) {
        return readings.stream().map(reading -> reading(reading, override)).toList();
    }

    private static Reading reading(Reading reading, ClauseOverride override) {
        return reading.body() instanceof FirstRefusal right
                ? new Reading(reading.name(), reading.words(), override.applyTo(right), reading.recorded())
                : reading;
    }
}
