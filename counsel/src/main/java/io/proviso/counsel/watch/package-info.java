/** Which answers are other than when they were last looked at. */
@NullMarked
package io.proviso.counsel.watch;

import org.jspecify.annotations.NullMarked;
