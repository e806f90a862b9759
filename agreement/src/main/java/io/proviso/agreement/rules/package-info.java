/** What must hold of papers and record before anything is asked of them; every problem with its place. */
@NullMarked
package io.proviso.agreement.rules;

import org.jspecify.annotations.NullMarked;
