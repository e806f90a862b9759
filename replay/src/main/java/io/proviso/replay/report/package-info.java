/** The report of a study: its sentences, figures and charts. */
@NullMarked
package io.proviso.replay.report;

import org.jspecify.annotations.NullMarked;
