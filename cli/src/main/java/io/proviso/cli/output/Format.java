package io.proviso.cli.output;

/** In which form a command answers on stdout; each has some of them. */
public enum Format {
    TEXT,
    JSON,
    CSV,
    MD,
    HTML,
    ICS,
    ATOM
}
