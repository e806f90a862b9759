/** What would turn a ruling: other values, and consents. */
@NullMarked
package io.proviso.counsel.cure;

import org.jspecify.annotations.NullMarked;
