/** Agreements as two columns: what the paper says, and what was made of it. */
@NullMarked
package io.proviso.counsel.render;

import org.jspecify.annotations.NullMarked;
