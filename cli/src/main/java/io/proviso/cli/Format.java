package io.proviso.cli;

import java.util.Locale;

/** In which form a command answers on stdout. */
enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
