package io.proviso.agreement;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with an input.
 *
 * @param path where in the model, as names joined by `/` (`agreements/microsoft-openai/instruments/2025-01-21-agreement/clauses/first-refusal/holder`)
 * @param message what, which value, which rule
 * @param advice what to do next
 */
public record Problem(String path, String message, @Nullable String advice) {}
