/** The language of the capacity desk and its state: commands, events, and what they make of a request. */
@NullMarked
package io.proviso.desk;

import org.jspecify.annotations.NullMarked;
