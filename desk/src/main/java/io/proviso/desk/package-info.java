/** Capacity requests: first-refusal rounds, invitations, awards and reservations, as pure decisions over events. */
@NullMarked
package io.proviso.desk;

import org.jspecify.annotations.NullMarked;
