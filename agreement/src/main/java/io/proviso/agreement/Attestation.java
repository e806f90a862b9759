package io.proviso.agreement;

import java.time.Instant;

/** An entry of the record: from {@code at} on a supplied facet has this value, for questions within {@code scope}. */
public record Attestation(String facet, String value, Condition scope, Instant at, Instant recorded, Source source) {}
