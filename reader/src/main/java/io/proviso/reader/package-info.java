/** What is asked of a portfolio from files: cases, needs, questions to watch. */
@NullMarked
package io.proviso.reader;

import org.jspecify.annotations.NullMarked;
