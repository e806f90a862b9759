/** One round on files. */
@NullMarked
package io.proviso.cli.rounds;

import org.jspecify.annotations.NullMarked;
