/** Scales, ticks and the units they count in. */
@NullMarked
package io.proviso.charts.scale;

import org.jspecify.annotations.NullMarked;
