/** Several replays side by side: seeds, sweeps, estimates. */
@NullMarked
package io.proviso.replay.study;

import org.jspecify.annotations.NullMarked;
