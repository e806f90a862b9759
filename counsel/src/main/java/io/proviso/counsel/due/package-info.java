/** What falls due: obligations with their days, owners and states, what is owed in a year, and the calendar of it. */
@NullMarked
package io.proviso.counsel.due;

import org.jspecify.annotations.NullMarked;
