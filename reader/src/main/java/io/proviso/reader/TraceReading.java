package io.proviso.reader;

import io.proviso.replay.Trace;
import java.util.List;

/**
 * What trace files hold: every row but the headers is a job of the trace or a bad row.
 *
 * @param badRows in the order of files and rows
 */
public record TraceReading(Trace trace, List<BadRow> badRows) {
    public TraceReading {
        badRows = List.copyOf(badRows);
    }
}
