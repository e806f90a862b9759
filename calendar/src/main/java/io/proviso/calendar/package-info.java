/** Business calendars and the deadlines computed from them. */
@NullMarked
package io.proviso.calendar;

import org.jspecify.annotations.NullMarked;
