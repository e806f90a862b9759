/** The answer with everything that it rests on, and the engine that finds it. */
@NullMarked
package io.proviso.agreement.ruling;

import org.jspecify.annotations.NullMarked;
