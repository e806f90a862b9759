/** From needs to days: who may supply them from when, what holds that up, and what it would take to be on time. */
@NullMarked
package io.proviso.counsel.outlook;

import org.jspecify.annotations.NullMarked;
