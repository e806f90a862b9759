/** Findings with the picture and the figures that carry them, as SVG. */
@NullMarked
package io.proviso.charts;

import org.jspecify.annotations.NullMarked;
