package io.proviso.desk;

import io.proviso.agreement.clause.ClauseName;
import io.proviso.units.Party;
import io.proviso.units.Provider;

/** A right of first refusal by its name, its holder, and the supply in which the holder would serve what it accepts. */
public record Right(ClauseName name, Party holder, Provider supply) {}
