/** The proviso command. */
@NullMarked
package io.proviso.cli;

import org.jspecify.annotations.NullMarked;
