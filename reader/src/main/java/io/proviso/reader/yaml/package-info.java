/** YAML with the place of every word, and every problem told at once. */
@NullMarked
package io.proviso.reader.yaml;

import org.jspecify.annotations.NullMarked;
