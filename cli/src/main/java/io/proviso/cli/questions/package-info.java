/** Questions from words, and answers as JSON and tables. */
@NullMarked
package io.proviso.cli.questions;

import org.jspecify.annotations.NullMarked;
