package io.proviso.cli;

/** In which form a command answers on stdout; each has some of them. */
enum Format {
    TEXT,
    JSON,
    CSV,
    MD,
    HTML,
    ICS,
    ATOM
}
