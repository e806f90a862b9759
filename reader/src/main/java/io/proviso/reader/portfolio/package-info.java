/** The files of a portfolio, decoded clause by clause. */
@NullMarked
package io.proviso.reader.portfolio;

import org.jspecify.annotations.NullMarked;
