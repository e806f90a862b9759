package io.proviso.agreement.ruling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a ruling holds, as known; null where no change is known.
 *
 * @param answer until the answer changes
 * @param reasons until the answer or what decides it changes, never after {@code answer}
 */
record Holds(@Nullable Instant answer, @Nullable Instant reasons) {}
