/** What one clause says: its kind, its terms, when it binds, and where it was read. */
@NullMarked
package io.proviso.agreement.clause;

import org.jspecify.annotations.NullMarked;
