/** A question, the words it is put in, and how it can come out. */
@NullMarked
package io.proviso.agreement.question;

import org.jspecify.annotations.NullMarked;
