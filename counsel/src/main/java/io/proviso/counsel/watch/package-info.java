/** Questions that are asked again and again, and which of their answers flipped. */
@NullMarked
package io.proviso.counsel.watch;

import org.jspecify.annotations.NullMarked;
