/** The files of scenarios. */
@NullMarked
package io.proviso.reader.scenario;

import org.jspecify.annotations.NullMarked;
