package io.proviso.agreement;

import io.proviso.units.Party;
import org.jspecify.annotations.Nullable;

/** Who may declare that a fact has come about and who must verify it; the fact itself is an attested entry of the record, never computed. */
public record Milestone(
        String fact, Party declarer, @Nullable String verifier) implements ClauseBody {}
