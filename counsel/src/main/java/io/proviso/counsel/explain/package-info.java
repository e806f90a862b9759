/** How a ruling was reached, from a breath to the whole account. */
@NullMarked
package io.proviso.counsel.explain;

import org.jspecify.annotations.NullMarked;
