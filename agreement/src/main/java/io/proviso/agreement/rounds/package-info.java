/** What each right on record says to a question: how its rounds went, and what they leave free, open or taken. */
@NullMarked
package io.proviso.agreement.rounds;

import org.jspecify.annotations.NullMarked;
