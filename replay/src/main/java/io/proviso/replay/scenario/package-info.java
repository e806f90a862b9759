/** What a replay varies: clauses, buyers, markets. */
@NullMarked
package io.proviso.replay.scenario;

import org.jspecify.annotations.NullMarked;
