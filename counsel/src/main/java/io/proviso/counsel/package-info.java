/** What a lawyer would do with agreements: check them, compare them, cure a refusal, explain a ruling, render the words. */
@NullMarked
package io.proviso.counsel;

import org.jspecify.annotations.NullMarked;
