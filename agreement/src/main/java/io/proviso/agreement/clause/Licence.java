package io.proviso.agreement.clause;

import io.proviso.units.Party;
import org.jspecify.annotations.Nullable;

/**
 * The licensee may do what is in scope.
 *
 * @param exclusive what is forbidden for its sake, because nobody else may be granted it; null if others may
 */
public record Licence(Party licensee, Scope scope, @Nullable Scope exclusive) implements ClauseBody {}
