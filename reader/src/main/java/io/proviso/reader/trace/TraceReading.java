package io.proviso.reader.trace;

import io.proviso.replay.queue.Trace;
import java.util.List;

/**
 * What trace files hold: every row but the headers is a job of the trace or a bad row.
 *
 * @param badRows in the order of files and rows
 * @param shared job ids that two files have, for each pair of such files
 */
public record TraceReading(Trace trace, List<BadRow> badRows, List<SharedIds> shared) {
    public TraceReading {
        badRows = List.copyOf(badRows);
        shared = List.copyOf(shared);
    }
}
