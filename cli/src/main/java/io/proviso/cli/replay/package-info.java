/** Replays, their figures, and the fault simulation. */
@NullMarked
package io.proviso.cli.replay;

import org.jspecify.annotations.NullMarked;
