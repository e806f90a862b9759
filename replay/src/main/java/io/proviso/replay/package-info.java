/** Real demand lived through again under agreements: the days, the rounds, and what they came to. */
@NullMarked
package io.proviso.replay;

import org.jspecify.annotations.NullMarked;
