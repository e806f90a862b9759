/** What tests of any module share, on nothing but the JDK: an explorer of every interleaving, properties tried on inputs that shrink, and histories written down as text. */
@NullMarked
package io.proviso.testkit;

import org.jspecify.annotations.NullMarked;
