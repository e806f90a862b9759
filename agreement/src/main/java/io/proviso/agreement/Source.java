package io.proviso.agreement;

import org.jspecify.annotations.Nullable;

/** Where a clause or figure was read, and how well that supports it. */
public record Source(String title, @Nullable String url, Confidence confidence) {
    public Source {
        if (title.isBlank()) {
            throw new IllegalArgumentException("source: the title must not be blank");
        }
    }
}
