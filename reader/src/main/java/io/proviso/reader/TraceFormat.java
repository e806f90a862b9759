package io.proviso.reader;

import io.proviso.replay.Trace;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The trace files we know, each recognised by its header line. All have one job a row. */
enum TraceFormat {
    /** github.com/microsoft/elasticflow-traces; seconds since a zero that is not published. */
    MICROSOFT("job_id,submission_time,duration,num_gpu") {
        @Override
        void read(Row row, int number, Trace.Builder trace) throws BadField {
            trace.add(number, row.seconds(1), row.seconds(2), row.count(3));
        }
    },
    /**
     * github.com/msr-fiddle/philly-traces as one table; wall-clock times of a zone the file does not name, read as if UTC: only
     * differences count.
     */
    PHILLY("timestamp,duration,num_gpus,cluster") {
        @Override
        void read(Row row, int number, Trace.Builder trace) throws BadField {
            trace.add(number, row.timestamp(0), row.seconds(1), row.count(2));
        }
    };

    private final String header;

    TraceFormat(String header) {
        this.header = header;
    }

    /** Adds the job of a row, or refuses it by {@link BadField} or, from the trace, {@link IllegalArgumentException}. */
    abstract void read(Row row, int number, Trace.Builder trace) throws BadField;

    String[] columns() {
        return header.split(",", -1);
    }

    static @Nullable TraceFormat ofHeader(String line) {
        return Arrays.stream(values())
                .filter(format -> format.header.equals(line))
                .findFirst()
                .orElse(null);
    }

    static String knownHeaders() {
        return Arrays.stream(values()).map(format -> format.header).collect(Collectors.joining("\n  ", "  ", ""));
    }
}
