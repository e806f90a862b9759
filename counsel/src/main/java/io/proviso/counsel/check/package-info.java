/** What a lawyer should look at in a portfolio, found one kind at a time. */
@NullMarked
package io.proviso.counsel.check;

import org.jspecify.annotations.NullMarked;
