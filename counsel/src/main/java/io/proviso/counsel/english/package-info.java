/** Norms, questions, days and tables in plain English, and the page they stand on. */
@NullMarked
package io.proviso.counsel.english;

import org.jspecify.annotations.NullMarked;
