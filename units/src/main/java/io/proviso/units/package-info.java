/** Money, accelerators, intervals and the names of parties and providers: what every other module counts in. */
@NullMarked
package io.proviso.units;

import org.jspecify.annotations.NullMarked;
