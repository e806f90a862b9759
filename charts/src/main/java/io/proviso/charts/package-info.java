/** Data in, self-contained SVG out: every chart with its finding, its description and its table. */
@NullMarked
package io.proviso.charts;

import org.jspecify.annotations.NullMarked;
