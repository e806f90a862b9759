/** The norms over one act as boxes of facets: which of them stand for a closed question, and for every completion of an open one. */
@NullMarked
package io.proviso.agreement.norms;

import org.jspecify.annotations.NullMarked;
