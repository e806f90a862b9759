/** Measurements beside peers: rulings beside expressions, replay beside a general simulator. */
@NullMarked
package io.proviso.perf;

import org.jspecify.annotations.NullMarked;
