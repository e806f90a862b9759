/** Who decides: offers, answers, talks, awards, reservations, and what comes of their failure. */
@NullMarked
package io.proviso.desk.rounds;

import org.jspecify.annotations.NullMarked;
