/** What is sent to people: the notice of an offer, and the memo of a time. */
@NullMarked
package io.proviso.counsel.notice;

import org.jspecify.annotations.NullMarked;
