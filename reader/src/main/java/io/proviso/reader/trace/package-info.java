/** Traces of real clusters, row by row. */
@NullMarked
package io.proviso.reader.trace;

import org.jspecify.annotations.NullMarked;
