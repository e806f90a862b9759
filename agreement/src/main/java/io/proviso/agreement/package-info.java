/** Agreements as data: clauses, instruments, the portfolio in force, and the ruling on a question with the clause that decided. */
@NullMarked
package io.proviso.agreement;

import org.jspecify.annotations.NullMarked;
