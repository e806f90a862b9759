/** The desk under a hostile clock: lost, late and doubled messages, crashed nodes, and the rules that must hold all the same. */
@NullMarked
package io.proviso.faults;

import org.jspecify.annotations.NullMarked;
