package io.proviso.agreement;

import io.proviso.units.Party;

/** The licensee may use what {@code field} describes (facets of `use-ip`); exclusive means that nobody else may be licensed those subjects. */
public record Licence(Party licensee, Condition field, boolean exclusive) implements ClauseBody {}
