/** From what is needed to the day it can lawfully be there. */
@NullMarked
package io.proviso.counsel.outlook;

import org.jspecify.annotations.NullMarked;
