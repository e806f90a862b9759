package io.proviso.agreement;

/** An act the agreement allows in so many words; a consent or waiver is a permission that overrides the clause it pierces. */
public record Permission(Scope scope) implements ClauseBody {}
