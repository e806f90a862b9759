/** The commands of {@code proviso}. */
@NullMarked
package io.proviso.cli;

import org.jspecify.annotations.NullMarked;
