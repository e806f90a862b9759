/** A room of a pure module that breaks its rules, for the test that shows that they can fail. */
@org.jspecify.annotations.NullMarked
package io.proviso.units.planted;
