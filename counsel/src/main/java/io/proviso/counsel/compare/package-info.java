/** What differs between two standpoints: clauses, words, and the answers to all questions that both understand. */
@NullMarked
package io.proviso.counsel.compare;

import org.jspecify.annotations.NullMarked;
