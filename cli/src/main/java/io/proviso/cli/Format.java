package io.proviso.cli;

/** In which form a command answers on stdout. */
enum Format {
    TEXT,
    JSON
}
