/** From where agreements are looked at: a standpoint, the stretches of time as seen from it, and a question that shows something. */
@NullMarked
package io.proviso.counsel;

import org.jspecify.annotations.NullMarked;
