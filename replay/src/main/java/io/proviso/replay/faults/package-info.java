/** A deterministic simulation of many first-refusal rounds on the real desk, under clocks, deliveries and crashes that are out to break it. */
@NullMarked
package io.proviso.replay.faults;

import org.jspecify.annotations.NullMarked;
