/** Real demand under other agreements: traces, queues, scenarios, and the report that compares them. */
@NullMarked
package io.proviso.replay;

import org.jspecify.annotations.NullMarked;
