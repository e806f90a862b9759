package io.proviso.agreement;

import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Source;
import java.time.Instant;

/** An entry of the record: from {@code at} on a supplied facet has this value, for questions within {@code scope}. */
public record Attestation(String facet, String value, Condition scope, Instant at, Instant recorded, Source source) {}
