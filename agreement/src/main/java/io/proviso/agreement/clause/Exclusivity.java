package io.proviso.agreement.clause;

import io.proviso.units.Party;

/** A promise not to do these acts outside the beneficiary's set; it permits nothing inside. */
public record Exclusivity(Party beneficiary, Scope outside) implements ClauseBody {}
