/** What stands at an instant, as known at another: agreements in force, clauses with their exercise, commitments with what became of them. */
@NullMarked
package io.proviso.agreement.portfolio;

import org.jspecify.annotations.NullMarked;
