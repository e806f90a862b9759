/** Where output goes and in which form, and how a command ends. */
@NullMarked
package io.proviso.cli.output;

import org.jspecify.annotations.NullMarked;
