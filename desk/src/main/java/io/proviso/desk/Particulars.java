package io.proviso.desk;

import io.proviso.desk.Circumstances.Bundle;
import org.jspecify.annotations.Nullable;

/**
 * What the customer says of a request beside its terms.
 *
 * @param project of which it is a part, null if of none
 * @param emergency why the capacity bridges an emergency, null if it does not
 * @param bundle what is bought together with it, null if nothing is
 */
public record Particulars(
        @Nullable String project,
        @Nullable String emergency,
        @Nullable Bundle bundle,
        DeliveryTerms delivery) {
    /** It stands for itself, and delay has no consequence. */
    public static final Particulars NONE = new Particulars(null, null, null, DeliveryTerms.NONE);

    public Particulars {
        requireWords("project", project);
        requireWords("emergency", emergency);
        if (bundle != null && bundle.with().isEmpty()) {
            throw new IllegalArgumentException("bundle: it names nothing that comes with the capacity.\n"
                    + "Name what is bought together with it, or leave the bundle out.");
        }
    }

    /** An empty text would join or excuse whatever else leaves it empty. */
    private static void requireWords(String component, @Nullable String words) {
        if (words != null && words.isBlank()) {
            throw new IllegalArgumentException(
                    component + ": it is empty.\nName the " + component + ", or leave it out.");
        }
    }
}
