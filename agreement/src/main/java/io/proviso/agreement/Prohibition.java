package io.proviso.agreement;

import io.proviso.units.Party;
import org.jspecify.annotations.Nullable;

/** An act the agreement forbids, or where {@code unlessConsentOf} names a party, forbids without that party's consent. */
public record Prohibition(
        Party beneficiary, Scope scope, @Nullable Party unlessConsentOf) implements ClauseBody {}
