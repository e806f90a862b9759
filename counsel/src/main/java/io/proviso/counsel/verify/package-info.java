/** Cases: what somebody holds to be so, put to the portfolio. */
@NullMarked
package io.proviso.counsel.verify;

import org.jspecify.annotations.NullMarked;
