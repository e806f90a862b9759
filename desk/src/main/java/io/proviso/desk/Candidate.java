package io.proviso.desk;

import io.proviso.units.Provider;
import org.jspecify.annotations.Nullable;

/** A provider the capacity could come from; {@code via} says through whose platform, null leaves that open. */
public record Candidate(Provider provider, @Nullable String via) {
    public Candidate(Provider provider) {
        this(provider, null);
    }
}
