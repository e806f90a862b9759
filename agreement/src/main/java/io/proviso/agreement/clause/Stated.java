package io.proviso.agreement.clause;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A parameter of a clause: known (perhaps only since a later day than the clause itself), or not disclosed. */
public sealed interface Stated<T> {
    /** A value, on record since {@code recorded}, or since the clause itself where that is null. */
    record Known<T>(T value, @Nullable Instant recorded) implements Stated<T> {}

    /** The parties agreed on something; nobody published what. */
    record Undisclosed<T>() implements Stated<T> {}

    static <T> Stated<T> of(T value) {
        return new Known<>(value, null);
    }

    static <T> Stated<T> undisclosed() {
        return new Undisclosed<>();
    }

    /** The value as far as it was on record then; null if undisclosed or not yet recorded. */
    default @Nullable T asKnown(Instant knownAt) {
        return switch (this) {
            case Known<T>(T value, Instant recorded) when recorded == null || !recorded.isAfter(knownAt) -> value;
            case Known<T> _, Undisclosed<T> _ -> null;
        };
    }
}
