/** Files in: portfolios, calendars, scenarios (YAML with positions) and traces, with every problem of a file named at once. */
@NullMarked
package io.proviso.reader;

import org.jspecify.annotations.NullMarked;
