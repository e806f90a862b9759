/** What the parties wrote and what is on record: agreements, the papers that change them, facts, rounds, and the words they are told in. */
@NullMarked
package io.proviso.agreement;

import org.jspecify.annotations.NullMarked;
