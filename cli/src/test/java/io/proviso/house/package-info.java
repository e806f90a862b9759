/** Rules that hold for every module; they are tested here because the command line sees the whole house. */
@NullMarked
package io.proviso.house;

import org.jspecify.annotations.NullMarked;
