/** The portfolio a command reads, the record it appends to, and what it supposes. */
@NullMarked
package io.proviso.cli.files;

import org.jspecify.annotations.NullMarked;
